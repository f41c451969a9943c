import { Big } from 'big.js'
import { type DecimalText, toBig } from './decimal.ts'
import { type Money, minorUnitDecimals } from './money.ts'

/**
 * Splits an amount over weights so that the parts are whole minor units and sum to the amount exactly.
 * Each part is first cut down to the minor unit; the units left over go to the largest remainders,
 * the earlier line first where remainders are equal.
 *
 * @param weights none negative, at least one positive
 * @example apportion(money('10.00', 'GBP'), ['1', '1', '1']) // 3.34, 3.33, 3.33
 */
export function apportion(total: Money, weights: readonly DecimalText[]): readonly Money[] {
  const decimals = minorUnitDecimals(total.currency)
  const shares = weights.map(toBig)
  const weightSum = shares.reduce((sum, share) => sum.plus(share), new Big(0))
  if (shares.some((share) => share.lt(0)) || !weightSum.gt(0)) {
    throw new RangeError('weights must not be negative and at least one must be positive')
  }
  const units = toBig(total.amount).times(new Big(10).pow(decimals))
  if (!units.mod(1).eq(0)) throw new RangeError(`${total.amount} is no whole number of minor units`)

  const exactParts = shares.map((share) => units.times(share))
  const cut = exactParts.map((part) => wholeQuotient(part, weightSum))
  const remainders = exactParts.map((part, index) => part.minus(cut[index]!.times(weightSum)))
  const missing = units.minus(cut.reduce((sum, part) => sum.plus(part), new Big(0)))
  const step = missing.lt(0) ? -1 : 1
  const byRemainder = remainders
    .map((remainder, index) => ({ remainder: remainder.times(step), index }))
    .sort((left, right) => right.remainder.cmp(left.remainder) || left.index - right.index)
  for (const { index } of byRemainder.slice(0, missing.abs().toNumber())) {
    cut[index] = cut[index]!.plus(step)
  }
  const scale = new Big(10).pow(-decimals)
  return cut.map((part) => ({
    amount: part.times(scale).toFixed(decimals) as DecimalText,
    currency: total.currency,
  }))
}

function wholeQuotient(dividend: Big, divisor: Big): Big {
  const Whole = Big()
  Whole.DP = 0
  Whole.RM = 0
  return new Big(new Whole(dividend).div(divisor))
}
