import type { LocalDate, Validity } from '../calendar/local-date.ts'

/** A text by language, ISO 639-1: `{ en: 'Live horses', zh: '活马' }`. */
export type TextByLanguage = Readonly<Partial<Record<string, string>>>

/** One line of a goods nomenclature as an authority publishes it. */
export interface NomenclatureRow {
  /** Digits alone, as many as are published; absent on a heading that only parts the lines below it. */
  readonly code?: string
  /** Product-line suffix, which tells lines of one code apart: `10`, `80`. */
  readonly suffix?: string
  /** How deep the line stands: a line belongs to the nearest one before it that stands less deep. */
  readonly depth: number
  /** Whether the line is of the kind that goods are declared by, as long as none stands below it. */
  readonly mayBeDeclared: boolean
  readonly descriptions: TextByLanguage
  /** When the line holds; absent for as long as its edition does. */
  readonly validity?: Validity
  /**
   * Units in which a quantity is stated beside the net weight, in the authority's own signs. Absent
   * where what the lines were read from does not state any, which is not that there are none.
   */
  readonly supplementaryUnits?: readonly string[]
}

/** One dated state of a nomenclature, its lines in the order in which they are published. */
export interface NomenclatureEdition {
  readonly id: string
  /** First day on which this edition is the one to use. */
  readonly validFrom: LocalDate
  readonly rows: readonly NomenclatureRow[]
}
