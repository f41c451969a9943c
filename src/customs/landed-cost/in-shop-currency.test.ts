import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flatTariff, quoteOn, saleTo } from '../../../test/landed-cost.ts'
import { addDecimals, compareDecimals } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import type { LandedTotals } from './landed-cost.ts'

const countries = { DE: 'EUR', GB: 'GBP', US: 'USD', AU: 'AUD', NO: 'NOK', JP: 'JPY' } as const

const names = Object.keys(countries) as readonly (keyof typeof countries)[]

function addsUp(total: Money, ...parts: readonly (Money | undefined)[]): boolean {
  const amounts = parts.flatMap((part) => (part === undefined ? [] : [part.amount]))
  return compareDecimals(total.amount, addDecimals(...amounts)) === 0
}

function allAddUp(totals: LandedTotals): boolean {
  const { goods, freight, insurance, charges, landedCost } = totals
  const { customsDuty, additionalDuty, excise, importTax, saleTax, fees } = totals
  const { paidByBuyer, paidBySeller, dueAtSale, dueAtImport, dueAfterDelivery } = totals
  return (
    addsUp(charges, customsDuty, additionalDuty, excise, importTax, saleTax, fees) &&
    addsUp(landedCost, goods, freight, insurance, charges) &&
    addsUp(charges, paidByBuyer, paidBySeller) &&
    addsUp(charges, dueAtSale, dueAtImport, dueAfterDelivery)
  )
}

test('the totals in the currency of the shop add up to the coin', () => {
  const sales = fc.record({
    to: fc.constantFrom(...names),
    shopCurrency: fc.constantFrom('USD', 'CNY', 'JPY', 'EUR'),
    incoterm: fc.constantFrom('DAP', 'DDP'),
    prices: fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 4 }),
    freight: fc.integer({ min: 0, max: 9999 }),
  })
  let compared = 0
  fc.assert(
    fc.property(sales, ({ to, shopCurrency, incoterm, prices, freight }) => {
      const currency = countries[to]
      const sale = saleTo({
        ...{ to, currency, shopCurrency, incoterm, channel: 'freight', transportMode: 'air' },
        lines: prices.map((price) => ({ price: String(price) })),
        freight: { amount: String(freight), currency },
        insurance: { amount: '7', currency },
        buyer: { kind: 'business' },
      })
      const at = to === 'DE' ? 'EU' : to
      const quote = quoteOn('2026-09-01', sale, { at, tariffOf: flatTariff('7.3') })
      if (!quote.ok) return
      const { totals, shopTotals } = quote.value
      expect(allAddUp(totals)).toBe(true)
      expect(shopTotals === undefined || allAddUp(shopTotals)).toBe(true)
      if (shopTotals !== undefined) compared += 1
    }),
  )
  expect(compared).toBeGreaterThan(50)
})
