import type { LocalDate } from '../calendar/local-date.ts'
import type { Destination } from '../destination/destination.ts'
import type { CoverageGap } from './coverage-gap.ts'
import { gapsOf } from './coverage-of.ts'
import { lawNotRead } from './law-not-read.ts'
import type { CoverageFacts } from './limits-of-data.ts'

/** The gaps of a destination with its tariff by the day; those of most days are the same, and held once. */
interface HeldGaps {
  readonly tariff: CoverageFacts['tariff']
  readonly byDay: Map<LocalDate, readonly CoverageGap[]>
  readonly alike: Map<string, readonly CoverageGap[]>
}

const heldGaps = new WeakMap<Destination, HeldGaps>()

/** More than the days of the time machine; whoever goes through all of time makes no process grow. */
const HELD_DAYS_MAX = 1200

/** The same as `gapsOf` with what the law is not known of, worked out once for each day. */
export function gapsHeld(facts: CoverageFacts): readonly CoverageGap[] {
  const { destination, tariff, on } = facts
  const { byDay, alike } = heldFor(destination, tariff)
  const held = byDay.get(on)
  if (held !== undefined) return held
  if (byDay.size === HELD_DAYS_MAX) {
    byDay.clear()
    alike.clear()
  }
  const found = [...lawNotRead(facts), ...gapsOf(facts)]
  const key = JSON.stringify(found)
  const gaps = alike.get(key) ?? found
  alike.set(key, gaps)
  byDay.set(on, gaps)
  return gaps
}

/** A book that comes in has tariffs of its own. */
function heldFor(destination: Destination, tariff: CoverageFacts['tariff']): HeldGaps {
  const held = heldGaps.get(destination)
  if (held !== undefined && held.tariff === tariff) return held
  const fresh: HeldGaps = { tariff, byDay: new Map(), alike: new Map() }
  heldGaps.set(destination, fresh)
  return fresh
}
