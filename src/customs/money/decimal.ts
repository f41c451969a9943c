import { Big } from 'big.js'

/**
 * An exact decimal number in its plain text form: optional minus, digits, optional fraction.
 * Decimals travel as text (JSON, SQL, XML) and become {@link Big} only inside an arithmetic function,
 * so a float can never slip in between.
 */
export type DecimalText = string & { readonly __decimal: never }

/**
 * Twenty-four digits before and eighteen after the point are far more than any amount needs and
 * bound the work.
 */
const PLAIN_DECIMAL = /^-?\d{1,24}(\.\d{1,18})?$/

/** Whether a text is a plain decimal, without exponent, sign of plus or separators. */
export function isDecimalText(text: string): text is DecimalText {
  return PLAIN_DECIMAL.test(text)
}

/**
 * Reads a decimal that the code itself wrote down or that a schema has already checked.
 * @throws TypeError when the text is no plain decimal; user input is checked with {@link isDecimalText}.
 * @example decimal('12.50')
 */
export function decimal(text: string): DecimalText {
  if (!isDecimalText(text)) throw new TypeError(`not a plain decimal: ${JSON.stringify(text)}`)
  return text
}

/** The decimal as a number for arithmetic; only functions that calculate do this. */
export function toBig(value: DecimalText): Big {
  return new Big(value)
}

/** The shortest plain text of an exact number: no exponent, no trailing zeros, no sign on nothing. */
export function fromBig(value: Big): DecimalText {
  const text = value.toFixed()
  return (text === '-0' ? '0' : text) as DecimalText
}

/** How many digits stand after the point. */
export function fractionDigits(value: DecimalText): number {
  const point = value.indexOf('.')
  return point === -1 ? 0 : value.length - point - 1
}

/**
 * The same number written with at least so many decimals; never cut.
 * @example padDecimals(decimal('12.5'), 2) // '12.50'
 */
export function padDecimals(value: DecimalText, decimals: number): DecimalText {
  const missing = decimals - fractionDigits(value)
  if (missing <= 0) return value
  const point = value.includes('.') ? '' : '.'
  return `${value}${point}${'0'.repeat(missing)}` as DecimalText
}

/**
 * The number as a count of its `scale`-th decimals: `integerAtScale('12.5', 2)` is `1250n`.
 * @throws RangeError when the number is finer than that
 */
export function integerAtScale(value: DecimalText, scale: number): bigint {
  const excess = fractionDigits(value) - scale
  const digits = padDecimals(value, scale).replace('.', '')
  if (excess <= 0) return BigInt(digits)
  if (!digits.endsWith('0'.repeat(excess)))
    throw new RangeError(`${value} is finer than ${scale} decimals`)
  return BigInt(digits.slice(0, -excess))
}

/** The reverse of {@link integerAtScale}: `decimalFromInteger(1250n, 2)` is `'12.50'`. */
export function decimalFromInteger(count: bigint, scale: number): DecimalText {
  const sign = count < 0n ? '-' : ''
  const digits = (count < 0n ? -count : count).toString().padStart(scale + 1, '0')
  if (scale === 0) return `${sign}${digits}` as DecimalText
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}` as DecimalText
}

/** The exact sum; of nothing it is zero. */
export function addDecimals(...values: readonly DecimalText[]): DecimalText {
  return fromBig(values.reduce((sum, value) => sum.plus(value), new Big(0)))
}

/** The exact product. */
export function multiplyDecimals(left: DecimalText, right: DecimalText): DecimalText {
  return fromBig(new Big(left).times(right))
}

/** Negative, zero or positive, as for `Array.prototype.sort`. */
export function compareDecimals(left: DecimalText, right: DecimalText): -1 | 0 | 1 {
  return new Big(left).cmp(right)
}

/** Whether the number is zero, however it is written. */
export function isZero(value: DecimalText): boolean {
  return new Big(value).eq(0)
}

/** Whether the number is below zero. */
export function isNegative(value: DecimalText): boolean {
  return new Big(value).lt(0)
}
