import { beforeAll, describe, expect, test } from 'vitest'

import { type LineFacts, saleTo } from '../../../test/landed-cost.ts'
import { shippedBook } from '../../tariffs/index.ts'
import { localDate } from '../calendar/local-date.ts'
import { type LandedCostBook, quoteSources } from '../landed-cost/landed-cost-book.ts'
import type { QuoteSources } from '../landed-cost/quote-landed-cost.ts'
import { quoteSale } from '../landed-cost/quote-sale.ts'
import { recordSources } from '../landed-cost/record-sources.ts'
import { replayedSources } from '../landed-cost/replayed-sources.ts'

let book: LandedCostBook

beforeAll(async () => {
  book = await shippedBook()
})

function sourcesTo(country: string): QuoteSources {
  const sources = quoteSources(book, country)
  if (!sources.ok) throw new Error(country)
  return sources.value
}

const parcel = (to: string, lines: readonly LineFacts[], day = '2026-09-01') => ({
  sale: saleTo({ to, currency: 'EUR', lines, exchangeRates: 'latest-loaded' }),
  on: localDate(day),
})

/** What the quote of a small parcel says of codes, or the reasons for which there is none. */
function saidOfCodes(...asked: Parameters<typeof parcel>): readonly string[] {
  const { sale, on } = parcel(...asked)
  const quoted = quoteSale(sale, on, sourcesTo(sale.destination.country))
  if (!quoted.ok) return quoted.failures.map(({ code }) => code)
  if (quoted.value.kind !== 'exact') throw new Error('a range')
  const notes = quoted.value.landedCost.notCovered
  return notes.flatMap(({ en, zh }) => (en.startsWith('Commodity code') ? [en, zh] : []))
}

const known = { price: '20.00' }
const unknown = { ...known, commodityCode: '9999999999' }

describe('a code that the loaded tariff lacks', () => {
  test('is named in both languages where a flat duty asks no tariff', () => {
    const [en, zh, ...others] = saidOfCodes('DE', [known, unknown])
    expect(en).toContain('9999999999 of line 2 was not found in the loaded tariff (European Union)')
    expect(zh).toContain('欧洲联盟')
    expect(zh).toContain('没有第2行的商品编码 9999999999')
    expect(others).toEqual([])
  })

  test('may be that of goods which a selection of goods leaves out, and the note says so', () => {
    expect(saidOfCodes('DE', [unknown])[0]).toContain('selection of goods')
  })

  test('is named where the request states its rate of duty', () => {
    const dear = { ...unknown, price: '500.00', dutyPercent: '3' }
    expect(saidOfCodes('DE', [dear])[0]).toContain('9999999999 of line 1')
  })

  test('is refused as before where its duty is asked for', () => {
    expect(saidOfCodes('DE', [{ ...unknown, price: '500.00' }])).toEqual(['unknown-commodity-code'])
  })

  test('is named again when the quote is made from what was kept', () => {
    const { sale, on } = parcel('DE', [known, unknown, { ...known, commodityCode: '8888888888' }])
    const { sources, snapshot } = recordSources(sourcesTo('DE'), { country: 'DE', on })
    const made = quoteSale(sale, on, sources)
    const kept = JSON.parse(JSON.stringify(snapshot())) as ReturnType<typeof snapshot>
    expect(JSON.stringify(made)).toContain('8888888888 of line 3')
    expect(JSON.stringify(quoteSale(sale, on, replayedSources(kept)))).toBe(JSON.stringify(made))
  })
})

describe('nothing is said', () => {
  test('of a code that goods can be declared by, nor of one that heads a group of them', () => {
    expect(saidOfCodes('DE', [known, { ...known, commodityCode: '610910' }])).toEqual([])
  })

  test('where no tariff is loaded, which the quote says by itself', () => {
    expect(saidOfCodes('NO', [{ ...unknown, price: '500.00', dutyPercent: '3' }])).toEqual([])
  })
})
