import type { Money } from '../money/money.ts'
import { combineAll, type Result, success } from '../result.ts'
import { convertAmount } from '../valuation/official-rates.ts'
import type { Charging } from './charging.ts'
import type { LandedTotals } from './landed-cost.ts'

/**
 * The sums of a quote in the currency in which the shop shows its prices, where it asks for them. Each
 * sum is converted by itself, so a total may differ from its parts by a coin.
 */
export function inShopCurrency(
  totals: LandedTotals,
  { facts: { request, rates }, on }: Charging,
): Result<LandedTotals | undefined> {
  const { shopCurrency } = request
  if (shopCurrency === undefined) return success(undefined)
  const { currency: _, ...sums } = totals
  const converted = combineAll(
    Object.entries(sums as Readonly<Record<string, Money>>).map(
      ([name, amount]): Result<readonly [string, Money]> => {
        const into = convertAmount(rates, amount, { to: shopCurrency, on, path: '/shopCurrency' })
        return into.ok ? success([name, into.value.money]) : into
      },
    ),
  )
  if (!converted.ok) return converted
  return success({ currency: shopCurrency, ...Object.fromEntries(converted.value) } as LandedTotals)
}
