import type { MeasurementUnits } from '../duty/measurement-units.ts'
import type { Nomenclature } from '../nomenclature/nomenclature.ts'
import type { MeasureBook } from './measure-index.ts'
import type { MeasureTypes } from './measure-type.ts'
import type { MeasureNotCovered } from './measures-not-covered.ts'

/** The tariff of one customs territory, as it is loaded. */
export interface TariffFacts {
  readonly nomenclature: Nomenclature
  readonly measures: MeasureBook
  readonly types: MeasureTypes
  readonly units: MeasurementUnits
  /** What is known to be missing in it; absent where it is the whole tariff. */
  readonly notCovered?: readonly MeasureNotCovered[]
}
