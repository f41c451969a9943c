import { isZero, type DecimalText } from '../../customs/money/decimal.ts'
import { divideAndRound } from '../../customs/money/rounding.ts'
import type { Assessment } from '../assessment/assessment.ts'
import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import { present } from '../message/present.ts'
import type { consignmentFields, itemFields } from './risk-rule.ts'

type FactsOf<
  Fields extends { readonly texts: readonly string[]; readonly amounts: readonly string[] },
> = Readonly<Partial<Record<Fields['texts' | 'amounts'][number], string>>>

/** The facts of a consignment under the names that risk rules use; absent where not declared. */
export type ConsignmentFacts = FactsOf<typeof consignmentFields>

/**
 * The facts of one goods item; `sequence` only names it in the reasons of a hit. Values are pounds,
 * per kilogram net or per supplementary unit.
 */
export type ItemFacts = FactsOf<typeof itemFields> & {
  readonly sequence: number
}

/**
 * All that risk rules can see. Names, codes and quantities are as declared; customs values are
 * those that the office has worked out itself.
 */
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
