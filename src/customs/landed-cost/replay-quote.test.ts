import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flatTariff, saleTo, shippedDestination, sourcesFor } from '../../../test/landed-cost.ts'
import { localDate } from '../calendar/local-date.ts'
import type { QuoteSources } from './quote-landed-cost.ts'
import type { QuoteRequest } from './quote-request.ts'
import { quoteSale } from './quote-sale.ts'
import type { QuoteSnapshot } from './quote-snapshot.ts'
import { recordSources } from './record-sources.ts'
import { replayedSources } from './replayed-sources.ts'

/** A tariff in which a code of six digits stands above three that can be declared. */
const withShortCodes: Partial<QuoteSources> = {
  declarableBelow: (code) => ({
    codes: ['10', '50', '90'].map((end) => ({
      commodityCode: `${code}00${end}`,
      description: { en: `ending in ${end}` },
    })),
    areAll: true,
  }),
  tariffOf: (question) => {
    const { commodityCode = '' } = question.request.lines[question.lineIndex]!
    if (commodityCode.length === 10) return flatTariff(commodityCode.slice(-2))(question)
    return {
      ok: false,
      failures: [
        {
          code: 'commodity-code-not-declarable',
          path: `/lines/${question.lineIndex}/commodityCode`,
          message: 'too short',
        },
      ],
    }
  },
}

const destinationOf: Readonly<Record<string, string>> = { DE: 'EU' }

const anySale = fc.record({
  to: fc.constantFrom('DE', 'GB', 'US', 'CH', 'NO', 'CA', 'JP', 'KR', 'SG', 'AU', 'BR', 'CN'),
  lines: fc.array(
    fc.record({
      price: fc.integer({ min: 100, max: 90_000 }).map((coins) => (coins / 100).toFixed(2)),
      commodityCode: fc.constantFrom('610910', '6109100010', '8518210000'),
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  currency: fc.constantFrom('EUR', 'USD', 'CNY'),
  shopCurrency: fc.constantFrom('GBP', 'JPY'),
  channel: fc.constantFrom('post', 'courier', 'freight'),
  kind: fc.constantFrom('private-person', 'business'),
  day: fc.constantFrom('2025-05-02', '2026-06-30', '2026-09-01', '2026-12-01'),
})

type AnySale = typeof anySale extends fc.Arbitrary<infer Sale> ? Sale : never

function requestOf({ to, day: _, kind, lines, ...stated }: AnySale): QuoteRequest {
  return saleTo({
    ...{ to, ...stated, transportMode: 'air', exchangeRates: 'latest-loaded' },
    destination: { country: to, ...(to === 'CA' && { region: 'ON' }) },
    buyer: { kind, boughtThisYear: { amount: '0', currency: 'USD' } },
    freight: { amount: '12.00', currency: stated.currency },
    lines: lines.map((line) => ({ ...line, grossWeightKg: '1', netWeightKg: '0.8' })),
  })
}

/** Quotes a sale, keeps what it was made from as text, and quotes it again from that alone. */
function quoteAndReplay(sale: AnySale) {
  const on = localDate(sale.day)
  const request = requestOf(sale)
  const from = sourcesFor(destinationOf[sale.to] ?? sale.to, {
    ...withShortCodes,
    // Under 135 pounds the British tariff is asked about the goods and not about their duty.
    tariffStatesVat: sale.to === 'GB' ? 'for-some-goods' : 'never',
  })
  const { sources, snapshot } = recordSources(from, { country: sale.to, on })
  const made = quoteSale(request, on, sources)
  const kept = JSON.stringify(snapshot())
  const again = quoteSale(request, on, replayedSources(JSON.parse(kept) as QuoteSnapshot))
  return { plain: quoteSale(request, on, from), made, again, kept }
}

describe('a quote with what it was made from', () => {
  test('can be made again with the same bytes, whether exact, a range or refused', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(anySale, (sale) => {
        const { plain, made, again } = quoteAndReplay(sale)
        kinds.add(made.ok ? made.value.kind : 'refused')
        expect(JSON.stringify(made)).toBe(JSON.stringify(plain))
        expect(JSON.stringify(again)).toBe(JSON.stringify(made))
      }),
      { numRuns: 50 },
    )
    expect([...kinds]).toEqual(expect.arrayContaining(['exact', 'range']))
  })

  test('keeps no rates and no rules but those that it needed', () => {
    const { kept } = quoteAndReplay({
      ...{ to: 'DE', currency: 'CNY', shopCurrency: 'JPY', channel: 'courier' },
      ...{ kind: 'private-person', day: '2026-09-01' },
      lines: [{ price: '90.00', commodityCode: '6109100010', quantity: 9 }],
    })
    const { rates, destination } = JSON.parse(kept) as QuoteSnapshot
    expect(rates.periods.map(({ unitsPerBase }) => Object.keys(unitsPerBase).toSorted())).toEqual([
      ['CNY', 'EUR', 'JPY'],
    ])
    expect(new Set(destination.taxRates.map(({ member }) => member))).toEqual(new Set(['DE']))
    const whole = JSON.stringify(shippedDestination('EU'))
    expect(kept.length * 2).toBeLessThan(whole.length)
  })

  test('does not answer what was never asked', () => {
    const on = localDate('2026-09-01')
    const { snapshot } = recordSources(sourcesFor('EU'), { country: 'DE', on })
    const sale = saleTo({ to: 'DE', currency: 'EUR', lines: [{ price: '900.00' }] })
    const again = quoteSale(sale, on, replayedSources(snapshot()))
    expect(again.ok ? [] : again.failures.map(({ code }) => code)).toEqual(['not-covered'])
  })
})
