import { decimal, fromBig, padDecimals, toBig } from '../../customs/money/decimal.ts'
import { minorUnitDecimals, type Money } from '../../customs/money/money.ts'

/**
 * An amount in the one spelling that the interface has for it: all decimals of its currency, and
 * more only where the amount is finer than a coin. The database pads amounts with zeros, and
 * authorities leave zeros out.
 *
 * @example shownMoney({ amount: '40.600000', currency: 'GBP' }) // { amount: '40.60', currency: 'GBP' }
 */
export function shownMoney(value: { readonly amount: string; readonly currency: string }): Money {
  const { amount, currency } = value
  const shortest = fromBig(toBig(decimal(amount)))
  return { amount: padDecimals(shortest, minorUnitDecimals(currency)), currency }
}
