import type { Instant } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
/** The first of January 1970 was a Thursday; weeks begin on the Monday before it. */
const FIRST_MONDAY_MS = -3 * DAY_MS

/** Monday, midnight UTC, of the first of so many weeks, of which the present one is the last. */
export function weeksBegin(now: Instant, weeks: number): Instant {
  const present = Math.floor((Date.parse(now) - FIRST_MONDAY_MS) / WEEK_MS)
  return instantOf(new Date(FIRST_MONDAY_MS + (present - weeks + 1) * WEEK_MS))
}
