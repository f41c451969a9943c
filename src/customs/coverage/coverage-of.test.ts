import { beforeAll, describe, expect, test } from 'vitest'

import { shippedBook } from '../../tariffs/index.ts'
import { localDate } from '../calendar/local-date.ts'
import type { LandedCostBook } from '../landed-cost/landed-cost-book.ts'
import { contradictionsIn } from './contradictions-in.ts'
import { coverageMatrix } from './coverage-matrix.ts'
import type { CoverageKind } from './kinds-of-charge.ts'

let book: LandedCostBook
const on = localDate('2026-09-01')

beforeAll(async () => {
  book = await shippedBook()
})

function cell(destination: string, kind: CoverageKind, from = book, day = on) {
  const row = coverageMatrix(from, day).find((one) => one.destination === destination)
  return row!.kinds.find((one) => one.kind === kind)!
}

const said = (destination: string, kind: CoverageKind, from = book, day = on) =>
  cell(destination, kind, from, day)
    .notes.map(({ en }) => en)
    .join(' ')

test('every destination has a state for every kind of charge, and a note for what is missing', () => {
  const matrix = coverageMatrix(book, on)
  expect(matrix.length).toBe(book.destinations.size)
  for (const { kinds } of matrix) {
    expect(kinds).toHaveLength(11)
    for (const { state, notes } of kinds) {
      if (state !== 'covered') expect(notes).not.toHaveLength(0)
    }
  }
})

test('no claim of the shipped data is lower than what they charge', () => {
  const days = ['2024-01-01', '2025-09-01', '2026-09-01'].map(localDate)
  const contradicted = [...book.destinations.values()].flatMap((destination) =>
    days.flatMap((day) =>
      contradictionsIn(destination, day).map((kind) => [destination.destination, kind]),
    ),
  )
  expect(contradicted).toEqual([])
})

describe('a claim is lowered', () => {
  test('where only some goods are loaded, and they are counted', () => {
    expect(book.destinations.get('US')!.coverage).toContainEqual(
      expect.objectContaining({ charge: 'customs-duty', state: 'covered' }),
    )
    expect(cell('US', 'customs-duty').state).toBe('partly')
    expect(said('US', 'customs-duty')).toMatch(/holds \d+ codes of \d+ chapters/)
  })

  test('where no tariff is loaded, and what follows from it', () => {
    const without = { ...book, tariffs: new Map() }
    expect(said('US', 'customs-duty', without)).toContain('tariff is not loaded')
    expect(cell('US', 'preferences', without).state).toBe('not-covered')
    expect(cell('US', 'trade-remedies', without).state).toBe('not-covered')
  })

  test('before the first edition, and before the first rule', () => {
    expect(cell('GB', 'customs-duty', book, localDate('2020-06-01')).state).toBe('not-covered')
    expect(said('NO', 'import-tax', book, localDate('2020-06-01'))).toContain('begin on')
  })

  test('where a rule is known and not confirmed, which is named', () => {
    expect(said('US', 'fees')).toContain('not charged unless switched on: Dutiable mail fee')
    expect(cell('IN', 'import-tax')).toMatchObject({ state: 'partly', confidence: 'unverified' })
  })
})

test('a kind without any duty behind it needs no tariff', () => {
  expect(cell('HK', 'customs-duty').state).toBe('covered')
  expect(cell('HK', 'quotas').state).toBe('covered')
})

test('the end of the last rule is the end of what is covered', () => {
  expect(cell('TR', 'low-value')).toMatchObject({ since: '2024-01-01', until: '2026-02-06' })
})

test('a destination says who may import into it, what they need, and by which law', () => {
  const importers = coverageMatrix(book, on).find(
    ({ destination }) => destination === 'US',
  )!.importers
  expect(importers.map(({ who }) => who)).toEqual(['buyer', 'seller', 'customs-broker', 'carrier'])
  const [, seller] = importers
  expect(seller!.needs[0]!.en).toContain('bond')
  expect(seller!.law).toMatchObject({
    title: expect.stringContaining('1484') as unknown,
    url: expect.stringMatching(/^https:/) as unknown,
  })
})
