import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flatTariff, quoteOn, saleTo } from '../../../test/landed-cost.ts'
import { compare } from '../money/money.ts'
import { success } from '../result.ts'
import type { LandedCost } from './landed-cost.ts'
import type { QuoteSources } from './quote-landed-cost.ts'

const dear = flatTariff('10')
const cheap = flatTariff('3')

/** Ten percent for all goods, which are three with a proof that nobody has. */
const withPreference: QuoteSources['tariffOf'] = (question) => {
  const [general, preference] = [dear(question), cheap(question)]
  if (!general.ok || !preference.ok) return general
  const [option] = preference.value.options
  const claimed = { ...option, kind: 'preference' as const, id: '142', isProven: false }
  return success({ ...general.value, options: [general.value.options[0], claimed] })
}

const countries = { JP: 'JPY', DE: 'EUR', GB: 'GBP', US: 'USD', CH: 'CHF', AU: 'AUD' } as const

const names = Object.keys(countries) as readonly (keyof typeof countries)[]

test('an option of a line comes to what the quote comes to when the line is charged under it', () => {
  const sales = fc.record({
    to: fc.constantFrom(...names),
    prices: fc.array(fc.integer({ min: 200, max: 200_000 }), { minLength: 1, maxLength: 6 }),
    channel: fc.constantFrom('post', 'courier', 'freight'),
  })
  let compared = 0
  fc.assert(
    fc.property(sales, ({ to, prices, channel }) => {
      const lines = prices.map((price) => ({ price: String(price), grossWeightKg: '1' }))
      const sale = saleTo({
        ...{ to, currency: countries[to], channel, transportMode: 'air', lines },
        buyer: { kind: 'business' },
      })
      const quoteWith = (tariffOf: QuoteSources['tariffOf']): LandedCost | undefined => {
        const quote = quoteOn('2026-09-01', sale, { at: to === 'DE' ? 'EU' : to, tariffOf })
        return quote.ok ? quote.value : undefined
      }
      for (const { lineNumber, options } of quoteWith(withPreference)?.lines ?? []) {
        const [, preference] = options
        if (preference === undefined) continue
        const under = quoteWith((question) =>
          question.lineIndex === lineNumber - 1 ? cheap(question) : dear(question),
        )
        expect(compare(preference.charges, under!.totals.charges)).toBe(0)
        compared += 1
      }
    }),
  )
  expect(compared).toBeGreaterThan(50)
})
