import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type MeasurementUnits,
  readMeasurementUnits,
} from '../src/customs/duty/measurement-units.ts'
import type { Laws } from '../src/customs/law/law.ts'
import { readLaws } from '../src/customs/law/read-laws.ts'
import { type MeasureTypes, readMeasureTypes } from '../src/customs/measures/measure-type.ts'
import { readKnownCodes } from '../src/customs/order/known-codes.ts'
import { readVagueDescriptions } from '../src/customs/readiness/vague-descriptions.ts'
import type { Result } from '../src/customs/result.ts'
import { type ExchangeRates, readExchangeRates } from '../src/customs/tariff/exchange-rates.ts'
import { readTariffEdition } from '../src/customs/tariff/read-tariff-edition.ts'
import { createTariff, type Tariff } from '../src/customs/tariff/tariff.ts'
import { readThresholds, type Thresholds } from '../src/customs/tariff/thresholds.ts'
import { readVatRates, type VatRates } from '../src/customs/tariff/vat-rates.ts'

/** Everything dated that a GB quote is made from, as the repository ships it. */
export interface GbReferenceData {
  readonly tariff: Tariff
  readonly exchangeRates: ExchangeRates
  readonly vatRates: VatRates
  readonly thresholds: Thresholds
  readonly laws: Laws
  readonly measurementUnits: MeasurementUnits
}

const dataFolder = join(import.meta.dirname, '..', 'data')

/** The shipped data, read and indexed anew; a file that its reader refuses fails the test. */
export function gbReferenceData(): GbReferenceData {
  return {
    tariff: createTariff(jsonFiles('gb/tariff').map((json) => valueOf(readTariffEdition(json)))),
    exchangeRates: valueOf(readExchangeRates('GBP', jsonFiles('gb/exchange-rates'))),
    vatRates: valueOf(readVatRates(dataFile('gb/vat.json'))),
    thresholds: valueOf(readThresholds(dataFile('gb/thresholds.json'))),
    laws: valueOf(readLaws(dataFile('gb/laws.json'))),
    measurementUnits: measurementUnits(),
  }
}

/** The types of measures, as they are shipped. */
export function measureTypes(): MeasureTypes {
  return valueOf(readMeasureTypes(dataFile('reference/measure-types.json')))
}

/** The measurement units that the repository ships. */
export function measurementUnits(): MeasurementUnits {
  return valueOf(readMeasurementUnits(dataFile('reference/measurement-units.json')))
}

/** The contents of a JSON file under `data/`. */
export function dataFile(path: string): unknown {
  return JSON.parse(readFileSync(join(dataFolder, path), 'utf8'))
}

function jsonFiles(folder: string): readonly unknown[] {
  return readdirSync(join(dataFolder, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => dataFile(join(folder, name)))
}

/** The value of a result that has to be a success, or the failures as the reason of the test's end. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.failures, undefined, 2))
}

/** What is known of orders, whoever hands them in. */
export function orderKnowledge() {
  return {
    knownCodes: valueOf(
      readKnownCodes({
        countries: dataFile('reference/countries.json'),
        currencies: dataFile('reference/currencies.json'),
      }),
    ),
    vagueDescriptions: valueOf(
      readVagueDescriptions(dataFile('reference/vague-descriptions.json')),
    ),
  }
}
