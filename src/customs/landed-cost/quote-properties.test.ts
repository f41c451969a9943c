import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoteOn, saleTo, shippedDestination } from '../../../test/landed-cost.ts'
import { addDecimals, compareDecimals, type DecimalText } from '../money/decimal.ts'
import type { LandedCost } from './landed-cost.ts'

const countries = ['DE', 'GB', 'US', 'CH', 'NO', 'CA', 'JP', 'KR', 'SG', 'AU', 'NZ'] as const

const destinationOf: Readonly<Record<string, string>> = { DE: 'EU' }

const anySale = fc.record({
  to: fc.constantFrom(...countries),
  prices: fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 6 }),
  freight: fc.integer({ min: 0, max: 10_000 }),
  channel: fc.constantFrom('post', 'courier', 'freight'),
  kind: fc.constantFrom('private-person', 'business'),
  day: fc.constantFrom('2024-03-01', '2025-05-02', '2025-08-29', '2026-07-01', '2026-09-30'),
})

type AnySale = typeof anySale extends fc.Arbitrary<infer Sale> ? Sale : never

const written = (hundredths: number) => (hundredths / 100).toFixed(2)

function quoteOf(sale: AnySale): LandedCost | undefined {
  const { to, prices, freight, channel, kind, day } = sale
  const at = destinationOf[to] ?? to
  const { currency } = shippedDestination(at)
  const inCoins = (hundredths: number) =>
    ['JPY', 'KRW'].includes(currency) ? String(hundredths) : written(hundredths)
  const request = saleTo({
    ...{ to, currency, channel, transportMode: 'air' },
    destination: { country: to, ...(to === 'CA' && { region: 'ON' }) },
    buyer: { kind, boughtThisYear: { amount: '0', currency } },
    freight: { amount: inCoins(freight), currency },
    lines: prices.map((price) => ({
      price: inCoins(price),
      grossWeightKg: '1',
      netWeightKg: '0.8',
    })),
  })
  const quote = quoteOn(day, request, { at })
  return quote.ok ? quote.value : undefined
}

describe('whatever is sold to wherever', () => {
  test('the charges add up to their total, by kind, by payer and by time', () => {
    let quoted = 0
    fc.assert(
      fc.property(anySale, (sale) => {
        const quote = quoteOf(sale)
        if (quote === undefined) return
        quoted += 1
        const { totals, charges } = quote
        const all = addDecimals(...charges.map(({ amount }) => amount.amount))
        const sumOf = (...names: readonly (keyof typeof totals)[]) =>
          addDecimals(...names.map((name) => (totals[name] as { amount: DecimalText }).amount))
        expect(sumOf('charges')).toBe(addDecimals(all))
        const kinds = ['customsDuty', 'additionalDuty', 'excise', 'importTax', 'saleTax', 'fees']
        expect(sumOf(...(kinds as (keyof typeof totals)[]))).toBe(all)
        expect(sumOf('paidByBuyer', 'paidBySeller')).toBe(all)
        expect(sumOf('dueAtSale', 'dueAtImport', 'dueAfterDelivery')).toBe(all)
      }),
    )
    expect(quoted).toBeGreaterThan(50)
  })

  test('the same sale on the same day gives the same bytes', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        expect(JSON.stringify(quoteOf(sale))).toBe(JSON.stringify(quoteOf(sale)))
      }),
      { numRuns: 30 },
    )
  })

  test('no charge is below zero', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        for (const { amount } of quoteOf(sale)?.charges ?? []) {
          expect(compareDecimals(amount.amount, '0' as DecimalText)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('all amounts are in the currency of the destination', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        const quote = quoteOf(sale)
        const currencies = new Set(quote?.charges.map(({ amount }) => amount.currency))
        currencies.delete(quote?.totals.currency ?? '')
        expect([...currencies]).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

test('duty does not fall where the value grows under one regime', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: 16_000, max: 400_000 }), fc.integer({ min: 0, max: 100_000 })),
      ([price, more]) => {
        const duty = (hundredths: number) => {
          const request = saleTo({
            ...{ to: 'DE', currency: 'EUR' },
            lines: [{ price: written(hundredths) }],
          })
          const quote = quoteOn('2026-09-01', request, { at: 'EU' })
          if (!quote.ok) throw new Error(JSON.stringify(quote.failures))
          return quote.value.totals.customsDuty.amount
        }
        expect(compareDecimals(duty(price + more), duty(price))).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})
