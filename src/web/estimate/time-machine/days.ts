/** The days that the time machine goes through; the last is the first day after them. */
export const TIME_FROM = '2024-01-01'
export const TIME_UNTIL = '2027-01-01'

const DAY_MS = 86_400_000

/** How many days a day is after the first one of the time machine. */
export function dayNumber(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(TIME_FROM)) / DAY_MS)
}

/** The last of {@link dayNumber}. */
export const LAST_DAY = dayNumber(TIME_UNTIL) - 1

/** The day of a number, within the days of the time machine. */
export function dayOf(number: number): string {
  const within = Math.min(Math.max(Math.round(number), 0), LAST_DAY)
  return new Date(Date.parse(TIME_FROM) + within * DAY_MS).toISOString().slice(0, 10)
}

/** A day that an address names, within the days of the time machine; else another. */
export function dayWithin(named: string | undefined, otherwise: string): string {
  if (named === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(named)) return otherwise
  const number = dayNumber(named)
  return Number.isNaN(number) ? otherwise : dayOf(number)
}
