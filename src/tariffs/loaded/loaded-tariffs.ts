import type { MeasurementUnits } from '../../customs/duty/measurement-units.ts'
import { scheduleMeasures, type SpecialProgrammes } from '../../customs/formats/us-hts/index.ts'
import type { LoadedTariff } from '../../customs/landed-cost/landed-cost-book.ts'
import { type MeasureTypes, typesOfTariff } from '../../customs/measures/measure-type.ts'
import { editionOn, nomenclatureOf } from '../../customs/nomenclature/nomenclature.ts'
import type { HeldLaw } from '../../customs/programmes/index.ts'
import { americanDuties } from './american-duties.ts'
import type { HeldTariff } from './held-edition.ts'
import type { LoadedEditions } from './loaded-editions.ts'

/** What the schedules are read with, of the dated facts that come with the program. */
export interface TariffReference {
  readonly types: MeasureTypes
  readonly units: MeasurementUnits
  readonly programmes: SpecialProgrammes
  /** The additional duties of the United States, with the lists of goods that are at hand. */
  readonly americanLaw: HeldLaw
}

/**
 * The tariffs that quotes can be made from, by destination. A nomenclature without rates is none: it
 * would answer that goods bear no duty that is known, where none was loaded.
 */
export function loadedTariffs(
  loaded: LoadedEditions,
  reference: TariffReference,
): ReadonlyMap<string, LoadedTariff> {
  const schedules = [...loaded.rates].flatMap(([territory, rates]) => {
    const nomenclature = loaded.nomenclatures.get(territory)
    if (nomenclature === undefined || rates.length === 0) return []
    const measures = scheduleMeasures(rates, reference.programmes)
    return [[territory, { nomenclature, measures, statesVat: 'never' } as const] as const]
  })
  const integrated = [...loaded.tariffs].map(
    ([territory, editions]) => [territory, integratedTariff(editions, reference.types)] as const,
  )
  const { types, units } = reference
  const stacked = americanDuties(reference.americanLaw, loaded)
  return new Map(
    [...integrated, ...schedules].map(([territory, tariff]) => [
      territory,
      // Whatever form the American tariff was imported in, the programmes stack on it.
      {
        ...{ ...tariff, types: typesOfTariff(types, territory), units },
        ...(territory === 'US' && stacked),
      },
    ]),
  )
}

/** Of several editions the one of the day answers, for the lines as for what they bear. */
function integratedTariff(
  editions: readonly HeldTariff[],
  types: MeasureTypes,
): Pick<LoadedTariff, 'nomenclature' | 'measures' | 'statesVat'> {
  const nomenclature = nomenclatureOf(editions.map(({ indexed }) => indexed))
  const held = new Map(editions.map((edition) => [edition.indexed, edition]))
  const statesVat = editions.some(({ measureTypes }) =>
    [...measureTypes].some((type) => types.get(type)?.role === 'vat'),
  )
  return {
    nomenclature,
    measures: {
      measuresFor: (goods) => {
        const indexed = editionOn(nomenclature, goods.on)
        return indexed === undefined ? [] : held.get(indexed)!.measures.measuresFor(goods)
      },
      changesBelow: (beginning) => [
        ...editions.map(({ indexed }) => indexed.edition.validFrom),
        ...editions.flatMap(({ measures }) => measures.changesBelow(beginning)),
      ],
    },
    statesVat: statesVat ? 'for-some-goods' : 'never',
  }
}
