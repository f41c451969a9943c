import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'

/** A rule of law as a decision or a charge cites it. */
export interface LawReference {
  /** Stable name of the rule within the data, such as `gb-valuation-transport-costs`. */
  readonly id: string
  readonly title: string
  readonly url: string
  /** Absent where it has held since before the records that state it. */
  readonly inForceFrom?: LocalDate
}

/** Why something was decided or counted as it was, with the rule of law where there is one. */
export interface Reason {
  readonly text: BilingualText
  readonly law?: LawReference
}

/** The laws of one authority by their id. */
export type Laws = ReadonlyMap<string, LawReference>

/**
 * The law that a rule of this program rests on.
 * @throws Error when the data do not hold it: code and data are released together, so this is a fault.
 */
export function cite(laws: Laws, id: string): LawReference {
  const law = laws.get(id)
  if (law === undefined) throw new Error(`the law data hold no ${id}`)
  return law
}
