import { describe, expect, it } from 'vitest'
import { dateInLondon } from './date-in-london.ts'
import type { Instant } from './local-date.ts'

describe('the day in London', () => {
  it('begins with the day in UTC in winter', () => {
    expect(dateInLondon('2026-01-15T00:00:00.000Z' as Instant)).toBe('2026-01-15')
    expect(dateInLondon('2026-01-14T23:59:59.000Z' as Instant)).toBe('2026-01-14')
  })

  it('begins an hour earlier in summer', () => {
    expect(dateInLondon('2026-07-14T23:00:00.000Z' as Instant)).toBe('2026-07-15')
    expect(dateInLondon('2026-07-14T22:59:59.000Z' as Instant)).toBe('2026-07-14')
  })
})
