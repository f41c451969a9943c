import { britishBook } from './british-book.ts'
import { britishLaws, dataFile, valueOf } from './gb-reference-data.ts'
import { consignmentFromOrder } from '../src/customs/consignment/consignment-from-order.ts'
import { readReliefConditions } from '../src/customs/lane/relief-conditions.ts'
import type { Order } from '../src/customs/order/order.ts'
import { makeQuote, type QuoteRequest } from '../src/customs/quote/make-quote.ts'
import type { Quote } from '../src/customs/quote/quote.ts'
import type { Result } from '../src/customs/result.ts'
import { sampleDay } from '../src/customs/testing/sample-order.ts'

const data = {
  book: britishBook(),
  laws: britishLaws(),
  reliefs: valueOf(readReliefConditions(dataFile('gb/relief-conditions.json'))),
}

/** The quote of an order from the shipped data. */
export function quoteOf(
  order: Order,
  facts: Partial<Pick<QuoteRequest, 'on' | 'book' | 'fees' | 'provenPreferences'>> = {},
): Result<Quote> {
  const consignment = consignmentFromOrder(order)
  return makeQuote({ ...data, consignment, on: sampleDay, fees: [], ...facts })
}
