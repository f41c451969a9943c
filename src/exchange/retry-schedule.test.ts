import { describe, expect, it } from 'vitest'
import { attemptsMax, pauseSeconds } from './retry-schedule.ts'

describe('the pause before the next attempt', () => {
  it('doubles from one second', () => {
    expect([1, 2, 3, 4].map((attempts) => pauseSeconds(attempts, 0))).toEqual([1, 2, 4, 8])
  })

  it('never exceeds five minutes and a quarter of them', () => {
    expect(pauseSeconds(attemptsMax, 0)).toBe(300)
    expect(pauseSeconds(attemptsMax, 0.999)).toBeLessThanOrEqual(375)
  })
})
