import { dayAfter, type LocalDate } from './local-date.ts'

/** Days that follow one another. */
export interface Days {
  readonly from: LocalDate
  /** The first day after the last one. */
  readonly until: LocalDate
}

/** Days on which something stays the same, with what it is on the first of them. */
export interface DaysAlike<T> extends Days {
  readonly value: T
}

/**
 * Joins days on which something stays the same.
 *
 * @param likeness what two days have in common where nothing changes from one to the other
 * @param tried the first day, and every later one on which it may change, in order; every day where it
 *   is not known on which
 */
export function daysAlike<T>(
  days: Days,
  valueOn: (on: LocalDate) => T,
  likeness: (value: T, on: LocalDate) => string,
  tried: readonly LocalDate[] = everyDay(days),
): readonly DaysAlike<T>[] {
  const { until } = days
  const periods: DaysAlike<T>[] = []
  let openedAs = ''
  for (const [index, on] of tried.entries()) {
    const next = tried[index + 1] ?? until
    const value = valueOn(on)
    const sameAs = likeness(value, on)
    const open = periods.at(-1)
    if (open !== undefined && sameAs === openedAs) {
      periods[periods.length - 1] = { ...open, until: next }
    } else {
      periods.push({ from: on, until: next, value })
      openedAs = sameAs
    }
  }
  return periods
}

/** Every day of a window, in order. */
export function everyDay({ from, until }: Days): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day < until; day = dayAfter(day)) days.push(day)
  return days
}

/** The periods of days and of the days right after them; what is alike across the border is one. */
export function joinAlike<Period extends Days>(
  earlier: readonly Period[],
  later: readonly Period[],
  likeness: (period: Period) => string,
): readonly Period[] {
  const [last, first] = [earlier.at(-1), later[0]]
  if (last === undefined || first === undefined || likeness(last) !== likeness(first)) {
    return [...earlier, ...later]
  }
  return [...earlier.slice(0, -1), { ...last, until: first.until }, ...later.slice(1)]
}
