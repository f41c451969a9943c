import { findDestination, type LandedCostBook } from '../landed-cost/landed-cost-book.ts'
import { failure, type Result, success } from '../result.ts'
import type { ReadTariff } from './code-in-tariff.ts'

/** The tariff that is loaded for a country, and the territory that it is in force in. */
export interface TariffOfCountry extends ReadTariff {
  /** The country itself, or the union that it belongs to. */
  readonly territory: string
}

/** Finds the tariff of a country. Fails with `not-covered` where none is loaded. */
export function tariffOfCountry(book: LandedCostBook, country: string): Result<TariffOfCountry> {
  const destination = findDestination(book, country)
  if (!destination.ok) return destination
  const { destination: territory, name } = destination.value
  const tariff = book.tariffs.get(territory)
  if (tariff !== undefined) return success({ territory, tariff, chapters: book.chapters })
  const loaded = [...book.tariffs.keys()].toSorted()
  return failure({
    code: 'not-covered',
    path: '/destination/country',
    message: `The tariff of ${name.en} is not loaded.`,
    mend: `Loaded are those of ${loaded.join(', ')}; others can be imported.`,
    zh: {
      message: `尚未载入${name.zh}的税则。`,
      mend: `已载入 ${loaded.join('、')} 的税则；其他税则可另行导入。`,
    },
  })
}
