import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { LandedCostBook } from '../landed-cost/landed-cost-book.ts'
import { coverageOf, type KindCoverage } from './coverage-of.ts'
import { importersOf, type PossibleImporter } from './importers-of.ts'

/** A destination with how far each kind of its charges is worked out. */
export interface DestinationCoverage {
  readonly destination: string
  readonly name: BilingualText
  /** Countries that share the customs territory. */
  readonly members: readonly string[]
  readonly kinds: readonly KindCoverage[]
  readonly importers: readonly PossibleImporter[]
}

/** How far the charges of all destinations are worked out on a day, by their codes. */
export function coverageMatrix(
  { destinations, tariffs }: LandedCostBook,
  on: LocalDate,
): readonly DestinationCoverage[] {
  return [...destinations.values()]
    .toSorted((left, right) => (left.destination < right.destination ? -1 : 1))
    .map((destination) => ({
      destination: destination.destination,
      name: destination.name,
      members: destination.members ?? [],
      kinds: coverageOf({ destination, tariff: tariffs.get(destination.destination), on }),
      importers: importersOf(destination),
    }))
}
