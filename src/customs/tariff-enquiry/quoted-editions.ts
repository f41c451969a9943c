import type { LocalDate } from '../calendar/local-date.ts'
import type { LandedCostBook, LoadedTariff } from '../landed-cost/landed-cost-book.ts'

/** An edition of a tariff that quotes are made from. */
export interface QuotedEdition {
  readonly territory: string
  readonly edition: string
  readonly validFrom: LocalDate
  /** Lines with a code. */
  readonly codes: number
}

/** The editions that quotes are made from, by territory, the one that holds latest first. */
export function quotedEditions({ tariffs }: LandedCostBook): readonly QuotedEdition[] {
  return [...tariffs].flatMap(([territory, tariff]) => editionsOf(territory, tariff))
}

/** With those of the tariff that stands in for goods that it does not hold. */
function editionsOf(
  territory: string,
  { nomenclature, standIn }: LoadedTariff,
): readonly QuotedEdition[] {
  return [
    ...nomenclature.editions.map(({ edition: { id: edition, validFrom }, codes }) => ({
      ...{ territory, edition, validFrom },
      codes: codes.length,
    })),
    ...(standIn === undefined ? [] : editionsOf(territory, standIn)),
  ]
}
