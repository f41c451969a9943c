import { gbReferenceData } from '../../../test/gb-reference-data.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { consignmentFromOrder } from '../consignment/consignment-from-order.ts'
import type { Order } from '../order/order.ts'
import type { Fee } from '../quote/fee.ts'
import { makeQuote } from '../quote/make-quote.ts'
import type { Quote } from '../quote/quote.ts'
import type { Result } from '../result.ts'
import { sampleDay } from './sample-order.ts'

const data = gbReferenceData()

/** The quote of an order from the shipped data. */
export function quoteOf(
  order: Order,
  { on = sampleDay, fees = [] }: { readonly on?: LocalDate; readonly fees?: readonly Fee[] } = {},
): Result<Quote> {
  return makeQuote({ ...data, consignment: consignmentFromOrder(order), on, fees })
}
