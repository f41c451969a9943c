import type { BilingualText } from '../bilingual-text.ts'
import type { LawReference, Reason } from '../law/law.ts'
import type { Money } from '../money/money.ts'

/** The ways into a country that this program can take. */
export type ImportLane =
  | 'gb-h1-standard'
  | 'gb-h1-low-value'
  | 'gb-h1-gift'
  | 'gb-h1-returned-goods'
  | 'ni-h1'
  | 'ni-h7'
  | 'ni-h8'

/** The ways in and out that a case can take. */
export type Lane = ImportLane | 'gb-b1-export'

/** Every way that a decision weighs, including those that this program cannot take. */
export type LaneWeighed = ImportLane | 'gb-birds-bulk' | 'gb-post' | 'ni-consumer-parcel'

/**
 * How a lane treats VAT. `customer-accounts`: a registered buyer accounts for it on its return;
 * `not-due`: relieved, or the movement is within the United Kingdom.
 */
export type LaneVat = 'import-vat' | 'charged-at-sale' | 'customer-accounts' | 'not-due'

/** A lane that was weighed and left, with the reason against it. */
export interface LaneNotTaken {
  readonly lane: LaneWeighed
  readonly why: BilingualText
  readonly law?: LawReference
}

/** Which declaration the consignment needs, why, and which ways were excluded. */
export interface LaneDecision {
  readonly lane: ImportLane
  /** The column of UCC Delegated Act Annex B that CDS kept as its data set. */
  readonly dataSet: 'H1' | 'H7' | 'H8'
  /** Requested and previous procedure, DE 1/10. */
  readonly procedure: '4000' | '6110'
  /** DE 1/11, in the order in which they are declared; `000` where no other applies. */
  readonly additionalProcedures: readonly string[]
  /** Additional information codes of DE 2/2 that the lane demands on every goods item. */
  readonly statements: readonly string[]
  /** `not-due`: goods from Great Britain that are not at risk of moving on to the Union. */
  readonly customsDuty: 'due' | 'relieved' | 'not-due'
  readonly vat: LaneVat
  /** Price of the goods alone, in the currency of the authority. */
  readonly intrinsicValue: Money
  /** Up to and including this intrinsic value the low-value rules hold. */
  readonly threshold: Money
  readonly reasons: readonly Reason[]
  readonly notTaken: readonly LaneNotTaken[]
}

/** That the goods of a consignment leave, and by which declaration they do. */
export interface ExportDecision {
  readonly lane: 'gb-b1-export'
  readonly dataSet: 'B1'
  /** No charge of Great Britain falls due at the exit. */
  readonly vat: 'not-due'
  readonly reasons: readonly Reason[]
}

/** How goods cross the border: in or out. */
export type CaseLaneDecision = LaneDecision | ExportDecision

/** Whether a lane leads out of the country; one that is not decided yet does not. */
export function leadsOut(lane: string | undefined): boolean {
  return lane === 'gb-b1-export'
}

/** Tells goods that leave from goods that come in. */
export function isExport(decision: CaseLaneDecision): decision is ExportDecision {
  return leadsOut(decision.lane)
}
