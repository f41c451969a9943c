import { apportionUnits } from './apportion.ts'
import { decimalFromInteger, type DecimalText, fractionDigits, integerAtScale } from './decimal.ts'

/** As fine as a decimal of an order may be written. */
const DECIMALS = 6

/**
 * Splits a quantity, such as a weight, over numbers of pieces so that the parts sum to it exactly. They
 * are as fine as the quantity itself, or finer where a part would come to nothing.
 *
 * @param pieces none negative, at least one positive
 * @example apportionDecimal('1.00', [1, 2]) // 0.33, 0.67
 */
export function apportionDecimal(
  total: DecimalText,
  pieces: readonly number[],
): readonly DecimalText[] {
  const weights = pieces.map(BigInt)
  const own = fractionDigits(total)
  const coarse = apportionUnits(integerAtScale(total, own), weights)
  const isFineEnough = coarse.every((part, index) => part > 0n || weights[index] === 0n)
  const scale = isFineEnough ? own : DECIMALS
  const parts = isFineEnough ? coarse : apportionUnits(integerAtScale(total, scale), weights)
  return parts.map((part) => decimalFromInteger(part, scale))
}
