import type { Declaration } from '../declaration.ts'
import { goodsItemRules } from './goods-item-rules.ts'
import { headerRules } from './header-rules.ts'
import { lowValueRules, vatReliefRules } from './low-value-rules.ts'
import { partyRules } from './party-rules.ts'
import { paymentRules } from './payment-rules.ts'
import { additionalProcedures, type DeclarationRule, itemsOf } from './rule.ts'
import { textRules } from './text-rules.ts'
import { transportRules } from './transport-rules.ts'
import { valuationRules } from './valuation-rules.ts'

/** The data sets that we declare: H1 with procedure 4000, in full and for low value (C07). */
export type DataSet = 'h1-standard' | 'h1-low-value'

const standardRules: readonly DeclarationRule[] = [
  ...headerRules,
  ...partyRules,
  ...transportRules,
  ...valuationRules,
  ...goodsItemRules,
  ...paymentRules,
  ...vatReliefRules,
  ...textRules,
]

/** Every rule by the data set that it belongs to. */
export const ruleSets: Readonly<Record<DataSet, readonly DeclarationRule[]>> = {
  'h1-standard': standardRules,
  'h1-low-value': [...standardRules, ...lowValueRules],
}

/** The data set that a declaration claims: one item with C07 makes it one of low value. */
export function dataSetOf(declaration: Declaration): DataSet {
  const claimsLowValue = itemsOf(declaration).some(({ item }) =>
    additionalProcedures(item).includes('C07'),
  )
  return claimsLowValue ? 'h1-low-value' : 'h1-standard'
}
