import { gbReferenceData } from './gb-reference-data.ts'
import type { LocalDate } from '../src/customs/calendar/local-date.ts'
import { consignmentFromOrder } from '../src/customs/consignment/consignment-from-order.ts'
import type { Order } from '../src/customs/order/order.ts'
import type { Fee } from '../src/customs/quote/fee.ts'
import { makeQuote } from '../src/customs/quote/make-quote.ts'
import type { Quote } from '../src/customs/quote/quote.ts'
import type { Result } from '../src/customs/result.ts'
import { sampleDay } from '../src/customs/testing/sample-order.ts'

const data = gbReferenceData()

/** The quote of an order from the shipped data. */
export function quoteOf(
  order: Order,
  { on = sampleDay, fees = [] }: { readonly on?: LocalDate; readonly fees?: readonly Fee[] } = {},
): Result<Quote> {
  return makeQuote({ ...data, consignment: consignmentFromOrder(order), on, fees })
}
