import { Big } from 'big.js'

/**
 * An exact decimal number in its plain text form: optional minus, digits, optional fraction.
 * Decimals travel as text (JSON, SQL, XML) and become {@link ScaledInteger} or {@link Big} only inside
 * an arithmetic function, so a float can never slip in between.
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
  const short = shortCount(value) * shortPowerOfTen(-excess)
  if (isExact(short)) return BigInt(short)
  const digits = padDecimals(value, scale).replace('.', '')
  if (excess <= 0) return BigInt(digits)
  if (!digits.endsWith('0'.repeat(excess)))
    throw new RangeError(`${value} is finer than ${scale} decimals`)
  return BigInt(digits.slice(0, -excess))
}

/** The reverse of {@link integerAtScale}: `decimalFromInteger(1250n, 2)` is `'12.50'`. */
export function decimalFromInteger(count: bigint, scale: number): DecimalText {
  return written(count.toString(), scale)
}

/** The same of a count that a number of the machine holds exactly. */
export function decimalFromShort(count: number, scale: number): DecimalText {
  return written(String(count), scale)
}

function written(count: string, scale: number): DecimalText {
  if (scale === 0) return count as DecimalText
  const isNegative = count.startsWith('-')
  const digits = (isNegative ? count.slice(1) : count).padStart(scale + 1, '0')
  const sign = isNegative ? '-' : ''
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}` as DecimalText
}

/**
 * A decimal while it is reckoned with: so many of its `scale`-th decimals. Whole numbers of any length
 * are exact, and reckoning with them is many times faster than with digits one by one.
 */
export interface ScaledInteger {
  readonly count: bigint
  readonly scale: number
}

/** @example scaledInteger('12.5') // { count: 125n, scale: 1 } */
export function scaledInteger(value: DecimalText): ScaledInteger {
  const point = value.indexOf('.')
  const scale = point === -1 ? 0 : value.length - point - 1
  if (value.length <= SHORT_LENGTH) return { count: BigInt(shortCount(value)), scale }
  const digits = point === -1 ? value : value.slice(0, point) + value.slice(point + 1)
  return { count: BigInt(digits), scale }
}

/** Every whole number of so many digits is exact in a number of the machine. */
const SHORT_LENGTH = 15
const [ZERO, MINUS] = ['0'.charCodeAt(0), '-'.charCodeAt(0)]

/**
 * The digits of a short decimal as a whole number; not a number for a long one. Most amounts are short,
 * and a number of the machine reckons exactly with whole numbers as long as what it comes to is
 * `isExact`, in a fraction of the time.
 */
export function shortCount(value: DecimalText): number {
  if (value.length > SHORT_LENGTH) return Number.NaN
  const isNegative = value.charCodeAt(0) === MINUS
  let count = 0
  for (let at = isNegative ? 1 : 0; at < value.length; at += 1) {
    const digit = value.charCodeAt(at) - ZERO
    // The point is the only sign that is no digit.
    if (digit >= 0) count = count * 10 + digit
  }
  return isNegative ? -count : count
}

/** Whether a whole number that was reckoned is what it would be with digits without end. */
export function isExact(count: number): boolean {
  return Number.isSafeInteger(count)
}

/** A power of ten as a number of the machine; not a number where that could not be exact. */
export function shortPowerOfTen(exponent: number): number {
  return SHORT_POWERS_OF_TEN[exponent] ?? Number.NaN
}

const SHORT_POWERS_OF_TEN = Array.from({ length: SHORT_LENGTH + 1 }, (_, exponent) =>
  Number(10n ** BigInt(exponent)),
)

/** The shortest plain text of the number, as {@link fromBig} writes it. */
export function decimalFromScaled({ count, scale }: ScaledInteger): DecimalText {
  return withoutZeros(decimalFromInteger(count, scale), scale)
}

function withoutZeros(text: DecimalText, scale: number): DecimalText {
  if (scale === 0 || !text.endsWith('0')) return text
  let end = text.length
  while (text[end - 1] === '0') end -= 1
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end) as DecimalText
}

/** The same number in its shortest plain text. @example shortest('12.50') // '12.5' */
export function shortest(value: DecimalText): DecimalText {
  return IS_SHORTEST.test(value) ? value : decimalFromScaled(scaledInteger(value))
}

const IS_SHORTEST = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/

/** The count of a number at a scale that is no coarser than its own. */
function countAt({ count, scale }: ScaledInteger, wanted: number): bigint {
  return scale === wanted ? count : count * powerOfTen(wanted - scale)
}

const POWERS_OF_TEN = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent))

/** Nearly every scale is small, and its power is at hand. */
export function powerOfTen(exponent: number): bigint {
  return POWERS_OF_TEN[exponent] ?? 10n ** BigInt(exponent)
}

/** The exact sum; of nothing it is zero. */
export function addDecimals(...values: readonly DecimalText[]): DecimalText {
  return sumOfDecimals(values)
}

/** The same of a list. */
export function sumOfDecimals(values: readonly DecimalText[]): DecimalText {
  let [count, scale] = [0, 0]
  for (const value of values) {
    const own = fractionDigits(value)
    const finer = Math.max(scale, own)
    const before = count * shortPowerOfTen(finer - scale)
    const added = shortCount(value) * shortPowerOfTen(finer - own)
    count = before + added
    if (!isExact(before) || !isExact(added) || !isExact(count)) return addLong(values)
    scale = finer
  }
  return withoutZeros(decimalFromShort(count, scale), scale)
}

function addLong(values: readonly DecimalText[]): DecimalText {
  let [count, scale] = [0n, 0]
  for (const value of values) {
    const next = scaledInteger(value)
    const finer = Math.max(scale, next.scale)
    count = countAt({ count, scale }, finer) + countAt(next, finer)
    scale = finer
  }
  return decimalFromScaled({ count, scale })
}

/** The exact difference. */
export function subtractDecimals(left: DecimalText, right: DecimalText): DecimalText {
  const [from, less] = [scaledInteger(left), scaledInteger(right)]
  const scale = Math.max(from.scale, less.scale)
  return decimalFromScaled({ count: countAt(from, scale) - countAt(less, scale), scale })
}

/** The exact product. */
export function multiplyDecimals(left: DecimalText, right: DecimalText): DecimalText {
  return productAt(left, right, 0)
}

/** So many hundredths of a number, exact. @example percentOf('57.92', '12') // '6.9504' */
export function percentOf(value: DecimalText, percent: DecimalText): DecimalText {
  return productAt(value, percent, 2)
}

/** The exact product, with the point so many places further to the left. */
function productAt(left: DecimalText, right: DecimalText, places: number): DecimalText {
  const scale = fractionDigits(left) + fractionDigits(right) + places
  const count = shortCount(left) * shortCount(right)
  if (isExact(count)) return withoutZeros(decimalFromShort(count, scale), scale)
  return decimalFromScaled({ count: scaledInteger(left).count * scaledInteger(right).count, scale })
}

/** Negative, zero or positive, as for `Array.prototype.sort`. */
export function compareDecimals(left: DecimalText, right: DecimalText): -1 | 0 | 1 {
  if (left === right) return 0
  const scale = Math.max(fractionDigits(left), fractionDigits(right))
  const one = shortCount(left) * shortPowerOfTen(scale - fractionDigits(left))
  const other = shortCount(right) * shortPowerOfTen(scale - fractionDigits(right))
  if (isExact(one) && isExact(other)) return one === other ? 0 : one < other ? -1 : 1
  return compareLong(left, right)
}

function compareLong(left: DecimalText, right: DecimalText): -1 | 0 | 1 {
  const [one, other] = [scaledInteger(left), scaledInteger(right)]
  const scale = Math.max(one.scale, other.scale)
  const difference = countAt(one, scale) - countAt(other, scale)
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

/** Whether the number is zero, however it is written. */
export function isZero(value: DecimalText): boolean {
  return !ANY_WORTH.test(value)
}

/** Whether the number is above zero. */
export function isPositive(value: DecimalText): boolean {
  return !value.startsWith('-') && !isZero(value)
}

/** Whether the number is below zero. */
export function isNegative(value: DecimalText): boolean {
  return value.startsWith('-') && !isZero(value)
}

/** A digit other than nothing. */
const ANY_WORTH = /[1-9]/
