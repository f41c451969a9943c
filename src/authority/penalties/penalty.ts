import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'

/** `warned` asks no money; a penalty is `imposed` until it is `paid`, and may be `withdrawn` either way. */
export type PenaltyState = 'warned' | 'imposed' | 'paid' | 'withdrawn'

/** A warning letter or a penalty as an officer gives it. */
export interface NewPenalty {
  /** Counts within the declaration, from 1. */
  readonly number: number
  /** One of the office's list. */
  readonly contravention: string
  /** Absent from a warning. */
  readonly amountGbp?: DecimalText
  readonly reason: string
  readonly imposedBy: string
}

/** One as it stands in the dossier. */
export interface Penalty extends NewPenalty {
  readonly state: PenaltyState
}

/** How one has moved on. */
export interface MovedPenalty {
  readonly number: number
  /** One that is only lowered stays as it was. */
  readonly state: 'imposed' | 'paid' | 'withdrawn'
  readonly by: string
  /** The cashier's receipt, or why it was withdrawn or lowered. */
  readonly because: string
  /** What it is lowered to. */
  readonly amountGbp?: DecimalText
}

/** A warning that the same declarant was given before, about any declaration. */
export interface PastWarning {
  readonly contravention: string
  readonly at: Instant
}

/** What is known of penalties when an officer decides on a declaration. */
export interface PenaltyFacts {
  readonly own: readonly Penalty[]
  readonly warnings: readonly PastWarning[]
}

/** A contravention that can be penalised, by the law of a day. */
export interface Contravention {
  readonly id: string
  /** HMRC's number of it, where it was read. */
  readonly reasonCode?: string
  readonly name: { readonly en: string; readonly zh: string }
  readonly law: string
  readonly from: LocalDate
  readonly atMostGbp: DecimalText
  /** How long after a warning the same counts as repeated. */
  readonly warningHoldsMonths: number
  /** How long after acceptance it can still be warned of or penalised. */
  readonly imposedWithinMonths: number
}
