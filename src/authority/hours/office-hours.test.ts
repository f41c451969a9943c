import { describe, expect, it } from 'vitest'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { afterOpenTime, type OfficeHours } from './office-hours.ts'

const weekdays: OfficeHours = { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }
const HOUR = 3_600

describe('opening time', () => {
  it.each([
    ['within a day', '2026-01-06T10:00:00.000Z', HOUR, '2026-01-06T11:00:00.000Z'],
    ['over a night', '2026-01-06T16:00:00.000Z', 2 * HOUR, '2026-01-07T10:00:00.000Z'],
    ['over a weekend', '2026-01-09T16:30:00.000Z', HOUR, '2026-01-12T09:30:00.000Z'],
    ['from before the opening', '2026-01-06T03:00:00.000Z', HOUR, '2026-01-06T10:00:00.000Z'],
    ['up to the very end', '2026-01-06T16:00:00.000Z', HOUR, '2026-01-06T17:00:00.000Z'],
    ['of no seconds, when shut', '2026-01-10T12:00:00.000Z', 0, '2026-01-12T09:00:00.000Z'],
    ['of no seconds, when open', '2026-01-06T12:00:00.000Z', 0, '2026-01-06T12:00:00.000Z'],
    // In summer the clocks of London are an hour ahead of UTC.
    ['in summer', '2026-07-07T07:30:00.000Z', HOUR, '2026-07-07T09:00:00.000Z'],
    // The clocks went forward in the night to Sunday, 29 March 2026.
    ['over a change', '2026-03-27T16:30:00.000Z', HOUR, '2026-03-30T08:30:00.000Z'],
    ['of three weeks', '2026-01-05T09:00:00.000Z', 15 * 8 * HOUR, '2026-01-23T17:00:00.000Z'],
  ])('goes by %s', (_case, start, seconds, end) => {
    expect(afterOpenTime(start as Instant, seconds, weekdays)).toBe(end)
  })

  it('is all time where the office never shuts', () => {
    const start = '2026-01-10T12:00:00.000Z' as Instant
    expect(afterOpenTime(start, 60, 'always')).toBe('2026-01-10T12:01:00.000Z')
  })

  it('may reach up to the last minutes of a day in summer', () => {
    const late: OfficeHours = { days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', until: '23:59' }
    const start = '2026-07-07T12:00:00.000Z' as Instant
    expect(afterOpenTime(start, HOUR, late)).toBe('2026-07-07T22:00:00.000Z')
  })
})
