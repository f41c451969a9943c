import { isLocalDate, type LocalDate } from '../calendar/local-date.ts'
import { noSuchDay } from '../order/unknown-codes.ts'
import { combine, failure, type Result, success } from '../result.ts'
import { withCodeCandidates } from './code-candidates.ts'
import { type LandedCostBook, quoteSources } from './landed-cost-book.ts'
import { type QuotedSale, quoteSale } from './quote-sale.ts'
import type { QuoteRequest } from './quote-request.ts'
import { readQuoteRequest } from './read-quote-request.ts'

/**
 * Says what a sale costs at the door on a day: every duty, tax and fee with its formula and law, or
 * the least and the most where a code is too short, or all that is missing. Pure: the same sale, day
 * and book give the same answer, byte for byte.
 *
 * @param sale of the form of `quoteRequestSchema`; it may come straight from JSON and is read here
 * @param on the day to quote for, unless the sale states one itself; a text that is no day fails as one in the sale does
 *
 * @example
 * const quoted = quote(sale, localDate('2026-09-01'), book)
 * if (quoted.ok && quoted.value.kind === 'exact') show(quoted.value.landedCost.totals.landedCost)
 */
export function quote(sale: unknown, on: LocalDate, book: LandedCostBook): Result<QuotedSale> {
  const asked = combine({
    request: readQuoteRequest(sale, book.vocabulary),
    // A caller without the types can hand over any text, and an order of texts would take it for a day.
    day: isLocalDate(on) ? success<LocalDate>(on) : failure(noSuchDay('/on', String(on))),
  })
  return asked.ok ? quoteFromBook(asked.value.request, asked.value.day, book) : asked
}

/** The same for a sale that has been read. */
export function quoteFromBook(
  request: QuoteRequest,
  on: LocalDate,
  book: LandedCostBook,
): Result<QuotedSale> {
  const sources = quoteSources(book, request.destination.country)
  if (!sources.ok) return sources
  const day = request.on ?? on
  return withCodeCandidates(quoteSale(request, day, sources.value), request, { on: day, book })
}
