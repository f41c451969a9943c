import { type Draft, type Drafted, from } from './draft.ts'
import { fillNumber } from './fill-head.ts'
import type { AdditionalDocument, AdditionalInformation } from './element.ts'
import type {
  ExportClassificationFacts,
  ExportDeclarationFacts,
  ExportGoodsFacts,
  ExportItemFacts,
} from './export-facts.ts'
import type { Sourced, StatementFacts } from './fill-input.ts'
import { additionalDocument, fillPackagings } from './fill-goods-item.ts'
import type { Classification, GoodsItem, GoodsMeasure } from './goods-item.ts'

/**
 * One goods item of a full export declaration, data elements 1/6 to 8/6 of data set B1.
 *
 * @param itemNumber from 1
 */
export function fillExportItem(
  facts: ExportDeclarationFacts,
  item: ExportItemFacts,
  itemNumber: number,
): Draft<GoodsItem> {
  const { regime, statisticalValue } = item
  return {
    ...fillSimplifiedExportItem(facts, item, itemNumber),
    commodity: fillCommodity(item, fullMeasure(item.goods)),
    statisticalValue: from(statisticalValue, statisticalValue.amount),
    transactionNatureCode: from(regime, regime.transactionNatureCode),
  }
}

/**
 * One goods item of a simplified export declaration (C1), which has no gross mass, statistical value
 * and nature of transaction: they follow in the supplementary declaration.
 *
 * @param itemNumber from 1
 */
export function fillSimplifiedExportItem(
  facts: ExportDeclarationFacts,
  item: ExportItemFacts,
  itemNumber: number,
): Drafted<GoodsItem> {
  const { goods, regime } = item
  return {
    sequenceNumber: fillNumber(itemNumber),
    additionalDocuments: fillDocuments(facts, item),
    additionalInformation: [
      ...exporterDeclares(facts),
      ...item.statements.map((statement) => fillStatement(statement)),
    ],
    commodity: fillCommodity(item, reducedMeasure(goods)),
    governmentProcedures: from(regime, [
      { currentCode: regime.requestedProcedure, previousCode: regime.previousProcedure },
      ...regime.additionalProcedures.map((currentCode) => ({ currentCode })),
    ]),
    packagings: fillPackagings(goods),
  }
}

function fillCommodity(
  { goods, classification }: ExportItemFacts,
  measure: GoodsMeasure,
): Draft<NonNullable<GoodsItem['commodity']>> {
  return {
    description: from(goods, goods.description),
    classifications: from(classification, classificationsOf(classification)),
    goodsMeasure: from(goods, measure),
  }
}

function fullMeasure(goods: ExportGoodsFacts): GoodsMeasure {
  return { grossMass: { value: goods.grossWeightKg }, ...reducedMeasure(goods) }
}

function reducedMeasure({ netWeightKg, supplementaryQuantity }: ExportGoodsFacts): GoodsMeasure {
  return {
    netMass: { value: netWeightKg },
    ...(supplementaryQuantity !== undefined && {
      tariffQuantity: { value: supplementaryQuantity },
    }),
  }
}

/** Eight digits (6/14), then the additional codes of the tariff (6/16) and of the country (6/17). */
function classificationsOf(facts: ExportClassificationFacts): readonly Classification[] {
  return [
    { code: facts.commodityCode, typeCode: 'TSP' },
    ...facts.taricAdditionalCodes.map((code) => ({ code, typeCode: 'TRA' })),
    ...facts.nationalAdditionalCodes.map((code) => ({ code, typeCode: 'GN' })),
  ]
}

/** Authorisations are declared on every item: element 2/3 has no header. */
function fillDocuments(
  { authorisations }: ExportDeclarationFacts,
  { documents }: ExportItemFacts,
): Draft<readonly AdditionalDocument[]> {
  return [
    ...authorisations.map((held) =>
      from(held, additionalDocument({ code: held.documentCode, id: held.decisionNumber })),
    ),
    ...documents.map((document) => from(document, additionalDocument(document))),
  ]
}

/** Code 00400 says that the exporter declares for itself. */
function exporterDeclares({
  parties: { representation },
}: ExportDeclarationFacts): readonly Draft<AdditionalInformation>[] {
  if (representation.kind !== 'self') return []
  return [from(representation, { statementCode: '00400', statementDescription: 'EXPORTER' })]
}

/** Element 2/2, of an item or of the whole declaration. */
export function fillStatement(statement: StatementFacts & Sourced): Draft<AdditionalInformation> {
  return from(statement, {
    statementCode: statement.code,
    ...(statement.text !== undefined && { statementDescription: statement.text }),
  })
}
