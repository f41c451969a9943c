import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { easternDay, type EasternTime, inEasternTime, isWithin, overlap } from './eastern-time.ts'

const minute = (text: string) => text as EasternTime
const window = { from: minute('2026-02-24T00:01'), until: minute('2026-07-24T00:01') }

describe('time in Washington', () => {
  it.each([
    ['2026-02-23', false],
    ['2026-02-24T00:00', false],
    ['2026-02-24T00:01', true],
    ['2026-02-24', true],
    ['2026-07-23', true],
    ['2026-07-24T00:00', true],
    ['2026-07-24T00:01', false],
    ['2026-07-24', false],
  ])('%s lies within the 150 days of section 122: %s', (moment, isInside) => {
    const at = moment.includes('T') ? minute(moment) : localDate(moment)
    expect(isWithin(window, inEasternTime(at))).toBe(isInside)
  })

  it('has a day for every minute', () => {
    expect(easternDay(minute('2026-07-24T23:59'))).toBe('2026-07-24')
  })

  it('tells windows that touch from windows that overlap', () => {
    const next = { from: window.until }
    expect(overlap(window, next)).toBe(false)
    expect(overlap(next, window)).toBe(false)
    expect(overlap(window, { from: minute('2026-07-24T00:00') })).toBe(true)
  })
})
