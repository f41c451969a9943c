import type { LocalDate } from '../calendar/local-date.ts'
import type { DecimalText } from '../money/decimal.ts'

/** Pieces of one order line as they were counted and weighed at the purchasing agent's warehouse. */
export interface GoodsReceipt {
  readonly orderReference: string
  /** 1 for the first line of the order. */
  readonly lineNumber: number
  readonly receivedOn: LocalDate
  /** Pieces counted; a line may arrive in several receipts. */
  readonly quantity: number
  /** Weight of these pieces. */
  readonly netWeightKg?: DecimalText
  readonly grossWeightKg: DecimalText
}
