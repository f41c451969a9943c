import { dayAfter, isLocalDate, type LocalDate } from './local-date.ts'

/**
 * Every day that stands anywhere in some data. Of a minute it is the first day at whose noon the minute
 * has come: its own, or in the afternoon the next.
 */
export function datesIn(data: unknown): readonly LocalDate[] {
  const found = new Set<LocalDate>()
  const seen = new Set<object>()
  const left: unknown[] = [data]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value === 'string') addDates(value, found)
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    for (const part of partsOf(value)) left.push(part)
  }
  return [...found]
}

const NOON = '12:00'

/** A text that is only a sentence with a day in it dates nothing. */
function addDates(text: string, found: Set<LocalDate>): void {
  const [day = '', minute = ''] = text.split('T')
  if (isLocalDate(day)) found.add(minute > NOON ? dayAfter(day) : day)
}

function partsOf(value: object): Iterable<unknown> {
  return value instanceof Map || value instanceof Set || Array.isArray(value)
    ? (value as Iterable<unknown>)
    : Object.values(value)
}
