import type { LocalDate } from '../calendar/local-date.ts'

/** A rule of law as a decision or a charge cites it. */
export interface LawReference {
  /** Stable name of the rule within the data, such as `gb-valuation-transport-costs`. */
  readonly id: string
  readonly title: string
  readonly url: string
  readonly inForceFrom: LocalDate
}

/** The laws of one authority by their id. */
export type Laws = ReadonlyMap<string, LawReference>
