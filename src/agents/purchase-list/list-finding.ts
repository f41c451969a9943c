import type { FailureCode } from '../../customs/failure-codes.ts'

/**
 * Something in a purchase list that keeps an order from being taken. It names the place, never what
 * stands there: findings are kept, and cells may hold personal data.
 */
export interface ListFinding {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number
  /** The English heading, absent where the whole row is meant. */
  readonly column?: string
  readonly orderReference?: string
  readonly code: FailureCode
  readonly message: string
  readonly mend?: string
}
