import { padDecimals } from './decimal.ts'
import { minorUnitDecimals, type Money } from './money.ts'

/**
 * An amount as papers and explanations print it: code, space, at least the decimals of the currency.
 * @example moneyText(money('12.5', 'GBP')) // 'GBP 12.50'
 */
export function moneyText({ amount, currency }: Money): string {
  return `${currency} ${padDecimals(amount, minorUnitDecimals(currency))}`
}
