import { expect, test } from 'vitest'

import { quoteOn, saleTo } from '../../../../test/landed-cost.ts'
import type { QuotesOverTime } from '../../../api/views/estimate-view.ts'
import { chartShape, xOf } from './chart-shape.ts'
import { dayNumber, dayOf, dayWithin, LAST_DAY } from './days.ts'

const parcel = saleTo({
  ...{ to: 'DE', currency: 'EUR', registrations: ['IOSS'] },
  lines: [{ price: '20.00' }],
})

function period(from: string, until: string) {
  const quote = quoteOn(from, parcel, { at: 'EU' })
  if (!quote.ok) throw new Error(quote.failures[0].message)
  return { from, until, quote: quote.value }
}

const periods = [
  { from: '2024-01-01', until: '2024-07-01', failures: [] },
  period('2024-07-01', '2026-07-01'),
  period('2026-07-01', '2027-01-01'),
] as unknown as QuotesOverTime['periods']

test('the charges of each period stand on one another, the highest stack reaching the top', () => {
  const { blocks, gaps, borders, top, layers } = chartShape(periods)
  expect(layers.map(({ kind }) => kind)).toEqual(['customs-duty', 'sale-tax'])
  const last = blocks.filter(({ x }) => x === xOf('2026-07-01'))
  expect(last.map(({ layer }) => layer.kind)).toEqual(['customs-duty', 'sale-tax'])
  expect(last[0]!.y + last[0]!.height).toBeCloseTo(1)
  expect(last[1]!.y + last[1]!.height).toBeCloseTo(last[0]!.y)
  expect(last[1]!.y).toBeCloseTo(0)
  expect(Number(top)).toBe(Number(periods[2]!.quote!.totals.charges.amount))
  expect(gaps).toEqual([{ x: 0, width: xOf('2024-07-01') }])
  expect(borders.map(({ on }) => on)).toEqual(['2024-07-01', '2026-07-01'])
})

test('a code that is too short is a band from the least to the most', () => {
  const [, before, after] = periods
  const range = { lowest: before!.quote!, highest: after!.quote!, undecided: [] }
  const { bands, blocks, top } = chartShape([{ ...before!, quote: undefined, range }] as never)
  expect(Number(top)).toBe(Number(after!.quote!.totals.charges.amount))
  expect(bands).toHaveLength(1)
  expect(bands[0]!.y).toBeCloseTo(0)
  expect(bands[0]!.height).toBeCloseTo(blocks.at(-1)!.y)
})

test('days have numbers, and what an address names stays within them', () => {
  expect(LAST_DAY).toBe(1095)
  expect(dayOf(dayNumber('2026-02-24'))).toBe('2026-02-24')
  expect(dayWithin('2031-01-01', '2026-01-01')).toBe('2026-12-31')
  expect(dayWithin('2026-99-99', '2026-01-01')).toBe('2026-01-01')
  expect(dayWithin(undefined, '2026-01-01')).toBe('2026-01-01')
})
