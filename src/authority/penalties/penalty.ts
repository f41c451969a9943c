import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'

/** `warned` asks no money; a penalty is `imposed` until it is `paid`, and may be `withdrawn` either way. */
export type PenaltyState = 'warned' | 'imposed' | 'paid' | 'withdrawn'

/** A warning letter or a penalty as an officer gives it. */
export interface NewPenalty {
  /** Counts within the declaration, from 1. */
  readonly number: number
  readonly reasonCode: string
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
  readonly state: 'paid' | 'withdrawn'
  readonly by: string
  /** The cashier's receipt, or why it was withdrawn. */
  readonly because: string
}

/** A warning that the same declarant was given before, about any declaration. */
export interface PastWarning {
  readonly reasonCode: string
  readonly at: Instant
}

/** What is known of penalties when an officer decides on a declaration. */
export interface PenaltyFacts {
  readonly own: readonly Penalty[]
  readonly warnings: readonly PastWarning[]
}

/** A contravention that can be penalised, by the law of a day. */
export interface Contravention {
  readonly reasonCode: string
  readonly name: { readonly en: string; readonly zh: string }
  readonly law: string
  readonly from: LocalDate
  readonly atMostGbp: DecimalText
  /** How long after a warning the same counts as repeated. */
  readonly warningHoldsMonths: number
  /** How long after acceptance it can still be warned of or penalised. */
  readonly imposedWithinMonths: number
}
