import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { dayAfter, type Instant, type LocalDate } from '../../customs/calendar/local-date.ts'
import { secondsAfter } from '../processing/instant.ts'

/** When people are at work, by the clock on the wall in London; `always` round the clock. */
export type OfficeHours =
  | 'always'
  | {
      /** Days of the week, 1 is Monday and 7 Sunday. */
      readonly days: readonly number[]
      /** `09:00`, and the minute at which work ends; later on the same day. */
      readonly from: string
      readonly until: string
    }

/**
 * The moment at which so many seconds of opening time have gone by since a start. Of no seconds it is
 * the start itself, or the next opening where the office is shut then. Public holidays are not kept.
 */
export function afterOpenTime(start: Instant, seconds: number, hours: OfficeHours): Instant {
  if (hours === 'always') return secondsAfter(start, seconds)
  let leftMs = seconds * 1000
  for (let day = dateInLondon(start); ; day = dayAfter(day)) {
    if (!hours.days.includes(weekdayOf(day))) continue
    const begin = Math.max(Date.parse(start), inLondon(day, hours.from))
    const end = inLondon(day, hours.until)
    if (begin >= end) continue
    if (begin + leftMs <= end) return new Date(begin + leftMs).toISOString() as Instant
    leftMs -= end - begin
  }
}

function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7
}

/** The instant, in milliseconds, at which the clocks of London show a time on a day. */
function inLondon(day: LocalDate, time: string): number {
  const asInUtc = Date.parse(`${day}T${time}:00Z`)
  const shown = londonClock.format(asInUtc)
  const [hour, minute] = time.split(':').map(Number)
  const [shownHour, shownMinute] = shown.split(':').map(Number)
  const aheadMinutes = (shownHour! - hour!) * 60 + (shownMinute! - minute!)
  // Late in the evening the clocks may show the next day already.
  return asInUtc - (aheadMinutes < 0 ? aheadMinutes + 24 * 60 : aheadMinutes) * 60_000
}

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
