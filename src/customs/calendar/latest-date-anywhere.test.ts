import { expect, it } from 'vitest'
import { latestDateAnywhere } from './latest-date-anywhere.ts'
import type { Instant } from './local-date.ts'

it('is the next day as soon as it is morning at the date line', () => {
  expect(latestDateAnywhere('2026-09-01T09:59:59.000Z' as Instant)).toBe('2026-09-01')
  expect(latestDateAnywhere('2026-09-01T10:00:00.000Z' as Instant)).toBe('2026-09-02')
  expect(latestDateAnywhere('2026-12-31T12:00:00.000Z' as Instant)).toBe('2027-01-01')
})
