import { readFileSync } from 'node:fs'
import {
  isInForce,
  localDate,
  monthsLater,
  type Instant,
  type LocalDate,
  type Validity,
} from '../../customs/calendar/local-date.ts'
import { secondsAfter } from '../processing/instant.ts'

/** What the law or the office's practice sets a time for. */
export type TermName =
  | 'ask-for-review'
  | 'conclude-review'
  | 'determine-ruling'
  | 'ruling-holds'
  | 'claim-rejected'
  | 'claim-withdrawn'
  | 'claim-overpaid'
  | 'pay-demand'
  | 'recover-demand'

/** The last day of a term that a day sets running, by the law of that day. */
export type LastDayOf = (term: TermName, startedOn: LocalDate) => LocalDate

interface StoredTerm {
  readonly what: TermName
  readonly from: string
  readonly until?: string
  readonly count: number
  readonly unit: 'days' | 'months'
  readonly counted: 'beginning-with-the-day' | 'after-the-day'
  readonly source: string
}

interface Term extends StoredTerm {
  readonly validity: Validity
}

/** Reads the terms once, when the office opens. @throws when the file is missing or a date is none */
export function loadCorrespondenceTerms(file: string): LastDayOf {
  const { terms } = JSON.parse(readFileSync(file, 'utf8')) as { terms: readonly StoredTerm[] }
  return lastDayOf(terms)
}

/** @throws Error from the answer, for a day on which no such term was in force */
export function lastDayOf(stored: readonly StoredTerm[]): LastDayOf {
  const terms = stored.map((term): Term => {
    const until = term.until === undefined ? {} : { until: localDate(term.until) }
    return { ...term, validity: { from: localDate(term.from), ...until } }
  })
  return (what, startedOn) => {
    const term = terms.find((one) => one.what === what && isInForce(one.validity, startedOn))
    if (term === undefined) throw new Error(`there is no term ${what} on ${startedOn}`)
    const end =
      term.unit === 'days' ? daysAfter(startedOn, term.count) : monthsLater(startedOn, term.count)
    // A term that begins with its first day is over a day earlier.
    return term.counted === 'after-the-day' ? end : daysAfter(end, -1)
  }
}

const DAY_SECONDS = 86_400

/** The day so many days after another, or before it where the number is negative. */
export function daysAfter(day: LocalDate, days: number): LocalDate {
  const midnight = `${day}T00:00:00.000Z` as Instant
  return localDate(secondsAfter(midnight, days * DAY_SECONDS).slice(0, 10))
}
