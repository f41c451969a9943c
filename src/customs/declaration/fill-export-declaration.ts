import { type Result, resultOf } from '../result.ts'
import type { CarriageConsignment, Consignment, Declaration, GoodsShipment } from './declaration.ts'
import { type Draft, type Drafted, finish, from } from './draft.ts'
import { fillHead, fillNumber } from './fill-head.ts'
import type { PreviousDocument } from './element.ts'
import type {
  ExportDeclarationFacts,
  ExportReferenceFacts,
  ExportShipmentFacts,
} from './export-facts.ts'
import { fillExportItem, fillSimplifiedExportItem, fillStatement } from './fill-export-item.ts'
import { fillGoodsLocation } from './fill-goods-shipment.ts'
import type { FilledDeclaration } from './fill-import-declaration.ts'
import { fillParty } from './fill-party.ts'
import type { GoodsItem } from './goods-item.ts'
import { missingExportFacts } from './missing-export-facts.ts'
import type { Agent } from './party.ts'

/**
 * Fills a full export declaration (data set B1) from its facts. It decides nothing: procedure,
 * representation and value come in as facts.
 *
 * @returns the declaration with the origin of each field, or the facts that are missing. Whether the
 *   whole keeps the authority's rules is for `checkDeclaration`.
 */
export function fillExportDeclaration(facts: ExportDeclarationFacts): Result<FilledDeclaration> {
  const additionalType = facts.presentation === 'arrived' ? 'A' : 'D'
  return filledFrom(facts, () => {
    const items = facts.goodsItems.map((item, index) => fillExportItem(facts, item, index + 1))
    return fullDraft(facts, exportDraft(facts, additionalType, items))
  })
}

/**
 * Fills a simplified export declaration (data set C1) of the same facts. It relies on an authorisation
 * for simplified declarations (SDE), which is among the facts; what it leaves out is declared in the
 * supplementary declaration of type `Y`.
 */
export function fillSimplifiedExportDeclaration(
  facts: ExportDeclarationFacts,
): Result<FilledDeclaration> {
  const additionalType = facts.presentation === 'arrived' ? 'C' : 'F'
  return filledFrom(facts, () => {
    const items = facts.goodsItems.map((item, index) =>
      fillSimplifiedExportItem(facts, item, index + 1),
    )
    return exportDraft(facts, additionalType, items)
  })
}

function filledFrom(
  facts: ExportDeclarationFacts,
  draft: () => Draft<Declaration>,
): Result<FilledDeclaration> {
  return resultOf(missingExportFacts(facts), () => {
    const { value, origins } = finish<Declaration>(draft())
    return { declaration: value, origins }
  })
}

/** A declaration in the making, whose shipment can still get more. */
type OpenDraft = Omit<Drafted<Declaration>, 'goodsShipment'> & {
  readonly goodsShipment: Drafted<GoodsShipment>
}

/** What both data sets declare. */
function exportDraft(
  facts: ExportDeclarationFacts,
  additionalType: string,
  goodsItems: readonly Draft<GoodsItem>[],
): OpenDraft {
  const { parties, shipment } = facts
  const { presentationOffice, supervisingOffice } = shipment
  return {
    ...fillHead(
      {
        lrn: facts.lrn,
        typeCode: `EX${additionalType}`,
        typeNote: {
          en: 'Export, with the additional type asked for.',
          zh: '出口，附所要求的补充类型。',
        },
      },
      goodsItems,
    ),
    additionalInformation: shipment.statements.map(fillStatement),
    agent: fillRepresentative(facts),
    authorisationHolders: facts.authorisations.map((held) =>
      from(held, { id: held.holderEori, categoryCode: held.typeCode }),
    ),
    borderTransportMeans: from(shipment.transport, { modeCode: shipment.transport.borderModeCode }),
    consignment: fillSafety(facts),
    declarant: { id: from(parties.declarant, parties.declarant.eori) },
    exitOffice: from(shipment, { id: shipment.exitOffice }),
    exporter: fillParty(parties.exporter),
    presentationOffice:
      presentationOffice === undefined ? undefined : from(shipment, { id: presentationOffice }),
    supervisingOffice:
      supervisingOffice === undefined ? undefined : from(shipment, { id: supervisingOffice }),
    goodsShipment: {
      consignee: fillParty(parties.consignee),
      consignment: fillConsignment(shipment),
      destination: from(shipment, { countryCode: shipment.destinationCountry }),
      goodsItems,
      previousDocuments: fillReferences(facts.references),
    },
  }
}

/** What the full declaration has beside: totals, where the goods come from and what carries them. */
function fullDraft(
  { shipment }: ExportDeclarationFacts,
  { goodsShipment, ...declaration }: OpenDraft,
): Draft<Declaration> {
  const { transport } = shipment
  const { border, borderNationality, departure, inlandModeCode } = transport
  const hasDeparture = departure !== undefined || inlandModeCode !== undefined
  return {
    ...declaration,
    totalPackageQuantity: from(shipment, shipment.totalPackages),
    borderTransportMeans: from(transport, {
      ...(border && { id: border.id, identificationTypeCode: border.typeCode }),
      ...(borderNationality !== undefined && { registrationNationalityCode: borderNationality }),
      modeCode: transport.borderModeCode,
    }),
    goodsShipment: {
      ...goodsShipment,
      consignment: {
        ...fillConsignment(shipment),
        departureTransportMeans: hasDeparture
          ? from(transport, {
              ...(departure && { id: departure.id, identificationTypeCode: departure.typeCode }),
              ...(inlandModeCode !== undefined && { modeCode: inlandModeCode }),
            })
          : undefined,
      },
      exportCountry: from(shipment, { countryCode: shipment.exportCountry }),
    },
  }
}

function fillRepresentative({
  parties: { representation },
}: ExportDeclarationFacts): Draft<Agent> | undefined {
  const { kind, eori } = representation
  if (kind === 'self') return undefined
  return from(representation, {
    ...(eori !== undefined && { id: eori }),
    functionCode: kind === 'direct' ? '2' : '3',
  })
}

/** Carrier, freight and route, by which customs judge the safety of the exit. */
function fillSafety({ safety }: ExportDeclarationFacts): Draft<CarriageConsignment> | undefined {
  if (safety === undefined) return undefined
  return {
    carrier: fillParty(safety.carrier),
    freight: from(safety, { paymentMethodCode: safety.freightPaymentCode }),
    itineraries: safety.routingCountries.map((routingCountryCode, index) => ({
      sequenceNumber: fillNumber(index + 1),
      routingCountryCode: from(safety, routingCountryCode),
    })),
  }
}

/** Where the goods are, and their containers with the seals; the indicator follows from these. */
function fillConsignment({ goodsLocation, transport }: ExportShipmentFacts): Drafted<Consignment> {
  const { containers } = transport
  return {
    containerCode: from(transport, containers.length > 0 ? '1' : '0'),
    goodsLocation: fillGoodsLocation(goodsLocation),
    transportEquipment: containers.map(({ id, seals }, index) => ({
      sequenceNumber: fillNumber(index + 1),
      id: from(transport, id),
      seals: seals.map((seal, place) => ({
        sequenceNumber: fillNumber(place + 1),
        id: from(transport, seal),
      })),
    })),
  }
}

/** The consignment's own reference, that of the consolidation, and the import of goods that go back. */
function fillReferences(references: ExportReferenceFacts): Draft<readonly PreviousDocument[]> {
  const { ducr, masterUcr, importMrn } = references
  return from(references, [
    { categoryCode: 'Z', id: ducr, typeCode: 'DCR', lineNumber: 1 },
    ...(masterUcr === undefined ? [] : [{ categoryCode: 'Z', id: masterUcr, typeCode: 'MCR' }]),
    ...(importMrn === undefined ? [] : [{ categoryCode: 'Z', id: importMrn, typeCode: 'MRN' }]),
  ])
}
