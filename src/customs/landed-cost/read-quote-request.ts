import { checkedReader } from '../checked-reader.ts'
import { type QuoteRequest, quoteRequestSchema } from './quote-request.ts'

/** Reads a sale to quote, or names every place where it has not the form. */
export const readQuoteRequest = checkedReader<QuoteRequest>(quoteRequestSchema)
