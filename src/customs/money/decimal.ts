import { Big } from 'big.js'

/**
 * An exact decimal number in its plain text form: optional minus, digits, optional fraction.
 * Decimals travel as text (JSON, SQL, XML) and become {@link Big} only inside an arithmetic function,
 * so a float can never slip in between.
 */
export type DecimalText = string & { readonly __decimal: never }

const PLAIN_DECIMAL = /^-?\d{1,24}(\.\d{1,18})?$/

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

export function toBig(value: DecimalText): Big {
  return new Big(value)
}

/** The shortest plain text of an exact number: no exponent, no trailing zeros. */
export function fromBig(value: Big): DecimalText {
  return value.toFixed() as DecimalText
}

export function addDecimals(...values: readonly DecimalText[]): DecimalText {
  return fromBig(values.reduce((sum, value) => sum.plus(value), new Big(0)))
}

export function multiplyDecimals(left: DecimalText, right: DecimalText): DecimalText {
  return fromBig(new Big(left).times(right))
}

/** Negative, zero or positive, as for `Array.prototype.sort`. */
export function compareDecimals(left: DecimalText, right: DecimalText): -1 | 0 | 1 {
  return new Big(left).cmp(right)
}

export function isZero(value: DecimalText): boolean {
  return new Big(value).eq(0)
}

export function isNegative(value: DecimalText): boolean {
  return new Big(value).lt(0)
}
