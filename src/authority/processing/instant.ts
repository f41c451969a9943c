import type { Instant } from '../../customs/calendar/local-date.ts'

/**
 * Counts plain seconds, so a day is always 86 400 of them: the office keeps its books in UTC.
 * Fractions count to the millisecond.
 */
export function secondsAfter(start: Instant, seconds: number): Instant {
  return new Date(Date.parse(start) + seconds * 1000).toISOString() as Instant
}
