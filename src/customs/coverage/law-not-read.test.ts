import { beforeAll, describe, expect, test } from 'vitest'
import { saleTo, shippedDestination } from '../../../test/landed-cost.ts'
import { shippedBook } from '../../tariffs/index.ts'
import { dayAfter, type LocalDate, localDate } from '../calendar/local-date.ts'
import { lawReadOn } from '../destination/law-read-on.ts'
import { type LandedCostBook, quoteSources } from '../landed-cost/landed-cost-book.ts'
import { quoteLandedCost } from '../landed-cost/quote-landed-cost.ts'
import type { QuoteSnapshot } from '../landed-cost/quote-snapshot.ts'
import { recordSources } from '../landed-cost/record-sources.ts'
import { replayedSources } from '../landed-cost/replayed-sources.ts'

let book: LandedCostBook

beforeAll(async () => {
  book = await shippedBook()
})

const sale = saleTo({
  ...{ to: 'NO', currency: 'NOK', registrations: ['VOEC'] },
  lines: [{ price: '500.00' }],
})

function quoted(on: LocalDate) {
  const from = quoteSources(book, 'NO')
  if (!from.ok) throw new Error('Norway is shipped')
  const { sources, snapshot } = recordSources(from.value, { country: 'NO', on })
  const quote = quoteLandedCost(sale, on, sources)
  if (!quote.ok) throw new Error(JSON.stringify(quote.failures))
  return { quote: quote.value, snapshot: snapshot() }
}

/** What the quote of a day says of law that is not known. */
function said(on: LocalDate) {
  return quoted(on).quote.notCovered.filter(({ name }) => name?.en === 'Later law')
}

describe('a quote for a day after the law was last read', () => {
  test('says from when on nothing is known, in both languages and by the data', () => {
    const read = lawReadOn(shippedDestination('NO'))
    const [note, ...others] = said(localDate('2030-01-01'))
    expect(others).toEqual([])
    expect(note?.en).toContain(`last read on ${read}`)
    expect(note?.zh).toContain(read)
    expect(said(dayAfter(read))).toEqual([note])
    expect(said(read)).toEqual([])
  })

  test('is replayed with the same words', () => {
    const on = localDate('2030-01-01')
    const { quote, snapshot } = quoted(on)
    const kept = JSON.parse(JSON.stringify(snapshot)) as QuoteSnapshot
    const again = quoteLandedCost(sale, on, replayedSources(kept))
    expect(again.ok && JSON.stringify(again.value)).toBe(JSON.stringify(quote))
  })
})

test('the last reading is the latest day on which any source was read', () => {
  const norway = shippedDestination('NO')
  const [first] = norway.sources
  const sources = ['2026-12-24', '2027-03-01', '2025-01-01'].map((readOn) => ({
    ...first!,
    readOn: localDate(readOn),
  }))
  expect(lawReadOn({ ...norway, sources })).toBe('2027-03-01')
})
