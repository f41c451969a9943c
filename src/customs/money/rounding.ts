import {
  decimalFromInteger,
  decimalFromShort,
  type DecimalText,
  fractionDigits,
  isExact,
  padDecimals,
  powerOfTen,
  scaledInteger,
  shortCount,
  shortPowerOfTen,
} from './decimal.ts'

/**
 * The ways in which an authority's rule may round. There is no default: every rounding names its rule.
 * - `truncate`: towards zero (UK CDS tax lines).
 * - `half-up`: to the nearest, a half away from zero (commercial rounding).
 * - `half-even`: to the nearest, a half to the even neighbour.
 */
export type Rounding = 'truncate' | 'half-up' | 'half-even'

/** Rounds to a number of decimals and keeps trailing zeros: `round('1.005', 2, 'half-up')` is `'1.01'`. */
export function round(value: DecimalText, decimals: number, rounding: Rounding): DecimalText {
  // Most amounts are written no finer than asked, and text needs no arithmetic to be padded.
  if (fractionDigits(value) <= decimals) return padDecimals(value, decimals)
  const rounded = shortQuotient(value, decimals, rounding)
  if (isExact(rounded)) return decimalFromShort(rounded, decimals)
  const { count, scale } = scaledInteger(value)
  return decimalFromInteger(quotient(count, powerOfTen(scale - decimals), rounding), decimals)
}

/** The same as a number of the machine; not a number where that could not be exact. */
function shortQuotient(value: DecimalText, decimals: number, rounding: Rounding): number {
  const count = shortCount(value)
  const divisor = shortPowerOfTen(fractionDigits(value) - decimals)
  const left = count % divisor
  const cut = (count - left) / divisor
  const twiceLeft = Math.abs(left) * 2
  const isAway =
    rounding === 'truncate'
      ? false
      : twiceLeft > divisor || (twiceLeft === divisor && (rounding === 'half-up' || cut % 2 !== 0))
  return isAway ? cut + (count < 0 ? -1 : 1) : cut
}

/**
 * Divides once and rounds once, on whole numbers: the rounding sees the remainder itself, and so the
 * exact side of every half.
 * @throws RangeError when the divisor is zero
 */
export function divideAndRound(
  dividend: DecimalText,
  divisor: DecimalText,
  { decimals, rounding }: { readonly decimals: number; readonly rounding: Rounding },
): DecimalText {
  const [over, under] = [scaledInteger(dividend), scaledInteger(divisor)]
  const rounded = quotient(
    over.count * powerOfTen(under.scale + decimals),
    under.count * powerOfTen(over.scale),
    rounding,
  )
  return decimalFromInteger(rounded, decimals)
}

/** The whole quotient that is next to the exact one by the rule. */
function quotient(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const cut = dividend / divisor
  const twiceLeft = sizeOf(dividend % divisor) * 2n
  const isAway = goesAway(rounding, { twiceLeft, size: sizeOf(divisor), cut })
  return isAway ? cut + (dividend < 0n === divisor < 0n ? 1n : -1n) : cut
}

/** Whether the rule goes one further from zero than the quotient that was cut. */
function goesAway(
  rounding: Rounding,
  { twiceLeft, size, cut }: Readonly<Record<'twiceLeft' | 'size' | 'cut', bigint>>,
): boolean {
  switch (rounding) {
    case 'truncate':
      return false
    case 'half-up':
      return twiceLeft >= size
    case 'half-even':
      return twiceLeft > size || (twiceLeft === size && cut % 2n !== 0n)
  }
}

function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value
}
