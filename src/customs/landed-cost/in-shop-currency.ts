import { apportion } from '../money/apportion.ts'
import { isZero } from '../money/decimal.ts'
import { type CurrencyCode, inMinorUnits, type Money, sum, zero } from '../money/money.ts'
import { present } from '../present.ts'
import { type Result, success } from '../result.ts'
import { type ConversionUsed, convertAmount, convertedAt } from '../valuation/official-rates.ts'
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
  // Sums all stand in one currency: where one can be converted, so can the others.
  const goods = convertAmount(rates, totals.goods, conversion)
  if (!goods.ok) return goods
  const { used } = goods.value
  if (used === undefined) return success({ totals })
  const inShop = (sum: Money): Money => convertedAt(used, sum)
  const charges = sumOf(
    kinds.map((kind) => inShop(totals[kind])),
    currency,
  )
  const beside = parts.map((part) => totals[part]).filter((sum) => sum !== undefined)
  const { paidByBuyer, paidBySeller, dueAtSale, dueAtImport, dueAfterDelivery } = totals
  const [byBuyer, bySeller] = sharesOf(charges, [paidByBuyer, paidBySeller])
  const [atSale, atImport, after] = sharesOf(charges, [dueAtSale, dueAtImport, dueAfterDelivery])
  return success({
    used,
    totals: present({
      currency,
      goods: goods.value.money,
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
  })
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
