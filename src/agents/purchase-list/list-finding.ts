import type { FailureCode } from '../../customs/failure-codes.ts'
import type { FailureWording } from '../../customs/result.ts'

/**
 * Something in a purchase list that keeps an order from being taken, or as a warning will keep it
 * from being declared. It names the place, never what stands there: findings are kept, and cells may
 * hold personal data.
 */
export interface ListFinding extends FailureWording {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number
  /** The English heading, absent where the whole row is meant. */
  readonly column?: string
  readonly orderReference?: string
  readonly code: FailureCode
  /** Absent where the order cannot be taken. */
  readonly severity?: 'warning'
  /** The same in Chinese; lists that were taken before there was a Chinese wording have none. */
  readonly zh?: FailureWording
}
