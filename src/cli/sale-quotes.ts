import type { LocalDate } from '../customs/calendar/local-date.ts'
import { type LandedCostBook, quoteSources } from '../customs/landed-cost/landed-cost-book.ts'
import { type QuotedSale, quoteSale } from '../customs/landed-cost/quote-sale.ts'
import { readQuoteRequest } from '../customs/landed-cost/read-quote-request.ts'
import type { Result } from '../customs/result.ts'

/** A sale names where the goods go and nothing of who sends them; an order has the address. */
export function isSale(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'destination' in input
}

/** Quotes a sale on the day that it states, else on the given one. */
export function saleQuote(input: unknown, on: LocalDate, book: LandedCostBook): Result<QuotedSale> {
  const request = readQuoteRequest(input, book.vocabulary)
  if (!request.ok) return request
  const sources = quoteSources(book, request.value.destination.country)
  return sources.ok ? quoteSale(request.value, request.value.on ?? on, sources.value) : sources
}
