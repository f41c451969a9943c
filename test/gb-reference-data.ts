import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type MeasurementUnits,
  readMeasurementUnits,
} from '../src/customs/duty/measurement-units.ts'
import type { Laws } from '../src/customs/law/law.ts'
import { readLaws } from '../src/customs/law/read-laws.ts'
import { type MeasureTypes, readMeasureTypes } from '../src/customs/measures/measure-type.ts'
import {
  type NorthernIrelandRules,
  readNorthernIrelandRules,
} from '../src/customs/northern-ireland/northern-ireland-rules.ts'
import { readKnownCodes } from '../src/customs/order/known-codes.ts'
import { readVagueDescriptions } from '../src/customs/readiness/vague-descriptions.ts'
import type { Result } from '../src/customs/result.ts'

const dataFolder = join(import.meta.dirname, '..', 'data')

/** The British laws that explanations cite, as the repository ships them. */
export function britishLaws(): Laws {
  return valueOf(readLaws(dataFile('gb/laws.json')))
}

/** How goods come into Northern Ireland, as the repository ships it. */
export function northernIrelandRules(): NorthernIrelandRules {
  return valueOf(
    readNorthernIrelandRules({
      rules: dataFile('gb/northern-ireland.json'),
      charges: dataFile('gb/northern-ireland-charges.json'),
    }),
  )
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
