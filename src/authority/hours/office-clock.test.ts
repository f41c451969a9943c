import { describe, expect, it } from 'vitest'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { settableClock } from '../../platform/clock.ts'
import { officeClock } from './office-clock.ts'

const START = '2026-09-10T10:00:00.000Z' as Instant

describe("the office's clock", () => {
  it('runs with the wall until it is sped up, and never goes back', () => {
    const wall = settableClock(START)
    const clock = officeClock(wall, undefined)
    wall.advance(1_000)
    expect(clock.now()).toBe('2026-09-10T10:00:01.000Z')
    clock.runFrom(clock.anchorFor(60))
    wall.advance(60_000)
    expect(clock.now()).toBe('2026-09-10T11:00:01.000Z')
    clock.runFrom(clock.anchorFor(1))
    wall.advance(1_000)
    expect(clock.now()).toBe('2026-09-10T11:00:02.000Z')
  })

  it('runs on from where it was kept', () => {
    const wall = settableClock(START)
    const anchor = officeClock(wall, undefined).anchorFor(3_600)
    wall.advance(1_000)
    expect(officeClock(wall, anchor).now()).toBe('2026-09-10T11:00:00.000Z')
  })
})
