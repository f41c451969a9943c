import type { LocalDate } from '../customs/calendar/local-date.ts'
import { consignmentFromOrder } from '../customs/consignment/consignment-from-order.ts'
import type { Order } from '../customs/order/order.ts'
import { makeQuote } from '../customs/quote/make-quote.ts'
import type { Quote } from '../customs/quote/quote.ts'
import type { Result } from '../customs/result.ts'
import type { ReferenceData } from './reference-data.ts'

/** What clearing an order costs if it travels alone: what its case will be quoted on the same day. */
export function quoteOrder(order: Order, on: LocalDate, reference: ReferenceData): Result<Quote> {
  const { book } = reference.quoting
  const consignment = consignmentFromOrder(order)
  return makeQuote({ ...reference, book, consignment, on, fees: [] })
}
