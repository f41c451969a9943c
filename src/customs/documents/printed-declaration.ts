import type { BilingualText } from '../bilingual-text.ts'
import type { Instant } from '../calendar/local-date.ts'

/** A declaration as it is printed for people: every field by its name, and what became of it. */
export interface PrintedDeclaration {
  /** Our reference of the consignment. */
  readonly reference: string
  /** `trial`: as it would be handed in. `rejected`: as the authority has rejected it. */
  readonly standing: 'trial' | 'lodged' | 'rejected'
  /** Where the clearance stands, in words. */
  readonly state: BilingualText
  /** The last event that is told of; the print is the same until the next. */
  readonly asOf: Instant
  /** Local reference number, ours. */
  readonly lrn?: string
  /** Movement reference number, the authority's. */
  readonly mrn?: string
  readonly ducr?: string
  readonly acceptedAt?: string
  readonly releasedAt?: string
  /** Version of the declaration that was assessed last. */
  readonly version?: string
  readonly sections: readonly PrintedSection[]
  /** Oldest first. */
  readonly history: readonly { readonly at: Instant; readonly sentence: BilingualText }[]
}

/** Fields that belong together, as the completion guide groups them. */
export interface PrintedSection {
  readonly name: BilingualText
  readonly fields: readonly PrintedField[]
}

/** One data element with what is declared in it. */
export interface PrintedField {
  /** Number in the completion guide, `6/8`; `-` where it has none. */
  readonly number: string
  readonly name: BilingualText
  /** The parts of the data element; empty where it is missing. */
  readonly values: readonly string[]
  /** What the authority has put in their place. */
  readonly changedTo?: readonly string[]
  /** Where the value comes from, in words. */
  readonly origins: readonly BilingualText[]
}
