import type { RiskAction } from '../../../authority/risk/risk-rule.ts'
import type { Comparison, RiskField } from '../terms/risk-words.ts'

/** What a hit can lead to. */
export const riskActionChoices: readonly RiskAction[] = ['inspect', 'request-documents', 'review']

/** Facts of the whole consignment. */
export const consignmentFieldChoices: readonly RiskField[] = [
  'exporterName',
  'exporterCountry',
  'importerId',
  'importerName',
  'declarantId',
  'exportCountry',
  'customsValueGbp',
  'exporterEntries',
  'exporterFindings',
  'importerEntries',
  'importerFindings',
  'declarantEntries',
  'declarantFindings',
]

/** Facts of one item. */
export const itemFieldChoices: readonly RiskField[] = [
  'commodityCode',
  'originCountry',
  'description',
  'marks',
  'customsValueGbp',
  'valuePerKgGbp',
  'valuePerUnitGbp',
  'percentOfReferencePrice',
  'tellingWords',
]

/** How a text can be tested. */
export const textComparisons: readonly Comparison[] = [
  'isOneOf',
  'startsWithOneOf',
  'containsOneOf',
  'is',
]

/** How an amount can be tested. */
export const amountComparisons: readonly Comparison[] = ['isBelow', 'isAtLeast']
