import {
  addDecimals,
  compareDecimals,
  decimal,
  type DecimalText,
  fractionDigits,
  isPositive as isPositiveDecimal,
  multiplyDecimals,
  subtractDecimals,
  sumOfDecimals,
} from './decimal.ts'
import { round, type Rounding } from './rounding.ts'

/** ISO 4217 alphabetic code. */
export type CurrencyCode = string

/** An exact amount in one currency. Amounts of different currencies never meet in arithmetic. */
export interface Money {
  readonly amount: DecimalText
  readonly currency: CurrencyCode
}

/** @example money('12.50', 'GBP') */
export function money(amount: string, currency: CurrencyCode): Money {
  return { amount: decimal(amount), currency }
}

const NOTHING = '0' as DecimalText

/** No money, in a currency. */
export function zero(currency: CurrencyCode): Money {
  return { amount: NOTHING, currency }
}

/** Two currencies in one sum are a fault of the caller: amounts are converted before they meet. */
function assertSameCurrency(left: CurrencyCode, right: CurrencyCode): void {
  if (left !== right) throw new TypeError(`currencies never mix: ${left} and ${right}`)
}

/** The exact sum of two amounts of one currency. */
export function add(left: Money, right: Money): Money {
  assertSameCurrency(left.currency, right.currency)
  return { amount: addDecimals(left.amount, right.amount), currency: left.currency }
}

/** The exact difference of two amounts of one currency. */
export function subtract(left: Money, right: Money): Money {
  assertSameCurrency(left.currency, right.currency)
  return { amount: subtractDecimals(left.amount, right.amount), currency: left.currency }
}

/** The amount with the opposite sign. */
export function negate(value: Money): Money {
  return { amount: subtractDecimals(NOTHING, value.amount), currency: value.currency }
}

/** The sum in the given currency; the currency is asked for because an empty list has none of its own. */
export function sum(values: readonly Money[], currency: CurrencyCode): Money {
  const amounts = values.map((value) => {
    assertSameCurrency(value.currency, currency)
    return value.amount
  })
  return { amount: sumOfDecimals(amounts), currency }
}

/** Exact product, not rounded. */
export function multiply(value: Money, factor: DecimalText): Money {
  return { amount: multiplyDecimals(value.amount, factor), currency: value.currency }
}

/** Negative, zero or positive, as for `Array.prototype.sort`. */
export function compare(left: Money, right: Money): -1 | 0 | 1 {
  assertSameCurrency(left.currency, right.currency)
  return compareDecimals(left.amount, right.amount)
}

/** Whether there is any money at all. */
export function isPositive(value: Money): boolean {
  return isPositiveDecimal(value.amount)
}

/** The number of decimals in which ISO 4217 counts the currency. */
export function minorUnitDecimals(currency: CurrencyCode): number {
  return DECIMALS_OTHER_THAN_TWO.get(currency) ?? 2
}

/**
 * The same amount written with all decimals of its currency, as bills and declarations show it.
 * @throws RangeError when the amount is finer than the currency, because then it would have to be rounded.
 * @example inMinorUnits(money('12.5', 'GBP')) // { amount: '12.50', currency: 'GBP' }
 */
export function inMinorUnits(value: Money): Money {
  const { amount, currency } = value
  const decimals = minorUnitDecimals(currency)
  const written = round(amount, decimals, 'truncate')
  if (fractionDigits(amount) > decimals && compareDecimals(amount, written) !== 0) {
    throw new RangeError(`${amount} ${currency} is finer than a coin`)
  }
  return { amount: written, currency }
}

/** Rounds to the smallest coin of the currency by a rule that the caller names. */
export function roundMoney(value: Money, rounding: Rounding): Money {
  const amount = round(value.amount, minorUnitDecimals(value.currency), rounding)
  return { amount, currency: value.currency }
}

// ISO 4217:2015 table A.1, minor units other than two.
const DECIMALS_OTHER_THAN_TWO: ReadonlyMap<CurrencyCode, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG'].map(
    (code) => [code, 0] as const,
  ),
  ...['RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
  ...['CLF', 'UYW'].map((code) => [code, 4] as const),
])
