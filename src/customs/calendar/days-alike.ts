import { dayAfter, type LocalDate, monthsLater } from './local-date.ts'

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
 * Joins days on which something stays the same. Every day is asked about, for what hangs on hours,
 * lists and conditions no table of dates has whole.
 *
 * @param likeness what two days have in common where nothing changes from one to the other
 */
export function daysAlike<T>(
  { from, until }: Days,
  valueOn: (on: LocalDate) => T,
  likeness: (value: T, on: LocalDate) => string,
): readonly DaysAlike<T>[] {
  const periods: DaysAlike<T>[] = []
  let openedAs = ''
  for (let on = from; on < until; on = dayAfter(on)) {
    const value = valueOn(on)
    const sameAs = likeness(value, on)
    const open = periods.at(-1)
    if (open !== undefined && sameAs === openedAs) {
      periods[periods.length - 1] = { ...open, until: dayAfter(on) }
    } else {
      periods.push({ from: on, until: dayAfter(on), value })
      openedAs = sameAs
    }
  }
  return periods
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

/** The days in parts of a month at most, for work that lets others have their turn in between. */
export function monthsOf({ from, until }: Days): readonly Days[] {
  const months: Days[] = []
  for (let day = from; day < until;) {
    const border = monthsLater(day, 1)
    const next = border < until ? border : until
    months.push({ from: day, until: next })
    day = next
  }
  return months
}
