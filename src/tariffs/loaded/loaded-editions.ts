import type { TaxRateEdition } from '../../customs/destination/stated-tax-rate.ts'
import type { ScheduleRates } from '../../customs/formats/us-hts/index.ts'
import type { Nomenclature } from '../../customs/nomenclature/nomenclature.ts'
import type { FootnotedEdition, ProductList } from '../../customs/programmes/index.ts'
import type { RatePeriod } from '../../customs/tariff/exchange-rates.ts'
import type { TariffEdition } from '../edition.ts'
import type { HeldTariff } from './held-edition.ts'

/** All editions in use as they are held in memory. It never changes; a new edition makes a new one. */
export interface LoadedEditions {
  /** By territory and format, the one that holds latest first. */
  readonly editions: readonly TariffEdition[]
  /** By territory. */
  readonly nomenclatures: ReadonlyMap<string, Nomenclature>
  /** Rates of the schedules that print some, by territory. */
  readonly rates: ReadonlyMap<string, readonly ScheduleRates[]>
  /** Integrated tariffs, by territory; of each the edition of the day is used. */
  readonly tariffs: ReadonlyMap<string, readonly HeldTariff[]>
  /** What the footnotes of schedules refer to, by territory. */
  readonly footnoted: ReadonlyMap<string, readonly FootnotedEdition[]>
  /** Lists of goods of the United States, each as the latest edition that has it states it. */
  readonly productLists: readonly ProductList[]
  /** Rates of VAT, the edition that holds latest first. */
  readonly taxRates: readonly TaxRateEdition[]
  /** Official rates against the pound, by period. */
  readonly exchangeRates: readonly RatePeriod[]
}

/** Before anything is loaded. */
export const nothingLoaded: LoadedEditions = {
  editions: [],
  nomenclatures: new Map(),
  rates: new Map(),
  tariffs: new Map(),
  footnoted: new Map(),
  productLists: [],
  taxRates: [],
  exchangeRates: [],
}
