import { describe, expect, it } from 'vitest'
import { pauseSeconds } from './retry-schedule.ts'

describe('the pause before the next attempt', () => {
  it('doubles from one second', () => {
    expect([1, 2, 3, 4].map((failures) => pauseSeconds(failures, 1))).toEqual([1, 2, 4, 8])
  })

  it('is between a half and the whole, as chance has it', () => {
    expect([0, 0.5, 1].map((spread) => pauseSeconds(4, spread))).toEqual([4, 6, 8])
  })

  it('never exceeds its longest, which is five minutes for a message', () => {
    expect(pauseSeconds(40, 1)).toBe(300)
    expect(pauseSeconds(40, 1, { firstSeconds: 2, longestSeconds: 60 })).toBe(60)
  })
})
