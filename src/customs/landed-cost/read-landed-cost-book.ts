import { readDestination } from '../destination/read-destination.ts'
import { schemesNamed } from '../destination/schemes-named.ts'
import { readMeasurementUnits } from '../duty/measurement-units.ts'
import { readChapterNames } from '../nomenclature/chapter-names.ts'
import { readKnownCodes } from '../order/known-codes.ts'
import { combine, combineAll, type Result, success } from '../result.ts'
import { readExchangeRates } from '../tariff/exchange-rates.ts'
import { type MeasureTypes, readMeasureTypes } from '../measures/measure-type.ts'
import type { QuoteVocabulary } from './check-quote-request.ts'
import type { LandedCostBook } from './landed-cost-book.ts'

/** The parts of the data folder that {@link readLandedCostBook} wants. */
export const landedCostParts = ['destinations', 'gb/exchange-rates', 'reference'] as const

/** What tariffs may name, as the data that come with the program have it. */
export function readTariffVocabulary(
  files: ReadonlyMap<string, unknown>,
): Result<Omit<QuoteVocabulary, 'schemes'> & { readonly types: MeasureTypes }> {
  return combine({
    types: readMeasureTypes(files.get('reference/measure-types.json')),
    knownCodes: readKnownCodes({
      countries: files.get('reference/countries.json'),
      currencies: files.get('reference/currencies.json'),
    }),
    units: readMeasurementUnits(files.get('reference/measurement-units.json')),
  })
}

/**
 * Reads what quotes are made from out of the data that come with the program, with what is
 * read from tables besides. Every fault of every file is named.
 *
 * @param files contents by path below the data folder, such as `destinations/no.json`
 */
export function readLandedCostBook(
  files: ReadonlyMap<string, unknown>,
  tables: Pick<LandedCostBook, 'tariffs' | 'commonGoods'>,
): Result<LandedCostBook> {
  const read = combine({
    destinations: combineAll(below(files, 'destinations/').map(readDestination)),
    rates: readExchangeRates('GBP', below(files, 'gb/exchange-rates/')),
    vocabulary: readTariffVocabulary(files),
    chapters: readChapterNames(files.get('reference/chapters.json')),
  })
  if (!read.ok) return read
  const { destinations, rates, vocabulary, chapters } = read.value
  return success({
    destinations: new Map(destinations.map((one) => [one.destination, one])),
    rates,
    ratesPublishedBy: 'HM Revenue & Customs',
    ratesAreOfficialIn: ['GB'],
    vocabulary: { ...vocabulary, schemes: schemesNamed(destinations) },
    chapters,
    ...tables,
  })
}

function below(files: ReadonlyMap<string, unknown>, folder: string): readonly unknown[] {
  return [...files].filter(([path]) => path.startsWith(folder)).map(([, content]) => content)
}
