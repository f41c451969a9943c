import { readFileSync } from 'node:fs'

import {
  type MeasurementUnits,
  readMeasurementUnits,
} from '../src/customs/duty/measurement-units.ts'
import { type MeasureTypes, readMeasureTypes } from '../src/customs/measures/measure-type.ts'
import type { Result } from '../src/customs/result.ts'

function shipped<T>(name: string, read: (json: unknown) => Result<T>): T {
  const file = new URL(`../data/reference/${name}.json`, import.meta.url)
  const result = read(JSON.parse(readFileSync(file, 'utf8')))
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failures)}`)
  return result.value
}

/** The units in which tariffs count, as they are shipped. */
export function shippedUnits(): MeasurementUnits {
  return shipped('measurement-units', readMeasurementUnits)
}

/** The types of measures, as they are shipped. */
export function shippedMeasureTypes(): MeasureTypes {
  return shipped('measure-types', readMeasureTypes)
}
