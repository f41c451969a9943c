import type { Instant } from '../../customs/calendar/local-date.ts'
import type { MainStep, Reached } from './main-steps.ts'

/** How long cases usually take from one station to the next, in milliseconds, by `from>to`. */
export type UsualDurations = ReadonlyMap<string, number>

/** Fewer cases than this say nothing about what is usual. */
const FEWEST_CASES = 3

/** The key of the way between two stations in {@link UsualDurations}. */
export function wayBetween(from: MainStep, to: MainStep): string {
  return `${from}>${to}`
}

/**
 * The median time between every two stations, over cases that passed both. A way that fewer than
 * three cases went is left out.
 */
export function usualDurations(cases: readonly Reached[]): UsualDurations {
  const taken = new Map<string, readonly number[]>()
  for (const [way, milliseconds] of cases.flatMap(timesTaken)) {
    taken.set(way, [...(taken.get(way) ?? []), milliseconds])
  }
  const known = [...taken].filter(([, times]) => times.length >= FEWEST_CASES)
  return new Map(known.map(([way, times]) => [way, median(times)]))
}

/** The time that one case took between any two of the stations it passed, the later one last. */
function timesTaken(reached: Reached): readonly (readonly [way: string, milliseconds: number])[] {
  const stations = Object.entries(reached) as [MainStep, Instant][]
  return stations.flatMap(([from, began]) =>
    stations
      .map(([to, ended]) => [to, Date.parse(ended) - Date.parse(began)] as const)
      .filter(([to, milliseconds]) => to !== from && milliseconds >= 0)
      .map(([to, milliseconds]) => [wayBetween(from, to), milliseconds] as const),
  )
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
