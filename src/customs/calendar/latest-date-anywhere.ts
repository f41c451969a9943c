import { type Instant, type LocalDate, localDate } from './local-date.ts'

/** Kiribati's Line Islands are fourteen hours ahead of UTC; nowhere is the day further on. */
const MOST_HOURS_AHEAD = 14

/** The latest calendar day that it is anywhere at an instant: no paper signed by then bears a later one. */
export function latestDateAnywhere(instant: Instant): LocalDate {
  const shifted = new Date(instant)
  shifted.setUTCHours(shifted.getUTCHours() + MOST_HOURS_AHEAD)
  return localDate(shifted.toISOString().slice(0, 10))
}
