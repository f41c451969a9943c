import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { type Money, sum } from '../money/money.ts'
import { type Result, success } from '../result.ts'
import { convert, type ExchangeRates } from '../tariff/exchange-rates.ts'

/**
 * The intrinsic value of a consignment: the price of its goods alone, all items together, in the
 * currency of the rates. Freight, insurance and VAT stay out, because an order states them beside
 * the prices. The sum is converted once, so that rounding cannot push it over a limit item by item.
 */
export function intrinsicValue(
  consignment: Consignment,
  on: LocalDate,
  exchangeRates: ExchangeRates,
): Result<Money> {
  const prices = consignment.goodsItems.map((item) => item.linePrice)
  const price = sum(prices, consignment.currency)
  const converted = convert(exchangeRates, price, { on, path: '/goodsItems' })
  return converted.ok ? success(converted.value.money) : converted
}
