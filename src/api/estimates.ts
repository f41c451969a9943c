import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import { checkQuoteRequest } from '../customs/landed-cost/check-quote-request.ts'
import { quoteRequestSchema } from '../customs/landed-cost/quote-request.ts'
import { quoteFromBook } from '../customs/landed-cost/quote.ts'
import { checked } from '../customs/result.ts'
import { compareEstimates, makeEstimatesOverTime } from './estimates-over-time.ts'
import { asWritten } from './http/as-written.ts'
import { openLimitedTo } from './http/rate-limit.ts'
import { accepted } from './http/refusal.ts'
import { together, type ApiRoutes } from './http/route.ts'
import { saleAnswerSchema } from './views/landed-cost-view.ts'

/** How often an address may ask for a quote in a minute; a page asks whenever its reader pauses. */
const QUOTES_PER_MINUTE = 240

const makeEstimate: ApiRoutes = (server, { clock, quoting }) => {
  server.post(
    '/v1/estimates',
    {
      schema: {
        tags: ['estimates'],
        summary: 'Quote a sale to any destination',
        description:
          'Every duty, tax and fee with its formula and law, or the least and the most where a code ' +
          'is too short. Nothing is stored, and no key is needed.',
        body: quoteRequestSchema,
        response: { 200: saleAnswerSchema },
      },
      config: openLimitedTo(QUOTES_PER_MINUTE),
      serializerCompiler: asWritten,
    },
    ({ body: sale }) => {
      const { book } = quoting
      accepted(checked(checkQuoteRequest(sale, book.vocabulary)))
      return accepted(quoteFromBook(sale, sale.on ?? dateInLondon(clock.now()), book))
    },
  )
}

/** What sales cost, for whoever asks: nothing is stored and nobody has to be known. */
export const estimateRoutes = together(makeEstimate, makeEstimatesOverTime, compareEstimates)
