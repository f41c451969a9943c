import { readDestination } from '../destination/read-destination.ts'
import { readMeasurementUnits } from '../duty/measurement-units.ts'
import { readKnownCodes } from '../order/known-codes.ts'
import { combine, combineAll, type Result, success } from '../result.ts'
import { readExchangeRates } from '../tariff/exchange-rates.ts'
import type { LandedCostBook, LoadedTariff } from './landed-cost-book.ts'

/** The parts of the data folder that {@link readLandedCostBook} wants. */
export const landedCostParts = ['destinations', 'gb/exchange-rates', 'reference'] as const

/**
 * Reads what quotes are made from out of the data that come with the program, with the tariffs that
 * are loaded besides. Every fault of every file is named.
 *
 * @param files contents by path below the data folder, such as `destinations/no.json`
 */
export function readLandedCostBook(
  files: ReadonlyMap<string, unknown>,
  tariffs: ReadonlyMap<string, LoadedTariff>,
): Result<LandedCostBook> {
  const read = combine({
    destinations: combineAll(below(files, 'destinations/').map(readDestination)),
    rates: readExchangeRates('GBP', below(files, 'gb/exchange-rates/')),
    knownCodes: readKnownCodes({
      countries: files.get('reference/countries.json'),
      currencies: files.get('reference/currencies.json'),
    }),
    units: readMeasurementUnits(files.get('reference/measurement-units.json')),
  })
  if (!read.ok) return read
  const { destinations, rates, knownCodes, units } = read.value
  return success({
    destinations: new Map(destinations.map((one) => [one.destination, one])),
    rates,
    ratesPublishedBy: 'HM Revenue & Customs',
    ratesAreOfficialIn: ['GB'],
    vocabulary: { knownCodes, units },
    tariffs,
  })
}

function below(files: ReadonlyMap<string, unknown>, folder: string): readonly unknown[] {
  return [...files].filter(([path]) => path.startsWith(folder)).map(([, content]) => content)
}
