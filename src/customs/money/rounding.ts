import { Big, type RoundingMode } from 'big.js'
import { type DecimalText, fractionDigits, padDecimals, toBig } from './decimal.ts'

/**
 * The ways in which an authority's rule may round. There is no default: every rounding names its rule.
 * - `truncate`: towards zero (UK CDS tax lines).
 * - `half-up`: to the nearest, a half away from zero (commercial rounding).
 * - `half-even`: to the nearest, a half to the even neighbour.
 */
export type Rounding = 'truncate' | 'half-up' | 'half-even'

/** The names that the arithmetic library has for the rules. */
const modeOf: Record<Rounding, RoundingMode> = {
  truncate: 0,
  'half-up': 1,
  'half-even': 2,
}

/** Rounds to a number of decimals and keeps trailing zeros: `round('1.005', 2, 'half-up')` is `'1.01'`. */
export function round(value: DecimalText, decimals: number, rounding: Rounding): DecimalText {
  // Most amounts are written no finer than asked, and text needs no arithmetic to be padded.
  if (fractionDigits(value) <= decimals) return padDecimals(value, decimals)
  return withoutNegativeZero(toBig(value).toFixed(decimals, modeOf[rounding]))
}

/**
 * Divides once and rounds once. The quotient is taken with enough digits that the later rounding
 * sees the exact side of every half: the division is done on a remainder-exact integer scale.
 */
export function divideAndRound(
  dividend: DecimalText,
  divisor: DecimalText,
  rule: { readonly decimals: number; readonly rounding: Rounding },
): DecimalText {
  const Scaled = Big()
  Scaled.DP = rule.decimals
  Scaled.RM = modeOf[rule.rounding]
  return withoutNegativeZero(new Scaled(dividend).div(divisor).toFixed(rule.decimals))
}

/** A small negative number rounds to nothing, and nothing has no sign. */
function withoutNegativeZero(text: string): DecimalText {
  return (/^-0(\.0*)?$/.test(text) ? text.slice(1) : text) as DecimalText
}
