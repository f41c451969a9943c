import { expect, it } from 'vitest'

import { daysLater } from './days-later.ts'
import { localDate } from './local-date.ts'

it.each([
  ['2026-11-23', 29, '2026-12-22'],
  ['2028-02-28', 2, '2028-03-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-10-24', 1, '2026-10-25'],
])('%s and %i days is %s, whatever the clocks of summer do', (day, days, expected) => {
  expect(daysLater(localDate(day), days)).toBe(expected)
})
