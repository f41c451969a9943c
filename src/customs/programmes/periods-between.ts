import type { EasternTime } from './eastern-time.ts'

/**
 * Numbers the periods between the minutes at which something changes: within one of them nothing does.
 *
 * @param changes in any order
 */
export function periodsBetween(changes: Iterable<EasternTime>): (at: EasternTime) => number {
  const minutes = [...new Set(changes)].toSorted()
  return (at) => {
    // How many of the minutes have come, found by halving.
    let low = 0
    let high = minutes.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (minutes[middle]! <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}
