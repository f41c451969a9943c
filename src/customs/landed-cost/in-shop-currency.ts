import type { Money } from '../money/money.ts'
import { combineAll, type Result, success } from '../result.ts'
import { type ConversionUsed, convertAmount } from '../valuation/official-rates.ts'
import type { Charging } from './charging.ts'
import type { LandedTotals } from './landed-cost.ts'

/** The sums in the shop's currency, and the rate at which they were converted. */
export interface ShopTotals {
  readonly totals: LandedTotals
  /** Absent where the shop's currency is that of the destination. */
  readonly used?: ConversionUsed
}

/**
 * The sums of a quote in the currency in which the shop shows its prices, where it asks for them. Each
 * sum is converted by itself, so a total may differ from its parts by a coin.
 */
export function inShopCurrency(
  totals: LandedTotals,
  { facts: { request, rates }, on }: Charging,
): Result<ShopTotals | undefined> {
  const { shopCurrency } = request
  if (shopCurrency === undefined) return success(undefined)
  const { currency: _, ...sums } = totals
  const conversion = { to: shopCurrency, on, path: '/shopCurrency' }
  const converted = combineAll(
    Object.entries(sums as Readonly<Record<string, Money>>).map(([name, amount]) => {
      const into = convertAmount(rates, amount, conversion)
      return into.ok ? success({ name, ...into.value }) : into
    }),
  )
  if (!converted.ok) return converted
  const inCurrency = converted.value.map(({ name, money }) => [name, money] as const)
  const used = converted.value[0]?.used
  return success({
    totals: { currency: shopCurrency, ...Object.fromEntries(inCurrency) } as LandedTotals,
    ...(used && { used }),
  })
}
