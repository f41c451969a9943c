import type { Instant } from '../../customs/calendar/local-date.ts'

export function secondsAfter(start: Instant, seconds: number): Instant {
  return new Date(Date.parse(start) + seconds * 1000).toISOString() as Instant
}
