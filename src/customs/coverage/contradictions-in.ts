import type { LocalDate } from '../calendar/local-date.ts'
import type { Destination } from '../destination/destination.ts'
import type { ClaimedKind } from './kinds-of-charge.ts'
import { rulesOfKind, rulesOn } from './rules-of-kind.ts'

/** The kinds that a destination calls not covered although its rules of a day charge them. */
export function contradictionsIn(destination: Destination, on: LocalDate): readonly ClaimedKind[] {
  return destination.coverage
    .filter(({ state }) => state === 'not-covered')
    .map(({ charge }) => charge)
    .filter((kind) =>
      rulesOn(rulesOfKind(destination, kind), on, 'charged').some(
        // What the tariff says is charged only where one is loaded.
        ({ charge }) => charge?.rate.from !== 'tariff',
      ),
    )
}
