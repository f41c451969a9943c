import type { BaseRates, HtsFootnote } from '../../customs/formats/us-hts/index.ts'
import type { NomenclatureRow } from '../../customs/nomenclature/nomenclature-edition.ts'

/** What a schedule, or a chapter of it, states; a nomenclature alone has the rows only. */
export interface ScheduleContent {
  /** In the order of publication. */
  readonly rows: readonly NomenclatureRow[]
  /** By code, those of inheriting lines included. */
  readonly rates?: ReadonlyMap<string, BaseRates>
  /** By the code that they stand at; absent where the file has none to state. */
  readonly footnotes?: ReadonlyMap<string, readonly HtsFootnote[]>
}
