import type { LocalDate } from '../customs/calendar/local-date.ts'
import { type LandedCostBook, quoteSources } from '../customs/landed-cost/landed-cost-book.ts'
import { type QuotedSale, quoteSale } from '../customs/landed-cost/quote-sale.ts'
import { readQuoteRequest } from '../customs/landed-cost/read-quote-request.ts'
import {
  landedCostParts,
  readLandedCostBook,
  readTariffVocabulary,
} from '../customs/landed-cost/read-landed-cost-book.ts'
import type { Result } from '../customs/result.ts'
import { readDataFiles } from '../platform/data-files.ts'
import { shippedTariffs } from '../tariffs/index.ts'

/**
 * What quotes to all destinations are made from, as far as it comes with the program.
 * @throws Error naming the first fault of the data
 */
export async function loadLandedCostBook(): Promise<LandedCostBook> {
  const files = await readDataFiles(landedCostParts)
  const tariffs = await shippedTariffs(sound(readTariffVocabulary(files)))
  return sound(readLandedCostBook(files, sound(tariffs)))
}

/** The data that are shipped are released with the code, so a fault in them is a fault of ours. */
function sound<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const [{ path, message }] = result.failures
  throw new Error(`the reference data is broken: ${path} ${message}`)
}

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
