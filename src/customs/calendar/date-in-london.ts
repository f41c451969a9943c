import { Remembered } from '../remembered.ts'
import { type Instant, type LocalDate, localDate } from './local-date.ts'

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/**
 * The calendar day in the United Kingdom at an instant: the day by which HMRC dates an entry, also
 * in summer, when it begins an hour before the day in UTC.
 */
export function dateInLondon(instant: Instant): LocalDate {
  // A day begins with an hour, in summer as well, and a formatter takes long to say which.
  return dayOfHour.of(instant.slice(0, HOUR_LENGTH), () =>
    localDate(londonDay.format(new Date(instant))),
  )
}

const HOUR_LENGTH = '2026-09-01T12'.length
const dayOfHour = new Remembered<LocalDate>(24)
