import { toBig } from '../../customs/money/decimal.ts'
import { minorUnitDecimals, type Money } from '../../customs/money/money.ts'

/**
 * An amount as it is written on a bill: `GBP 12.50`. One that its currency has no coins for is
 * written out in full; nothing is rounded here.
 */
export function moneyText({ amount, currency }: Money): string {
  const value = toBig(amount)
  const inCoins = value.toFixed(minorUnitDecimals(currency))
  return `${currency} ${value.eq(inCoins) ? inCoins : value.toFixed()}`
}
