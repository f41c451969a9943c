import type { LocalDate } from '../../../calendar/local-date.ts'
import type { NomenclatureEdition } from '../../../nomenclature/nomenclature-edition.ts'
import type { RowReport } from '../../rows/row-report.ts'
import type { HtsFootnote } from '../file/hts-row.ts'
import type { Rate, SpecialRate } from '../rate/rate.ts'

/** What an edition is called and when it holds; the files themselves do not say. */
export interface HtsEditionTitle {
  /** Such as `2026-rev-4`. */
  readonly id: string
  readonly publishedOn?: LocalDate
  /** First day on which this edition is the one to use. */
  readonly validFrom: LocalDate
}

/** A rate as printed and as read. */
export interface PrintedRate {
  readonly text: string
  readonly rate: Rate
}

/** The rates of a line; a column in which nothing is printed is absent, which is not free of duty. */
export interface BaseRates {
  /** The line of eight or ten digits that states them. */
  readonly statedBy: string
  readonly general?: PrintedRate
  /** In the order of the column; empty where it is. */
  readonly special: readonly SpecialRate[]
  readonly column2?: PrintedRate
  /** What safeguard headings of chapter 99 add. */
  readonly additionalDuties?: PrintedRate
  readonly quotaQuantity?: string
}

/** One edition of the schedule as its file states it. */
export interface HtsEdition extends HtsEditionTitle {
  readonly nomenclature: NomenclatureEdition
  /**
   * Rates by code, for every line that states some and for the statistical lines below it. Chapter 99
   * stands among them as printed; whether a heading is in force is a matter of law, not of its being
   * there.
   */
  readonly rates: ReadonlyMap<string, BaseRates>
  /**
   * Notes by the code of the very row that they stand at; `footnotesTo` gathers those that concern a
   * code. Absent where the format of the file has none to state, which is not that there are none.
   */
  readonly footnotes?: ReadonlyMap<string, readonly HtsFootnote[]>
  /** How many rows the file has, those left out included. */
  readonly rowCount: number
  /** Rows that could not be understood and are not in the edition. */
  readonly leftOut: readonly RowReport[]
  /** Rows that are in the edition although something in them is amiss. */
  readonly remarks: readonly RowReport[]
}
