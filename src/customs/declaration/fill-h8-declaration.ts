import { jsonPointer } from '../json-pointer.ts'
import { type Failure, type Result, resultOf } from '../result.ts'
import type { Declaration, GoodsShipment } from './declaration.ts'
import { type Draft, finish, from } from './draft.ts'
import { fillAgent, fillHead, fillNumber, importType } from './fill-head.ts'
import type { FilledDeclaration } from './fill-import-declaration.ts'
import { fillGoodsLocation, fillPreviousDocuments } from './fill-goods-shipment.ts'
import { additionalDocument, fillPackagings, selfRepresentation } from './fill-goods-item.ts'
import { fillParty } from './fill-party.ts'
import type { GoodsItem } from './goods-item.ts'
import { noGoods } from './missing-facts.ts'
import type { H8DeclarationFacts, H8ItemFacts } from './h8-facts.ts'

/**
 * Fills a declaration of goods from Great Britain to Northern Ireland that are not at risk (H8). It
 * decides nothing: authorisation, procedure and statements come in as facts.
 *
 * @returns the declaration with the origin of each field, or the facts that cannot be declared
 */
export function fillH8Declaration(facts: H8DeclarationFacts): Result<FilledDeclaration> {
  return resultOf(undeclarable(facts), () => {
    const { value, origins } = finish<Declaration>(h8Draft(facts))
    return { declaration: value, origins }
  })
}

function h8Draft(facts: H8DeclarationFacts): Draft<Declaration> {
  const { parties, shipment, authorisation, goodsItems } = facts
  const { representation } = parties
  return {
    ...fillHead(
      { lrn: facts.lrn, typeCode: `IM${facts.additionalDeclarationType}`, typeNote: importType },
      goodsItems,
    ),
    additionalInformation: facts.statements.map((statement) =>
      from(statement, { statementCode: statement.code }),
    ),
    agent: fillAgent(representation),
    authorisationHolders: from(authorisation, [
      { id: authorisation.holderEori, categoryCode: 'UKIM' },
    ]),
    borderTransportMeans: from(shipment, { modeCode: shipment.borderModeCode }),
    declarant: { id: from(parties.declarant, parties.declarant.eori) },
    exporter: fillParty(parties.exporter),
    goodsShipment: h8Shipment(facts),
  }
}

function h8Shipment(facts: H8DeclarationFacts): Draft<GoodsShipment> {
  const { parties, shipment, references } = facts
  return {
    consignment: { goodsLocation: fillGoodsLocation(shipment.goodsLocation) },
    destination: from(shipment, { countryCode: shipment.destinationCountry }),
    goodsItems: facts.goodsItems.map((item, index) => h8Item(facts, item, index + 1)),
    importer: fillParty(parties.importer),
    previousDocuments: fillPreviousDocuments(references),
  }
}

/** The authorisation is shown on every item, because element 2/3 has no place in the header. */
function h8Item(
  { parties, authorisation }: H8DeclarationFacts,
  item: H8ItemFacts,
  itemNumber: number,
): Draft<GoodsItem> {
  const { goods, classification, price, regime } = item
  return {
    sequenceNumber: fillNumber(itemNumber),
    additionalDocuments: [
      from(
        authorisation,
        additionalDocument({ code: '1UKI', id: authorisation.number, statusCode: 'AC' }),
      ),
      ...item.documents.map((document) => from(document, additionalDocument(document))),
    ],
    additionalInformation: [
      ...selfRepresentation(parties.representation),
      ...item.statements.map((statement) => from(statement, { statementCode: statement.code })),
    ],
    commodity: {
      description: from(goods, goods.description),
      classifications: from(classification, [
        { code: classification.commodityCode, typeCode: 'TSP' },
      ]),
      goodsMeasure: from(goods, {
        grossMass: { value: goods.grossWeightKg },
        netMass: { value: goods.netWeightKg },
      }),
      invoiceLine: { itemCharge: from(price, price.amount) },
    },
    governmentProcedures: from(regime, [
      { currentCode: '40', previousCode: '00' },
      ...regime.additionalProcedures.map((currentCode) => ({ currentCode })),
    ]),
    origins: from(goods, [{ countryCode: goods.originCountry, typeCode: '1' }]),
    packagings: fillPackagings(goods),
  }
}

/** Goods are classified by eight digits; nothing is padded. */
function undeclarable({ goodsItems }: H8DeclarationFacts): readonly Failure[] {
  if (goodsItems.length === 0) {
    return [noGoods]
  }
  return goodsItems.flatMap(({ classification: { commodityCode } }, index) =>
    /^\d{8}$/.test(commodityCode) ? [] : [codeOfWrongLength(commodityCode, index)],
  )
}

function codeOfWrongLength(code: string, index: number): Failure {
  return {
    code: 'commodity-code-not-declarable',
    path: jsonPointer('goodsItems', index, 'classification', 'commodityCode'),
    message: `${code} has not the eight digits that H8 takes.`,
    mend: 'State at least the eight digits of the nomenclature.',
    zh: { message: `${code} 不是 H8 所需的八位编码。`, mend: '请至少填写税则八位编码。' },
  }
}
