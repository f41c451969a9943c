import type { BilingualText } from '../../../bilingual-text.ts'
import type { DecimalText } from '../../../money/decimal.ts'
import type { RateUnit } from './rate-units.ts'

/** An amount of money for each unit of a quantity, `$1.104/kg`. */
export interface SpecificRate {
  readonly amount: DecimalText
  readonly currency: 'USD'
  readonly per: RateUnit
  /** What of the goods is weighed or measured where it is not simply the goods: `drained weight`. */
  readonly basis?: string
}

/**
 * A rate that duty can be worked out from exactly: a share of the value and amounts by quantity,
 * which are added up.
 */
export interface ComputableRate {
  readonly kind: 'computable'
  /** Share of the value as a fraction: 14.9 percent is `0.149`; `0` where the rate has none. */
  readonly adValorem: DecimalText
  /** The value that the share is taken of where it is not the customs value: `fair retail value`. */
  readonly valueBasis?: string
  /** In the order in which the schedule prints them. */
  readonly specific: readonly SpecificRate[]
  /** No duty, which the schedule says in words; a rate of 0 percent would not be printed so. */
  readonly free: boolean
  /** The words behind `Free` that say when it holds: `under bond, as prescribed in ...`. */
  readonly condition?: string
}

/** Why a text gives no rate by itself. */
export type NotComputableCause =
  /** Nothing is printed. */
  | 'no-rate'
  /** `No change`: the heading leaves the rate of the goods as it is. */
  | 'no-change'
  /** The heading is printed, but suspended. */
  | 'suspended'
  /** The duty is that of another line, or more than that. */
  | 'other-rate'
  /** The text sends the reader elsewhere: `See 9822.05.20`. */
  | 'reference'
  /** The text states a quantity rather than a rate. */
  | 'quantity'
  /** The amount falls with the degrees of sugar below a hundred. */
  | 'sliding-scale'
  /** A least or a most duty is set beside the rate. */
  | 'limit'
  /** A part of the rate is taken of the value or the count of a part of the goods. */
  | 'part-of-goods'
  /** Copper, lead or zinc content, of which losses in processing may be taken off first. */
  | 'metal-content-after-losses'
  /** The percentage is a fraction that no decimal states exactly, such as a third. */
  | 'no-exact-decimal'
  /** Several rates, each for the programmes behind it. */
  | 'several-rates'
  /** The unit is none of the schedule's. */
  | 'unknown-unit'
  /** What is to be weighed or measured is none of the known things. */
  | 'unknown-basis'
  /** Anything else: not one word of it is guessed. */
  | 'unread'

/** A text from which no duty can be worked out by itself, and why. */
export interface NotComputableRate {
  readonly kind: 'not-computable'
  readonly because: NotComputableCause
  readonly reason: BilingualText
  /** What `other-rate` adds to the other line's duty, as a fraction of the value: `+ 25%` is `0.25`. */
  readonly added?: DecimalText
  /** The fraction of `no-exact-decimal`: 33 1/3 percent is 100 by 300. */
  readonly ratio?: { readonly numerator: DecimalText; readonly denominator: DecimalText }
}

/** What a rate text of the schedule says. */
export type Rate = ComputableRate | NotComputableRate

/** A rate in the special column, with the programmes that it is for. */
export interface SpecialRate {
  /** As printed, without the list of programmes. */
  readonly text: string
  readonly rate: Rate
  /**
   * Programme indicators of general note 3(c), such as `AU` and `A*`. Absent where the column names
   * none: what it says then holds for every programme.
   */
  readonly programmes?: readonly string[]
}
