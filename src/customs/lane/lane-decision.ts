import type { BilingualText } from '../bilingual-text.ts'
import type { LawReference, Reason } from '../law/law.ts'
import type { Money } from '../money/money.ts'

/** The ways into a country that this program can take. */
export type Lane = 'gb-h1-standard' | 'gb-h1-low-value'

/** Every way that a decision weighs, including those that this program cannot take. */
export type LaneWeighed = Lane | 'gb-birds-bulk' | 'gb-post' | 'ni-h7'

/** A lane that was weighed and left, with the reason against it. */
export interface LaneNotTaken {
  readonly lane: LaneWeighed
  readonly why: BilingualText
  readonly law?: LawReference
}

/** Which declaration the consignment needs, why, and which ways were excluded. */
export interface LaneDecision {
  readonly lane: Lane
  /** The column of UCC Delegated Act Annex B that CDS kept as its data set. */
  readonly dataSet: 'H1'
  /** Requested and previous procedure, DE 1/10. */
  readonly procedure: '4000'
  /** DE 1/11, in the order in which they are declared; `000` where no other applies. */
  readonly additionalProcedures: readonly string[]
  /** Additional information codes of DE 2/2 that the lane demands on every goods item. */
  readonly statements: readonly string[]
  readonly customsDuty: 'due' | 'relieved'
  readonly vat: 'import-vat' | 'charged-at-sale'
  /** Price of the goods alone, in the currency of the authority. */
  readonly intrinsicValue: Money
  /** Up to and including this intrinsic value the low-value rules hold. */
  readonly threshold: Money
  readonly reasons: readonly Reason[]
  readonly notTaken: readonly LaneNotTaken[]
}
