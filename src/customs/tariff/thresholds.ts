import { Type, type Static } from 'typebox'
import { isInForce, type LocalDate, type Validity } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import { type Money, roundMoney } from '../money/money.ts'
import type { Rounding } from '../money/rounding.ts'
import { currencyCode, decimalText, oneOf } from '../order/schema.ts'
import { combine, combineAll, type Result, success } from '../result.ts'
import { ruleDates, validityOf } from './dated-rule.ts'

/** Up to which value of a consignment the low-value rules hold, and for which goods not. */
export interface LowValueThreshold {
  readonly validity: Validity
  /** Intrinsic value of one consignment; the limit itself is still within. */
  readonly limit: Money
  /** Beginnings of the commodity codes that the relief from customs duty leaves out. */
  readonly excludedCodes: readonly string[]
}

/** How an authority rounds the amount of one tax on one goods item. */
export interface TaxLineRounding {
  readonly rule: Rounding
  readonly decimals: number
}

/** The limits of value and the rule of rounding of one authority. */
export interface Thresholds {
  readonly lowValue: readonly LowValueThreshold[]
  readonly taxLine: readonly (TaxLineRounding & { readonly validity: Validity })[]
}

/** The limit for consignments of low value. */
const lowValueSchema = Type.Object({
  ...ruleDates,
  amount: decimalText,
  currency: currencyCode,
  // Another basis or comparison would be another rule, which the decision on the lane does not know.
  compare: Type.Literal('not-over'),
  basis: Type.Literal('intrinsic-value'),
  scope: Type.Literal('consignment'),
  excludes: Type.Array(
    Type.Object({
      commodityCodePrefixes: Type.Array(Type.String({ pattern: '^\\d{2,10}$' }), { minItems: 1 }),
    }),
  ),
})

/** The rule by which the amount of a tax on one goods item is rounded. */
const taxLineSchema = Type.Object({
  ...ruleDates,
  rule: oneOf(['truncate', 'half-up', 'half-even'], 'rule of rounding'),
  decimals: Type.Integer({ minimum: 0 }),
})

/**
 * The whole file; entries of other kinds, such as the limit for gifts, are left to their own
 * readers.
 */
const fileSchema = Type.Object({
  thresholds: Type.Array(Type.Object({ id: Type.String() })),
  rounding: Type.Array(Type.Object({ id: Type.String() })),
})

const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)
const readLowValue = checkedReader<Static<typeof lowValueSchema>>(lowValueSchema)
const readTaxLine = checkedReader<Static<typeof taxLineSchema>>(taxLineSchema)

/** Reads the contents of `data/gb/thresholds.json`. */
export function readThresholds(json: unknown): Result<Thresholds> {
  const file = readFile(json)
  if (!file.ok) return file
  const { thresholds, rounding } = file.value
  const rules = combine({
    lowValue: combineAll(
      thresholds.filter(({ id }) => id === 'low-value-consignment').map(readLowValue),
    ),
    taxLine: combineAll(rounding.filter(({ id }) => id === 'tax-line').map(readTaxLine)),
  })
  if (!rules.ok) return rules
  return success({
    lowValue: rules.value.lowValue.map(lowValueThreshold),
    taxLine: rules.value.taxLine.map((rounding) => ({
      rule: rounding.rule,
      decimals: rounding.decimals,
      validity: validityOf(rounding),
    })),
  })
}

/** The limit as an amount of money with the codes that it does not hold for. */
function lowValueThreshold(threshold: Static<typeof lowValueSchema>): LowValueThreshold {
  const { amount, currency, excludes } = threshold
  return {
    validity: validityOf(threshold),
    // The limit is shown to people, so it is written with its pence as every other amount is.
    limit: roundMoney({ amount, currency }, 'truncate'),
    excludedCodes: excludes.flatMap((exclusion) => exclusion.commodityCodePrefixes),
  }
}

/** The limit in force on a day, if the law knows one on that day. */
export function lowValueThresholdOn(
  thresholds: Thresholds,
  on: LocalDate,
): LowValueThreshold | undefined {
  return thresholds.lowValue.find(({ validity }) => isInForce(validity, on))
}

/** The rule of rounding in force on a day, if one is loaded. */
export function taxLineRoundingOn(
  thresholds: Thresholds,
  on: LocalDate,
): TaxLineRounding | undefined {
  const inForce = thresholds.taxLine.find(({ validity }) => isInForce(validity, on))
  return inForce && { rule: inForce.rule, decimals: inForce.decimals }
}
