import type { BilingualText } from '../bilingual-text.ts'
import type { Money } from '../money/money.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import type { Charge, Quote } from './quote.ts'

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

/** Why a tax was assessed otherwise than quoted, the deepest cause that can be seen. */
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

/** What is added to a difference once its cause is known. */
export type Cause = Pick<TaxDifference, 'cause' | 'explanation'>

/** What a cause can be recognised by, beside the two lines themselves. */
export interface Circumstances {
  readonly quote: Quote
  readonly exchangeRates: ExchangeRates | undefined
  /** Assessed duty less quoted duty of the same item. */
  readonly dutyDifference: Money | undefined
}
