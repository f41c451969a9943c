import type {
  Consignment,
  GoodsLocation,
  GoodsShipment,
  ShipmentValuation,
  TradeTerms,
} from './declaration.ts'
import { type Draft, type Drafted, from } from './draft.ts'
import { fillNumber } from './fill-head.ts'
import type { PreviousDocument } from './element.ts'
import type {
  ImportDeclarationFacts,
  ReferenceFacts,
  ShipmentFacts,
  ValuationFacts,
} from './fill-input.ts'
import { fillParty } from './fill-party.ts'
import type { GoodsItem } from './goods-item.ts'

/**
 * The facts that all goods items share. Buyer and seller appear only where they are not importer and
 * exporter, as elements 3/24 to 3/27 ask.
 */
export function fillGoodsShipment(
  { parties, shipment, valuation, vat, references }: ImportDeclarationFacts,
  goodsItems: readonly Draft<GoodsItem>[],
): Drafted<GoodsShipment> {
  return {
    transactionNatureCode: from(shipment, shipment.transactionNatureCode),
    buyer: parties.buyer && fillParty(parties.buyer),
    consignment: fillConsignment(shipment),
    customsValuation: fillValuation(valuation),
    destination: from(shipment, { countryCode: shipment.destinationCountry }),
    taxParties:
      vat.kind === 'postponed' ? from(vat, [{ id: vat.vatNumber, roleCode: 'FR1' }]) : undefined,
    exportCountry: from(shipment, { countryCode: shipment.exportCountry }),
    goodsItems,
    importer: fillParty(parties.importer),
    previousDocuments: fillPreviousDocuments(references),
    seller: parties.seller && fillParty(parties.seller),
    tradeTerms: from(valuation, tradeTerms(valuation)),
  }
}

/** Where the goods are and what brought them; the container indicator follows from the containers. */
function fillConsignment({ goodsLocation, transport }: ShipmentFacts): Draft<Consignment> {
  const { arrival, containerIds } = transport
  return {
    containerCode: from(transport, containerIds.length > 0 ? '1' : '0'),
    arrivalTransportMeans:
      arrival && from(transport, { id: arrival.id, identificationTypeCode: arrival.typeCode }),
    goodsLocation: fillGoodsLocation(goodsLocation),
    transportEquipment: containerIds.map((id, index) => ({
      sequenceNumber: fillNumber(index + 1),
      id: from(transport, id),
    })),
  }
}

/** Where the goods can be examined, element 5/23. */
export function fillGoodsLocation(location: ShipmentFacts['goodsLocation']): Draft<GoodsLocation> {
  return from(location, {
    name: location.code,
    typeCode: location.typeCode,
    address: { typeCode: location.qualifier, countryCode: location.countryCode },
  })
}

/** Additions and deductions of the whole shipment; the customs office shares them over the items. */
function fillValuation({ chargeDeductions }: ValuationFacts): Draft<ShipmentValuation> | undefined {
  if (chargeDeductions.length === 0) return undefined
  return {
    chargeDeductions: chargeDeductions.map((charge) =>
      from(charge, { chargesTypeCode: charge.code, amount: charge.amount }),
    ),
  }
}

/** Without a UN/LOCODE, country code and name of the place follow each other, element 4/1. */
function tradeTerms({ incoterm, place }: ValuationFacts): TradeTerms {
  return place.kind === 'code'
    ? { conditionCode: incoterm, locationId: place.unlocode }
    : { conditionCode: incoterm, locationName: `${place.countryCode}${place.name}` }
}

/** The chain to earlier documents, element 2/1: consignment references and the safety declaration. */
export function fillPreviousDocuments(
  references: ReferenceFacts,
): Draft<readonly PreviousDocument[]> {
  const { ducr, masterUcr, entrySummaryMrn, proofOfExport } = references
  const documents: PreviousDocument[] = [{ categoryCode: 'Z', id: ducr, typeCode: 'DCR' }]
  if (masterUcr !== undefined) {
    documents.push({ categoryCode: 'Z', id: masterUcr, typeCode: 'MCR' })
  }
  if (proofOfExport !== undefined) {
    const typeCode = proofOfExport.kind === 'mrn' ? 'MRN' : 'ZZZ'
    documents.push({ categoryCode: 'Z', id: proofOfExport.reference, typeCode, lineNumber: 1 })
  }
  if (entrySummaryMrn !== undefined) {
    documents.push({ categoryCode: 'Z', id: entrySummaryMrn, typeCode: '355', lineNumber: 1 })
  }
  return from(references, documents)
}
