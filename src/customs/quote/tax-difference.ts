import type { BilingualText } from '../bilingual-text.ts'
import type { Money } from '../money/money.ts'
import type { Charge } from './quote.ts'

/** A charge that an authority assesses item by item. */
export type QuotedTax = Charge & Required<Pick<Charge, 'itemNumber' | 'taxType'>>

/** One tax line as the authority assessed it. */
export interface AssessedTaxLine {
  readonly itemNumber: number
  readonly taxType: string
  readonly base?: Money
  /** The percentage that the authority states, without its sign: `12.00`. */
  readonly ratePercent?: string
  readonly assessed: Money
  /** The commodity code that the authority assessed by, where it says so. */
  readonly commodityCode?: string
}

export type DifferenceCause =
  | 'commodity-code-differs'
  | 'rate-differs'
  | 'exchange-rate-differs'
  | 'value-differs'
  /** The value for VAT differs by exactly as much as the duty differs. */
  | 'follows-from-duty'
  | 'rounding'
  /** Base and rate agree, but the authority charged another amount, as under a relief. */
  | 'amount-differs'
  | 'line-missing'
  | 'extra-line'

/** One tax of one goods item that was not assessed as quoted. */
export interface TaxDifference {
  readonly itemNumber: number
  readonly taxType: string
  readonly quoted: Money
  readonly assessed: Money
  readonly cause: DifferenceCause
  readonly explanation: BilingualText
}
