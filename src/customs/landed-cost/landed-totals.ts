import { decimalFromInteger, integerAtScale } from '../money/decimal.ts'
import {
  add,
  type CurrencyCode,
  inMinorUnits,
  minorUnitDecimals,
  type Money,
  sum,
} from '../money/money.ts'
import type { ValuedConsignment, ValuePart } from '../valuation/valued-line.ts'
import type { LandedCharge } from './landed-charge.ts'
import type { LandedTotals } from './landed-cost.ts'

/** Adds a quote up: by kind of charge, by who bears it and by when it falls due. */
export function landedTotals(
  valued: ValuedConsignment,
  charges: readonly LandedCharge[],
  currency: CurrencyCode,
): LandedTotals {
  const decimals = minorUnitDecimals(currency)
  const counted = charges.map((charge) => ({ charge, coins: coinsOf(charge, currency) }))
  const ofCharges = (belongs: (charge: LandedCharge) => boolean): Money => {
    const coins = counted.reduce(
      (total, one) => (belongs(one.charge) ? total + one.coins : total),
      0n,
    )
    return { amount: decimalFromInteger(coins, decimals), currency }
  }
  const goods = partTotal(valued, 'price', currency)!
  const freight = partTotal(valued, 'freight', currency)
  const insurance = partTotal(valued, 'insurance', currency)
  const all = ofCharges(() => true)
  const beside = [freight, insurance].filter((cost) => cost !== undefined)
  return {
    currency,
    goods,
    ...(freight && { freight }),
    ...(insurance && { insurance }),
    customsDuty: ofCharges(({ kind }) => kind === 'customs-duty'),
    additionalDuty: ofCharges(({ kind }) => kind === 'additional-duty'),
    excise: ofCharges(({ kind }) => kind === 'excise'),
    importTax: ofCharges(({ kind }) => kind === 'import-tax'),
    saleTax: ofCharges(({ kind }) => kind === 'sale-tax'),
    fees: ofCharges(({ kind }) => kind === 'fee'),
    charges: all,
    landedCost: inMinorUnits(beside.reduce(add, add(goods, all))),
    paidByBuyer: ofCharges(({ payer }) => payer === 'buyer'),
    paidBySeller: ofCharges(({ payer }) => payer === 'seller'),
    dueAtSale: ofCharges(({ timing }) => timing === 'at-sale'),
    dueAtImport: ofCharges(({ timing }) => timing === 'at-import'),
    dueAfterDelivery: ofCharges(({ timing }) => timing === 'after-delivery'),
  }
}

/** A charge is rounded to the coin or coarser, so coins count it. */
function coinsOf({ amount }: LandedCharge, currency: CurrencyCode): bigint {
  if (amount.currency !== currency) {
    throw new TypeError(`currencies never mix: ${amount.currency} and ${currency}`)
  }
  return integerAtScale(amount.amount, minorUnitDecimals(currency))
}

/** A part of the value over all lines; absent where it is not known of some line. */
function partTotal(
  { lines }: ValuedConsignment,
  part: ValuePart,
  currency: CurrencyCode,
): Money | undefined {
  const amounts: Money[] = []
  for (const { parts } of lines) {
    const value = parts[part]
    if (!value.ok) return undefined
    amounts.push(value.value)
  }
  return inMinorUnits(sum(amounts, currency))
}
