import type { LocalDate, Validity } from './local-date.ts'

/**
 * Numbers the periods between the days or minutes on which something changes: within one of them
 * nothing does. ISO dates and minutes compare as text.
 *
 * @param changes in any order
 */
export function periodsBetween<Moment extends string>(
  changes: Iterable<Moment>,
): (at: Moment) => number {
  const moments = [...new Set(changes)].toSorted()
  return (at) => {
    // How many of the moments have come, found by halving.
    let low = 0
    let high = moments.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (moments[middle]! <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The days on which a window of validity begins or ends. */
export function changesOfValidity({ from, until }: Validity): readonly LocalDate[] {
  return until === undefined ? [from] : [from, until]
}
