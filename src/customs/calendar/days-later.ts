import { type LocalDate, localDate } from './local-date.ts'

const DAY_MS = 86_400_000

/** The day so many days after another; before it where the number is negative. */
export function daysLater(day: LocalDate, days: number): LocalDate {
  const noon = Date.parse(`${day}T12:00:00.000Z`)
  return localDate(new Date(noon + days * DAY_MS).toISOString().slice(0, 10))
}
