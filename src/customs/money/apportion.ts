import { type DecimalText, fractionDigits, integerAtScale, decimalFromInteger } from './decimal.ts'
import { type Money, minorUnitDecimals } from './money.ts'

/**
 * Splits an amount over weights so that the parts are whole minor units and sum to the amount exactly.
 * Each part is first cut down to the minor unit; the units left over go to the largest remainders,
 * the earlier line first where remainders are equal.
 *
 * @param weights none negative, at least one positive
 * @throws RangeError when the weights are not such, or the amount is no whole number of minor units
 * @example apportion(money('10.00', 'GBP'), ['1', '1', '1']) // 3.34, 3.33, 3.33
 */
export function apportion(total: Money, weights: readonly DecimalText[]): readonly Money[] {
  const decimals = minorUnitDecimals(total.currency)
  const units = integerAtScale(total.amount, decimals)
  const parts = apportionUnits(units, wholeWeights(weights))
  return parts.map((part) => ({
    amount: decimalFromInteger(part, decimals),
    currency: total.currency,
  }))
}

/** The weights as whole numbers in the same proportion. */
function wholeWeights(weights: readonly DecimalText[]): readonly bigint[] {
  const scale = Math.max(...weights.map(fractionDigits))
  const whole = weights.map((weight) => integerAtScale(weight, scale))
  if (whole.some((weight) => weight < 0n) || whole.every((weight) => weight === 0n)) {
    throw new RangeError('weights must not be negative and at least one must be positive')
  }
  return whole
}

/** The method of largest remainders, in whole numbers from end to end. */
export function apportionUnits(units: bigint, weights: readonly bigint[]): readonly bigint[] {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0n)
  const parts = weights.map((weight) => (units * weight) / weightSum)
  const missing = units - parts.reduce((sum, part) => sum + part, 0n)
  const step = missing < 0n ? -1n : 1n
  const byRemainder = weights
    .map((weight, index) => ({ remainder: ((units * weight) % weightSum) * step, index }))
    .sort((left, right) => Number(right.remainder - left.remainder) || left.index - right.index)
  for (const { index } of byRemainder.slice(0, Number(missing * step))) {
    parts[index] = parts[index]! + step
  }
  return parts
}
