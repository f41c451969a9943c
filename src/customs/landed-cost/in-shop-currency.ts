import type { Money } from '../money/money.ts'
import { present } from '../present.ts'
import { type Result, success } from '../result.ts'
import {
  type ConversionUsed,
  type ConvertedAmount,
  convertAmount,
} from '../valuation/official-rates.ts'
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
  // Many sums are equal, nothing above all, and are converted together.
  const converted = new Map<string, ConvertedAmount>()
  const inShop: Record<string, unknown> = { currency: shopCurrency }
  for (const [name, sum] of Object.entries(sums as Readonly<Record<string, Money>>)) {
    const known = converted.get(sum.amount)
    const into = known === undefined ? convertAmount(rates, sum, conversion) : success(known)
    if (!into.ok) return into
    converted.set(sum.amount, into.value)
    inShop[name] = into.value.money
  }
  const used = converted.get(totals.goods.amount)?.used
  return success(present({ totals: inShop as unknown as LandedTotals, used }))
}
