import type { Instant } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import type { ItemCorrection } from '../officers/finding.ts'

/** What of a security stands for one tax of one goods item. */
export interface SecurityLine {
  readonly sequence: number
  /** The tax that may turn out to be owed, such as `A00`. */
  readonly taxType: string
  /** Data element 4/8: `R` from the deferment account, `M` in cash. */
  readonly method: string
  readonly amountGbp: DecimalText
}

/** A security as an officer requires it, before it has an id. */
export interface NewSecurity {
  /** For what it is given; the tax type under which the trader is told of it. */
  readonly typeCode: string
  readonly reason: string
  readonly requiredBy: string
  /** What the items are doubted to be; the lines are what that would cost more. */
  readonly doubted: readonly ItemCorrection[]
  readonly lines: readonly SecurityLine[]
}

/** A security that is required or given and not decided yet. */
export interface HeldSecurity extends NewSecurity {
  readonly id: string
  /** The version of the declaration with which it was required. */
  readonly version: number
  readonly requiredAt: Instant
  /** When the trader has sent the first paper since. */
  readonly answeredAt?: Instant
}

/** `held` from when it is required; `released` goes back; `taken` has become duty, in part or whole. */
export type SecurityState = 'held' | 'released' | 'taken'

/** How an officer has decided a security. */
export interface DecidedSecurity {
  readonly id: string
  readonly state: Exclude<SecurityState, 'held'>
  /** What of it has become duty; nothing of a released one. */
  readonly takenGbp: DecimalText
  readonly decidedBy: string
  readonly reason: string
}
