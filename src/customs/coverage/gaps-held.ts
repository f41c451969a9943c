import type { LocalDate } from '../calendar/local-date.ts'
import type { Destination } from '../destination/destination.ts'
import type { CoverageGap } from './coverage-gap.ts'
import { gapsOf } from './coverage-of.ts'
import type { CoverageFacts } from './limits-of-data.ts'

/** The gaps of a day are always the same, and nearly all quotes are of few days. */
type GapsByDay = Map<LocalDate, readonly CoverageGap[]>

const heldGaps = new WeakMap<
  Destination,
  { readonly tariff: CoverageFacts['tariff']; readonly byDay: GapsByDay }
>()

/** A year and more of days; whoever goes through all of time makes no process grow. */
const HELD_DAYS_MAX = 400

/** The same as `gapsOf`, worked out once for each day. */
export function gapsHeld(facts: CoverageFacts): readonly CoverageGap[] {
  const { destination, tariff, on } = facts
  const byDay = heldDays(destination, tariff)
  const held = byDay.get(on)
  if (held !== undefined) return held
  const gaps = gapsOf(facts)
  if (byDay.size === HELD_DAYS_MAX) byDay.clear()
  byDay.set(on, gaps)
  return gaps
}

/** Of each destination with its tariff: a book that comes in has a tariff of its own. */
function heldDays(destination: Destination, tariff: CoverageFacts['tariff']): GapsByDay {
  const held = heldGaps.get(destination)
  if (held !== undefined && held.tariff === tariff) return held.byDay
  const byDay: GapsByDay = new Map()
  heldGaps.set(destination, { tariff, byDay })
  return byDay
}
