import { beforeAll, describe, expect, it } from 'vitest'

import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import { type LineFacts, saleTo } from '../../../test/landed-cost.ts'
import { localDate } from '../../customs/calendar/local-date.ts'
import { quoteSources } from '../../customs/landed-cost/landed-cost-book.ts'
import type { LandedCharge } from '../../customs/landed-cost/landed-charge.ts'
import type { QuoteSources } from '../../customs/landed-cost/quote-landed-cost.ts'
import { quoteSale } from '../../customs/landed-cost/quote-sale.ts'
import type { Failure } from '../../customs/result.ts'
import { shippedBook } from './shipped-book.ts'

const origins = ['CN', 'HK', 'VN', 'DE', 'GB', 'MX', 'CA', 'JP', 'IN', 'BR', 'CH', 'KR', 'RU', 'ZA']
const channels = [
  { channel: 'post' },
  { channel: 'courier' },
  { channel: 'freight', transportMode: 'sea' },
]

/** The days on which a law of the programmes changes something, within what the starter tariff covers. */
function daysOfChange(): readonly string[] {
  const minutes = JSON.stringify(dataFile('us/programmes.json')).matchAll(
    /"(?:from|until)":"(\d{4}-\d\d-\d\d)T/g,
  )
  const days = [...minutes].map(([, day]) => day!)
  const within = [...new Set(days)].filter((day) => '2025-01-01' <= day && day <= '2026-11-30')
  return ['2025-01-01', ...within, '2026-11-30'].toSorted()
}

describe('quotes to the United States from shipped data alone', () => {
  let sources: QuoteSources

  beforeAll(async () => {
    sources = valueOf(quoteSources(await shippedBook(), 'US'))
  })

  function quoted(day: string, line: LineFacts, way: object = { channel: 'courier' }) {
    const sale = saleTo({ to: 'US', currency: 'USD', incoterm: 'FOB', lines: [line], ...way })
    return quoteSale(sale, localDate(day), sources)
  }

  function charged(day: string, line: LineFacts, way?: object): readonly LandedCharge[] {
    const quote = valueOf(quoted(day, line, way))
    if (quote.kind !== 'exact') throw new Error('the code is too short')
    return quote.landedCost.charges
  }

  /** What is declared, with the rates: `9903.88.15 7.5%`. */
  const rates = (charges: readonly LandedCharge[]) =>
    charges
      .filter(({ kind }) => kind !== 'fee')
      .map(({ declaredHeading, kind, rate }) => `${declaredHeading ?? kind} ${rate}`)

  // Every good with some of the origins, the days of change and the ways of carriage taking turns: each
  // day meets each origin and each way many times.
  it('are made for every good of the starter tariff, or ask what only the seller can know', () => {
    const { starterGoods } = dataFile('us/product-lists.json') as { readonly starterGoods: string }
    const days = daysOfChange()
    const counts = { quoted: 0, asked: 0 }
    const refused = new Set<string>()
    for (const [good, code] of starterGoods.split(' ').entries()) {
      for (let round = 0; round < 2; round += 1) {
        const turn = good * 5 + round * 11
        const origin = origins[turn % origins.length]!
        const line = { price: '900.00', commodityCode: code, origin, netWeightKg: '1' }
        const quote = quoted(days[turn % days.length]!, line, channels[turn % channels.length])
        if (quote.ok) counts.quoted += 1
        else if (quote.failures.every(isQuestion)) counts.asked += 1
        else refused.add(`${quote.failures[0].code} ${code} ${origin}`)
      }
    }
    // No list of goods is in the way. A gold ring had another number until December 5, 2025.
    expect([...refused].filter((refusal) => !isExplained(refusal))).toEqual([])
    expect(counts.quoted).toBeGreaterThan(10 * counts.asked)
  })

  const shirt = { price: '900.00', commodityCode: '6109100012', origin: 'CN' }

  it.each([
    ['2025-01-15', ['customs-duty 16.5%', '9903.88.15 7.5%']],
    ['2025-03-01', ['customs-duty 16.5%', '9903.88.15 7.5%', '9903.01.20 10%']],
    ['2025-04-15', ['customs-duty 16.5%', '9903.88.15 7.5%', '9903.01.24 20%', '9903.01.63 125%']],
    ['2025-08-30', ['customs-duty 16.5%', '9903.88.15 7.5%', '9903.01.24 20%', '9903.01.25 10%']],
    ['2026-02-01', ['customs-duty 16.5%', '9903.88.15 7.5%', '9903.01.24 10%', '9903.01.25 10%']],
    ['2026-03-01', ['customs-duty 16.5%', '9903.88.15 7.5%', '9903.03.01 10%']],
    ['2026-07-24', ['customs-duty 16.5%', '9903.88.15 7.5%', '9903.05.31 12.5%']],
  ])('a shirt of China by freight on %s bears %j', (day, expected) => {
    const charges = charged(day, shirt, { channel: 'freight', transportMode: 'air' })
    expect(rates(charges)).toEqual(expected)
  })

  it.each([
    ['2025-11-12', ['customs-duty free', '9903.01.77 40%', '9903.02.09 10%']],
    ['2025-11-13', ['customs-duty free', '9903.01.81', '9903.01.32']],
  ])('coffee of Brazil on %s bears %j', (day, expected) => {
    const coffee = { price: '900.00', commodityCode: '0901210065', origin: 'BR' }
    const declared = rates(charged(day, coffee)).map((rate) => rate.replace(/^(\S+) \1$/, '$1'))
    expect(declared).toEqual(expected)
  })

  it('a laptop is free of the reciprocal duty from its first day', () => {
    const laptop = { price: '900.00', commodityCode: '8471300100', origin: 'VN' }
    expect(rates(charged('2025-04-20', laptop)).join()).toContain('9903.01.32')
  })

  it('metal furniture is asked for its steel since March 12, 2025', () => {
    const table = { price: '900.00', commodityCode: '9403200075', origin: 'VN' }
    const asked = (day: string) => {
      const quote = quoted(day, table)
      return quote.ok ? [] : quote.failures.map(({ path }) => path)
    }
    expect(asked('2025-03-11')).toEqual([])
    expect(asked('2025-03-12')).toContain('/lines/0/unitedStates/metalValueUsd/steel')
  })

  it('goods outside the starter tariff are not guessed about', () => {
    const other = { price: '900.00', commodityCode: '6109100040', origin: 'CN' }
    const quote = quoted('2026-03-01', other)
    expect(quote.ok ? [] : quote.failures.map(({ code }) => code)).toEqual([
      'unknown-commodity-code',
    ])
  })
})

function isQuestion({ code }: Failure): boolean {
  return code === 'fact-missing'
}

/** Refusals that no list is the reason of: column 2 has rates in thirds, which are no exact decimals. */
function isExplained(refusal: string): boolean {
  return /^unknown-commodity-code 7113195091|^not-covered \d{10} RU$/.test(refusal)
}
