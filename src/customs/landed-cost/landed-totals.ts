import { decimalFromInteger, integerAtScale } from '../money/decimal.ts'
import {
  add,
  type CurrencyCode,
  inMinorUnits,
  minorUnitDecimals,
  type Money,
  sum,
} from '../money/money.ts'
import { present } from '../present.ts'
import type { ValuedConsignment, ValuePart } from '../valuation/valued-line.ts'
import type { LandedCharge } from './landed-charge.ts'
import type { LandedTotals } from './landed-cost.ts'

/** Adds a quote up: by kind of charge, by who bears it and by when it falls due. */
export function landedTotals(
  valued: ValuedConsignment,
  charges: readonly LandedCharge[],
  currency: CurrencyCode,
): LandedTotals {
  const coins = coinsOf(charges, currency)
  const goods = partTotal(valued, 'price', currency)!
  const freight = partTotal(valued, 'freight', currency)
  const insurance = partTotal(valued, 'insurance', currency)
  const all = moneyOf(coins.all, currency)
  const beside = [freight, insurance].filter((cost) => cost !== undefined)
  return present({
    currency,
    goods,
    freight,
    insurance,
    customsDuty: moneyOf(coins['customs-duty'], currency),
    additionalDuty: moneyOf(coins['additional-duty'], currency),
    excise: moneyOf(coins.excise, currency),
    importTax: moneyOf(coins['import-tax'], currency),
    saleTax: moneyOf(coins['sale-tax'], currency),
    fees: moneyOf(coins.fee, currency),
    charges: all,
    landedCost: inMinorUnits(beside.reduce(add, add(goods, all))),
    paidByBuyer: moneyOf(coins.buyer, currency),
    paidBySeller: moneyOf(coins.seller, currency),
    dueAtSale: moneyOf(coins['at-sale'], currency),
    dueAtImport: moneyOf(coins['at-import'], currency),
    dueAfterDelivery: moneyOf(coins['after-delivery'], currency),
  })
}

function moneyOf(coins: bigint, currency: CurrencyCode): Money {
  return { amount: decimalFromInteger(coins, minorUnitDecimals(currency)), currency }
}

/** What charges are added up by. */
type Counted = 'all' | LandedCharge['kind' | 'payer' | 'timing']

/** The coins of all charges, counted in one pass. */
function coinsOf(
  charges: readonly LandedCharge[],
  currency: CurrencyCode,
): Readonly<Record<Counted, bigint>> {
  const coins = { ...NO_COINS }
  for (const { amount, kind, payer, timing } of charges) {
    if (amount.currency !== currency) {
      throw new TypeError(`currencies never mix: ${amount.currency} and ${currency}`)
    }
    // A charge is rounded to the coin or coarser, so coins count it.
    const own = integerAtScale(amount.amount, minorUnitDecimals(currency))
    coins.all += own
    coins[kind] += own
    coins[payer] += own
    coins[timing] += own
  }
  return coins
}

const NO_COINS: Record<Counted, bigint> = {
  all: 0n,
  'customs-duty': 0n,
  'additional-duty': 0n,
  excise: 0n,
  'import-tax': 0n,
  'sale-tax': 0n,
  fee: 0n,
  buyer: 0n,
  seller: 0n,
  'at-sale': 0n,
  'at-import': 0n,
  'after-delivery': 0n,
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
