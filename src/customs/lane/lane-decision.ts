import type { BilingualText } from '../bilingual-text.ts'
import type { LawReference } from '../law/law.ts'
import type { Money } from '../money/money.ts'

/** The ways into a country that this program can take. */
export type Lane = 'gb-h1-standard' | 'gb-h1-low-value'

/** The ways that exist beside them and that a decision names when it does not take them. */
export type LaneNotTaken = Lane | 'gb-birds-bulk' | 'gb-post' | 'ni-h7'

/** Which declaration the consignment needs, why, and which ways were excluded. */
export interface LaneDecision {
  readonly lane: Lane
  /** Data set of the declaration (UCC Delegated Act Annex B column, kept by CDS). */
  readonly dataSet: 'H1'
  /** Requested and previous procedure, DE 1/10. */
  readonly procedure: '4000'
  /** DE 1/11, in the order in which they are declared; `000` where no other applies. */
  readonly additionalProcedures: readonly string[]
  /** Additional information codes of DE 2/2 that the lane demands on every goods item. */
  readonly statements: readonly string[]
  readonly vat: 'import-vat' | 'charged-at-sale'
  /** Price of the goods alone, in the currency of the authority. */
  readonly intrinsicValue: Money
  readonly threshold: Money
  readonly reasons: readonly LaneReason[]
  readonly notTaken: readonly { readonly lane: LaneNotTaken; readonly why: BilingualText; readonly law?: LawReference }[]
}

export interface LaneReason {
  readonly text: BilingualText
  readonly law?: LawReference
}
