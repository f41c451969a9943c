import type { LocalDate } from '../calendar/local-date.ts'
import type { QuoteRequest } from '../landed-cost/quote-request.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import type { ValuedConsignment } from '../valuation/valued-line.ts'
import type { Destination } from './destination.ts'

/** What the conditions of a destination are asked about. */
export interface ConditionFacts {
  readonly request: QuoteRequest
  readonly destination: Destination
  readonly valued: ValuedConsignment
  readonly on: LocalDate
  readonly rates: ExchangeRates
  /** The line that is asked about, from 0; absent where the whole consignment is. */
  readonly lineIndex?: number
}

/** The same facts with one line asked about. */
export function atLine(
  { request, destination, valued, on, rates }: ConditionFacts,
  lineIndex: number,
): ConditionFacts & { readonly lineIndex: number } {
  return { request, destination, valued, on, rates, lineIndex }
}
