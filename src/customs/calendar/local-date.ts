/** A calendar day `YYYY-MM-DD` without time zone: the form in which law dates its rules. */
export type LocalDate = string & { readonly __localDate: never }

/** An instant as ISO 8601 in UTC, `2026-09-01T12:00:00.000Z`. */
export type Instant = string & { readonly __instant: never }

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Whether a text is a day that exists: `2026-02-29` is none. For input; where the text is known to
 * be good, {@link localDate} says so.
 */
export function isLocalDate(text: string): text is LocalDate {
  const match = PATTERN.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** @throws TypeError when the text is no existing day. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new TypeError(`not a calendar date: ${JSON.stringify(text)}`)
  return text
}

/** The year of a day, four digits. */
export function localYear(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/**
 * The same day some months later, or the last day of that month where it has no such day:
 * 31 January and one month is the last of February.
 */
export function monthsLater(date: LocalDate, months: number): LocalDate {
  const monthsSinceYearZero = localYear(date) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(monthsSinceYearZero / 12)
  const month = (monthsSinceYearZero % 12) + 1
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month))
  return dateOf(year, month, day)
}

/** The next day; lists that name the last day of a window mean a window that ends before this one. */
export function dayAfter(date: LocalDate): LocalDate {
  const [year, month, day] = [localYear(date), Number(date.slice(5, 7)), Number(date.slice(8))]
  if (day < daysInMonth(year, month)) return dateOf(year, month, day + 1)
  return month < 12 ? dateOf(year, month + 1, 1) : dateOf(year + 1, 1, 1)
}

/** The day so many days before. */
export function daysEarlier(date: LocalDate, days: number): LocalDate {
  const moment = Date.parse(`${date}T00:00:00Z`) - days * 86_400_000
  return localDate(new Date(moment).toISOString().slice(0, 10))
}

function dateOf(year: number, month: number, day: number): LocalDate {
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  return localDate(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** A half-open window of validity: from the first day, up to but not including `until`. */
export interface Validity {
  readonly from: LocalDate
  readonly until?: LocalDate
}

/** Whether a rule is in force on a day. ISO dates compare as text. */
export function isInForce(validity: Validity, on: LocalDate): boolean {
  return validity.from <= on && (validity.until === undefined || on < validity.until)
}
