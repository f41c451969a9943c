import { findDestination, type LandedCostBook } from '../landed-cost/landed-cost-book.ts'
import { editionOn } from '../nomenclature/nomenclature.ts'
import { type Result, success } from '../result.ts'
import { findGoods, type FoundGoods, type GoodsQuery } from './find-goods.ts'

/** What a search found, and in what. */
export interface TariffSearch {
  /** The territory whose codes these are: the destination itself, or the union that it belongs to. */
  readonly territory: string
  /** The edition that was searched; absent where none is loaded, and six digits are all that is known. */
  readonly edition?: string
  readonly items: readonly FoundGoods[]
}

/**
 * Finds goods with the codes of a destination. Names are searched in the edition of the day, before
 * the first edition in that one: what goods are called does not wait for it.
 *
 * Fails with `not-covered` where nothing is known of the country.
 */
export function searchTariff(
  book: LandedCostBook,
  { country, ...wanted }: GoodsQuery & { readonly country: string },
): Result<TariffSearch> {
  const destination = findDestination(book, country)
  if (!destination.ok) return destination
  const territory = destination.value.destination
  const nomenclature = book.tariffs.get(territory)?.nomenclature
  const within =
    nomenclature && (editionOn(nomenclature, wanted.on) ?? nomenclature.editions.at(-1))
  if (within === undefined) {
    return success({ territory, items: findGoods(book.commonGoods.harmonized, wanted) })
  }
  const index = book.commonGoods.indexOf(territory, within)
  return success({ territory, edition: within.edition.id, items: findGoods(index, wanted) })
}
