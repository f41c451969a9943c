import type { MeasurementUnits } from '../../duty/measurement-units.ts'
import type { MeasureTypes } from '../../measures/measure-type.ts'
import type { KnownCodes } from '../../order/known-codes.ts'

/** What the cells of a tariff may name. */
export interface TariffCsvReference {
  readonly types: MeasureTypes
  readonly units: MeasurementUnits
  /** Countries and currencies that exist. */
  readonly knownCodes: KnownCodes
}
