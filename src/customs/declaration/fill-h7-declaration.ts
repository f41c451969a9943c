import { jsonPointer } from '../json-pointer.ts'
import { type Failure, type Result, resultOf } from '../result.ts'
import type { Declaration, GoodsShipment } from './declaration.ts'
import { type Draft, finish, from } from './draft.ts'
import { fillAgent, fillHead, fillNumber, importType } from './fill-head.ts'
import type { FilledDeclaration } from './fill-import-declaration.ts'
import { fillPreviousDocuments, fillGoodsLocation } from './fill-goods-shipment.ts'
import { additionalDocument, selfRepresentation } from './fill-goods-item.ts'
import { fillParty } from './fill-party.ts'
import type { GoodsItem } from './goods-item.ts'
import { noGoods } from './missing-facts.ts'
import type { H7DeclarationFacts, H7ItemFacts } from './h7-facts.ts'

/**
 * Fills a declaration of the super-reduced data set (H7) for Northern Ireland. It decides nothing:
 * reliefs, fiscal reference and representation come in as facts.
 *
 * @returns the declaration with the origin of each field, or the facts that cannot be declared
 */
export function fillH7Declaration(facts: H7DeclarationFacts): Result<FilledDeclaration> {
  return resultOf(undeclarable(facts), () => {
    const { value, origins } = finish<Declaration>(h7Draft(facts))
    return { declaration: value, origins }
  })
}

function h7Draft(facts: H7DeclarationFacts): Draft<Declaration> {
  const { parties, shipment, goodsItems } = facts
  const { representation } = parties
  return {
    ...fillHead(
      { lrn: facts.lrn, typeCode: `IM${facts.additionalDeclarationType}`, typeNote: importType },
      goodsItems,
    ),
    totalPackageQuantity: from(shipment, shipment.totalPackages),
    agent: fillAgent(representation),
    borderTransportMeans: from(shipment, {
      ...(shipment.borderNationality !== undefined && {
        registrationNationalityCode: shipment.borderNationality,
      }),
      modeCode: shipment.borderModeCode,
    }),
    declarant: { id: from(parties.declarant, parties.declarant.eori) },
    exporter: fillParty(parties.exporter),
    goodsShipment: h7Shipment(facts),
  }
}

function h7Shipment(facts: H7DeclarationFacts): Draft<GoodsShipment> {
  const { parties, shipment, transportCosts, fiscalReference, references } = facts
  return {
    consignment: { goodsLocation: fillGoodsLocation(shipment.goodsLocation) },
    customsValuation: { freightCharge: from(transportCosts, transportCosts.amount) },
    taxParties:
      fiscalReference &&
      from(fiscalReference, [{ id: fiscalReference.id, roleCode: fiscalReference.roleCode }]),
    goodsItems: facts.goodsItems.map((item, index) => h7Item(facts, item, index + 1)),
    importer: fillParty(parties.importer),
    previousDocuments: fillPreviousDocuments(references),
  }
}

function h7Item(
  { parties }: H7DeclarationFacts,
  item: H7ItemFacts,
  itemNumber: number,
): Draft<GoodsItem> {
  const { goods, classification, intrinsicValue, regime } = item
  return {
    customsValueAmount: from(intrinsicValue, intrinsicValue.amount),
    sequenceNumber: fillNumber(itemNumber),
    additionalDocuments: item.documents.map((document) =>
      from(document, additionalDocument(document)),
    ),
    additionalInformation: [
      ...selfRepresentation(parties.representation),
      ...item.statements.map((statement) => from(statement, { statementCode: statement.code })),
    ],
    commodity: {
      description: from(goods, goods.description),
      classifications: from(classification, [
        { code: classification.commodityCode, typeCode: 'TSP' },
      ]),
      goodsMeasure: { grossMass: from(goods, { value: goods.grossWeightKg }) },
    },
    governmentProcedures: from(regime, [
      { currentCode: '40', previousCode: '00' },
      ...regime.additionalProcedures.map((currentCode) => ({ currentCode })),
    ]),
  }
}

/** The classification has no place for the ninth and tenth digit, and none can do with fewer than six. */
function undeclarable({ goodsItems }: H7DeclarationFacts): readonly Failure[] {
  if (goodsItems.length === 0) {
    return [noGoods]
  }
  return goodsItems.flatMap(({ classification: { commodityCode } }, index) =>
    /^(\d{6}|\d{8})$/.test(commodityCode) ? [] : [codeOfWrongLength(commodityCode, index)],
  )
}

function codeOfWrongLength(code: string, index: number): Failure {
  return {
    code: 'commodity-code-not-declarable',
    path: jsonPointer('goodsItems', index, 'classification', 'commodityCode'),
    message: `${code} has neither the six nor the eight digits that H7 takes.`,
    mend: 'State the six digits of the Harmonised System or the eight of the nomenclature.',
    zh: {
      message: `${code} 既非六位也非八位，H7 不接受。`,
      mend: '请填写协调制度六位编码或税则八位编码。',
    },
  }
}
