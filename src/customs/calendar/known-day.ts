import { type LocalDate, localYear } from './local-date.ts'

/**
 * The day as a beginning that people are told of. Collections write year zero where something has held
 * since before their records: that is a window from ever on, and nobody knows its first day.
 */
export function knownDay(day: LocalDate): LocalDate | undefined {
  return localYear(day) === 0 ? undefined : day
}
