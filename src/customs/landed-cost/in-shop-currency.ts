import { apportion } from '../money/apportion.ts'
import { isZero } from '../money/decimal.ts'
import { type CurrencyCode, inMinorUnits, type Money, sum, zero } from '../money/money.ts'
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

/** What is converted by itself; every other sum is made of these. */
const parts = ['goods', 'freight', 'insurance'] as const
const kinds = ['customsDuty', 'additionalDuty', 'excise', 'importTax', 'saleTax', 'fees'] as const

/**
 * The sums of a quote in the currency in which the shop shows its prices, where it asks for them. Goods,
 * carriage, insurance and each kind of charge are converted and rounded to the coin; the totals are
 * their sums, and what each party pays and what falls due when are shares of all charges. So they add
 * up to the coin, as they do in the currency of the destination.
 */
export function inShopCurrency(
  totals: LandedTotals,
  { facts: { request, rates }, on }: Charging,
): Result<ShopTotals | undefined> {
  const { shopCurrency: currency } = request
  if (currency === undefined) return success(undefined)
  const conversion = { to: currency, on, path: '/shopCurrency' }
  // Many sums are equal, nothing above all, and are converted together.
  const converted = new Map<string, ConvertedAmount>()
  for (const name of [...parts, ...kinds]) {
    const sum = totals[name]
    if (sum === undefined || converted.has(sum.amount)) continue
    const into = convertAmount(rates, sum, conversion)
    if (!into.ok) return into
    converted.set(sum.amount, into.value)
  }
  const inShop = (sum: Money): Money => converted.get(sum.amount)!.money
  const charges = sumOf(
    kinds.map((kind) => inShop(totals[kind])),
    currency,
  )
  const beside = parts.map((part) => totals[part]).filter((sum) => sum !== undefined)
  const { paidByBuyer, paidBySeller, dueAtSale, dueAtImport, dueAfterDelivery } = totals
  const [byBuyer, bySeller] = sharesOf(charges, [paidByBuyer, paidBySeller])
  const [atSale, atImport, after] = sharesOf(charges, [dueAtSale, dueAtImport, dueAfterDelivery])
  return success(
    present({
      totals: present({
        currency,
        goods: inShop(totals.goods),
        freight: totals.freight && inShop(totals.freight),
        insurance: totals.insurance && inShop(totals.insurance),
        customsDuty: inShop(totals.customsDuty),
        additionalDuty: inShop(totals.additionalDuty),
        excise: inShop(totals.excise),
        importTax: inShop(totals.importTax),
        saleTax: inShop(totals.saleTax),
        fees: inShop(totals.fees),
        charges,
        landedCost: sumOf([...beside.map(inShop), charges], currency),
        paidByBuyer: byBuyer!,
        paidBySeller: bySeller!,
        dueAtSale: atSale!,
        dueAtImport: atImport!,
        dueAfterDelivery: after!,
      }),
      used: converted.get(totals.goods.amount)?.used,
    }),
  )
}

function sumOf(amounts: readonly Money[], currency: CurrencyCode): Money {
  return inMinorUnits(sum(amounts, currency))
}

/** Charges shared as they are shared in the currency of the destination; a share of nothing stays nothing. */
function sharesOf(charges: Money, shares: readonly Money[]): readonly Money[] {
  const [only, ...others] = shares.filter(({ amount }) => !isZero(amount))
  const nothing = inMinorUnits(zero(charges.currency))
  if (only === undefined) return shares.map(() => nothing)
  if (others.length === 0) return shares.map((share) => (share === only ? charges : nothing))
  return apportion(
    charges,
    shares.map(({ amount }) => amount),
  ).map(inMinorUnits)
}
