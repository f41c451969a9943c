import type { MeasurementUnits } from '../../customs/duty/measurement-units.ts'
import { scheduleMeasures, type SpecialProgrammes } from '../../customs/formats/us-hts/index.ts'
import type { LoadedTariff } from '../../customs/landed-cost/landed-cost-book.ts'
import type { MeasureTypes } from '../../customs/measures/measure-type.ts'
import type { LoadedEditions } from './loaded-editions.ts'

/** What the schedules are read with, of the dated facts that come with the program. */
export interface TariffReference {
  readonly types: MeasureTypes
  readonly units: MeasurementUnits
  readonly programmes: SpecialProgrammes
}

/**
 * The tariffs that quotes can be made from, by destination. A nomenclature without rates is none: it
 * would answer that goods bear no duty that is known, where none was loaded.
 */
export function loadedTariffs(
  { nomenclatures, rates }: LoadedEditions,
  { types, units, programmes }: TariffReference,
): ReadonlyMap<string, LoadedTariff> {
  const tariffs = [...rates].flatMap(([territory, schedules]) => {
    const nomenclature = nomenclatures.get(territory)
    if (nomenclature === undefined || schedules.length === 0) return []
    const measures = scheduleMeasures(schedules, programmes)
    const tariff: LoadedTariff = { nomenclature, measures, types, units, statesVat: 'never' }
    return [[territory, tariff] as const]
  })
  return new Map(tariffs)
}
