import { withStatedTaxRates } from '../../customs/destination/stated-tax-rate.ts'
import { readSpecialProgrammes } from '../../customs/formats/us-hts/index.ts'
import type { LandedCostBook, LoadedTariff } from '../../customs/landed-cost/landed-cost-book.ts'
import {
  landedCostParts,
  readTariffVocabulary,
} from '../../customs/landed-cost/read-landed-cost-book.ts'
import { readHeldLaw } from '../../customs/programmes/index.ts'
import { readDataFiles } from '../../platform/data-files.ts'
import type { Database, Schema } from '../../platform/postgres/index.ts'
import { americanDuties } from '../loaded/american-duties.ts'
import { EditionsInMemory } from '../loaded/editions-in-memory.ts'
import type { LoadedEditions } from '../loaded/loaded-editions.ts'
import { loadedTariffs, type TariffReference } from '../loaded/loaded-tariffs.ts'
import type { WantedEditions } from '../store/find-editions.ts'
import { shippedBook } from './shipped-book.ts'
import { soundData } from './sound-data.ts'

/**
 * What a running process quotes from: what comes with the program, and over it the editions in the
 * database. It follows the database without a pause: whoever quotes meanwhile quotes from the book of
 * before.
 */
export class LiveBook {
  readonly #editions: EditionsInMemory
  readonly #shipped: LandedCostBook
  readonly #reference: TariffReference
  #from: LoadedEditions
  #book: LandedCostBook

  private constructor(
    editions: EditionsInMemory,
    shipped: LandedCostBook,
    reference: TariffReference,
  ) {
    this.#editions = editions
    this.#shipped = shipped
    this.#reference = reference
    this.#from = editions.loaded
    this.#book = shipped
  }

  /**
   * Reads what comes with the program and everything that is in the database.
   *
   * @param wanted editions of these alone, where not every tariff is asked about
   */
  static async open(database: Database<Schema>, wanted?: WantedEditions): Promise<LiveBook> {
    const files = await readDataFiles([...landedCostParts, 'us'])
    const { types, units } = soundData(readTariffVocabulary(files))
    const programmes = soundData(readSpecialProgrammes(files.get('us/special-programmes.json')))
    const americanLaw = soundData(
      readHeldLaw({
        programmes: files.get('us/programmes.json'),
        lists: files.get('us/product-lists.json'),
      }),
    )
    const live = new LiveBook(new EditionsInMemory(database, wanted), await shippedBook(files), {
      ...{ types, units, programmes, americanLaw },
    })
    await live.refresh()
    return live
  }

  /** What is loaded now; to be asked for anew with each question. */
  get book(): LandedCostBook {
    return this.#book
  }

  /** Takes in what has changed in the database; does nothing where nothing has. */
  async refresh(): Promise<void> {
    await this.#editions.refresh()
    const { loaded } = this.#editions
    if (loaded === this.#from) return
    this.#book = overShipped(this.#shipped, loaded, this.#reference)
    this.#from = loaded
  }
}

/** What was imported goes before what comes with the program. */
function overShipped(
  shipped: LandedCostBook,
  loaded: LoadedEditions,
  reference: TariffReference,
): LandedCostBook {
  const { base, periods } = shipped.rates
  const starters = withImportedLists(shipped.tariffs, loaded, reference)
  const imported = [...loadedTariffs(loaded, reference)].map(
    ([territory, tariff]) =>
      // The American schedule is published whole: what its editions do not know is no code.
      [
        territory,
        loaded.rates.has(territory) ? tariff : withStarter(tariff, starters.get(territory)),
      ] as const,
  )
  return {
    ...shipped,
    destinations: withImportedTaxRates(shipped.destinations, loaded),
    tariffs: new Map([...starters, ...imported]),
    rates: { base, periods: [...loaded.exchangeRates, ...periods] },
  }
}

function withImportedTaxRates(
  shipped: LandedCostBook['destinations'],
  { taxRates }: LoadedEditions,
): LandedCostBook['destinations'] {
  return new Map(
    [...shipped].map(([code, destination]) => [code, withStatedTaxRates(destination, taxRates)]),
  )
}

/** The additional duties on the American starter tariff go by imported lists too. */
function withImportedLists(
  starters: LandedCostBook['tariffs'],
  loaded: LoadedEditions,
  { americanLaw }: TariffReference,
): LandedCostBook['tariffs'] {
  const american = starters.get('US')
  if (american === undefined || loaded.productLists.length === 0) return starters
  return new Map([...starters, ['US', { ...american, ...americanDuties(americanLaw, loaded) }]])
}

/** The starter tariff stands in for goods and days that an import does not hold. */
function withStarter(tariff: LoadedTariff, starter: LoadedTariff | undefined): LoadedTariff {
  return starter === undefined ? tariff : { ...tariff, standIn: starter }
}
