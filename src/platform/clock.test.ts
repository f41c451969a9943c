import { describe, expect, it } from 'vitest'

import type { Instant } from '../customs/calendar/local-date.ts'
import { settableClock, systemClock } from './clock.ts'

describe('a clock', () => {
  it('tells the time of the machine', () => {
    const before = new Date().toISOString()
    expect(systemClock.now() >= before).toBe(true)
  })

  it('stands still until a test moves it', () => {
    const clock = settableClock('2026-09-01T12:00:00.000Z' as Instant)
    expect(clock.now()).toBe('2026-09-01T12:00:00.000Z')
    clock.advance(1_500)
    expect(clock.now()).toBe('2026-09-01T12:00:01.500Z')
    clock.set('2027-01-01T00:00:00.000Z' as Instant)
    expect(clock.now()).toBe('2027-01-01T00:00:00.000Z')
  })
})
