import { isZero, type DecimalText } from '../../customs/money/decimal.ts'
import { divideAndRound } from '../../customs/money/rounding.ts'
import type { Assessment } from '../assessment/assessment.ts'
import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import { present } from '../message/present.ts'
import type { consignmentFields, itemFields } from './risk-rule.ts'

/** The facts of a consignment under the names that risk rules use; absent where not declared. */
export type ConsignmentFacts = Readonly<Partial<Record<(typeof consignmentFields)[number], string>>>
export type ItemFacts = Readonly<Partial<Record<(typeof itemFields)[number], string>>> & {
  readonly sequence: number
}

export interface RiskFacts {
  readonly consignment: ConsignmentFacts
  readonly items: readonly ItemFacts[]
}

/** Gathers what risk rules may look at, from the message and the office's own assessment. */
export function riskFacts(declaration: LodgedDeclaration, assessment: Assessment): RiskFacts {
  return {
    consignment: present({
      exporterName: declaration.exporter.name,
      exporterCountry: declaration.exporter.countryCode,
      importerId: declaration.importer.id,
      importerName: declaration.importer.name,
      declarantId: declaration.declarant.id,
      exportCountry: declaration.exportCountry,
      customsValueGbp: assessment.customsValueGbp,
    }),
    items: declaration.items.map((item, index) =>
      itemFacts(item, assessment.items[index]?.customsValueGbp),
    ),
  }
}

function itemFacts(item: LodgedItem, customsValueGbp: DecimalText | undefined): ItemFacts {
  return {
    sequence: item.sequence,
    ...present({
      commodityCode: item.commodityCode,
      originCountry: item.originCountry,
      description: item.description,
      marks: item.packages.flatMap((packaging) => packaging.marks ?? []).join(' ') || undefined,
      customsValueGbp,
      valuePerKgGbp: perUnit(customsValueGbp, item.netMassKg),
      valuePerUnitGbp: perUnit(customsValueGbp, item.supplementaryQuantity),
    }),
  }
}

function perUnit(
  value: DecimalText | undefined,
  quantity: DecimalText | undefined,
): DecimalText | undefined {
  if (value === undefined || quantity === undefined || isZero(quantity)) return undefined
  return divideAndRound(value, quantity, { decimals: 4, rounding: 'half-up' })
}
