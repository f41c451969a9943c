import { checkedReader } from '../checked-reader.ts'
import { type Result, resultOf } from '../result.ts'
import { checkQuoteRequest, type QuoteVocabulary } from './check-quote-request.ts'
import { type QuoteRequest, quoteRequestSchema } from './quote-request.ts'

const readForm = checkedReader<QuoteRequest>(quoteRequestSchema)

/**
 * Reads a sale to quote: it has the form and speaks of codes that exist, or every place where it does
 * not is named.
 */
export function readQuoteRequest(
  input: unknown,
  vocabulary: QuoteVocabulary,
): Result<QuoteRequest> {
  const form = readForm(input)
  if (!form.ok) return form
  return resultOf(checkQuoteRequest(form.value, vocabulary), () => form.value)
}
