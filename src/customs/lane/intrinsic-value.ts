import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { multiplyDecimals } from '../money/decimal.ts'
import { compare, minorUnitDecimals, type Money, sum } from '../money/money.ts'
import { divideAndRound } from '../money/rounding.ts'
import { type Result, success } from '../result.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import { compareAtRates, type ConversionUsed, convertAmount } from '../valuation/official-rates.ts'

/** What the goods of a consignment cost, and on which side of a limit that lies. */
export interface IntrinsicValue {
  /** In the currency of the limit. */
  readonly value: Money
  readonly isOverLimit: boolean
}

/** More decimals than any price at any published rate needs to be told from a limit. */
const FINEST_DECIMALS = 12

/**
 * The intrinsic value of a consignment: the price of its goods alone, all items together. Freight,
 * insurance and VAT stay out, because an order states them beside the prices. The law sets the limit
 * in its own currency and says nothing of rounding, so the exact value is compared with it. It is told
 * to the coin, and finer only where the coins would hide on which side of the limit it lies.
 *
 * @law Value Added Tax Act 1994, section 7(5B): an intrinsic value of not more than 135 pounds
 */
export function intrinsicValue(
  consignment: Consignment,
  limit: Money,
  { on, rates }: { readonly on: LocalDate; readonly rates: ExchangeRates },
): Result<IntrinsicValue> {
  const prices = consignment.goodsItems.map((item) => item.linePrice)
  const price = sum(prices, consignment.currency)
  const at = { on, path: '/goodsItems' }
  const converted = convertAmount(rates, price, { ...at, to: limit.currency })
  if (!converted.ok) return converted
  const sign = compareAtRates(rates, { amount: price, other: limit }, at)
  if (!sign.ok) return sign
  const { money, used } = converted.value
  const isOverLimit = sign.value > 0
  const isTold = used === undefined || compare(money, limit) > 0 === isOverLimit
  return success({ value: isTold ? money : finely(price, used, limit), isOverLimit })
}

/** A value over the limit by less than half a coin, with the decimals that it takes to see that. */
function finely(price: Money, { unitsFrom, unitsTo }: ConversionUsed, limit: Money): Money {
  const { currency } = limit
  const exact = multiplyDecimals(price.amount, unitsTo)
  let decimals = minorUnitDecimals(currency)
  let value = limit
  while (compare(value, limit) <= 0 && decimals < FINEST_DECIMALS) {
    decimals += 1
    value = {
      amount: divideAndRound(exact, unitsFrom, { decimals, rounding: 'half-up' }),
      currency,
    }
  }
  return value
}
