import { Type } from 'typebox'

import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import { type Days, monthsOf } from '../customs/calendar/days-alike.ts'
import { isLocalDate, type LocalDate, monthsLater } from '../customs/calendar/local-date.ts'
import { compareQuotes } from '../customs/landed-cost/compare-quotes.ts'
import { checkQuoteRequest } from '../customs/landed-cost/check-quote-request.ts'
import { type LandedCostBook, quoteSources } from '../customs/landed-cost/landed-cost-book.ts'
import { lawSteps, stepsBetween } from '../customs/landed-cost/law-steps.ts'
import { quoteLandedCost } from '../customs/landed-cost/quote-landed-cost.ts'
import {
  joinPeriods,
  type QuotePeriod,
  quotePeriods,
} from '../customs/landed-cost/quote-periods.ts'
import { type QuoteRequest, quoteRequestSchema } from '../customs/landed-cost/quote-request.ts'
import { quoteFromBook } from '../customs/landed-cost/quote.ts'
import {
  type HeldRates,
  ratesHeld,
  statingPeriod,
  withRatesHeld,
} from '../customs/landed-cost/rates-held.ts'
import { noSuchDay } from '../customs/order/unknown-codes.ts'
import { localDate } from '../customs/order/schema.ts'
import { checked, type Failure, type Result, success } from '../customs/result.ts'
import { nextTurn } from '../platform/next-turn.ts'
import { openLimitedTo } from './http/rate-limit.ts'
import { accepted } from './http/refusal.ts'
import { together, type ApiRoutes } from './http/route.ts'
import { comparisonSchema, quotesOverTimeSchema } from './views/estimate-view.ts'
import { saleAnswerSchema } from './views/landed-cost-view.ts'

const tags = ['estimates']

/** How often an address may ask for a quote in a minute; a page asks whenever its reader pauses. */
const QUOTES_PER_MINUTE = 240
/** How often it may ask for many quotes at a time. */
const SERIES_PER_MINUTE = 60
/** A sale of so many lines can be quoted for every day of the longest window within a second or so. */
const LINES_OVER_TIME_MAX = 20
const MONTHS_OVER_TIME_MAX = 36

/** The answer is what the pure functions give; its schema describes it and leaves nothing out. */
const asItIs = () => JSON.stringify

const saleOverTime = Type.Object(
  {
    ...quoteRequestSchema.properties,
    lines: Type.Array(quoteRequestSchema.properties.lines.items, {
      minItems: 1,
      maxItems: LINES_OVER_TIME_MAX,
    }),
  },
  { additionalProperties: false, description: 'a sale to quote; its own day plays no part' },
)

const exchangeRatesOf = Type.Optional(
  Type.Unsafe<string>({
    ...localDate,
    description: 'the day whose exchange rates are used for all days; the last day unless stated',
  }),
)

const makeEstimate: ApiRoutes = (server, { clock, quoting }) => {
  server.post(
    '/v1/estimates',
    {
      schema: {
        tags,
        summary: 'Quote a sale to any destination',
        description:
          'Every duty, tax and fee with its formula and law. Nothing is stored, and no key is needed.',
        body: quoteRequestSchema,
        response: { 200: saleAnswerSchema },
      },
      config: openLimitedTo(QUOTES_PER_MINUTE),
      serializerCompiler: asItIs,
    },
    ({ body: sale }) => {
      const { book } = quoting
      accepted(checked(checkQuoteRequest(sale, book.vocabulary)))
      return accepted(quoteFromBook(sale, sale.on ?? dateInLondon(clock.now()), book))
    },
  )
}

const makeEstimatesOverTime: ApiRoutes = (server, { quoting }) => {
  server.post(
    '/v1/estimates/over-time',
    {
      schema: {
        tags,
        summary: 'Quote a sale for every day of up to three years',
        description:
          'The periods in which its charges stay the same, and at each step what changed and by ' +
          'which law. Days that cannot be quoted are periods with the reasons. All days are ' +
          'converted at the exchange rates of one day, so that only law makes a difference.',
        body: Type.Object(
          { sale: saleOverTime, from: localDate, until: localDate, exchangeRatesOf },
          { additionalProperties: false },
        ),
        response: { 200: quotesOverTimeSchema },
      },
      config: openLimitedTo(SERIES_PER_MINUTE),
      serializerCompiler: asItIs,
    },
    async ({ body: { sale, from, until, exchangeRatesOf: ratesOf = until } }) => {
      const { book } = quoting
      accepted(checked(faultsOfDays({ from, until, exchangeRatesOf: ratesOf })))
      accepted(checked(faultsOfWindow(from, until)))
      accepted(checked(faultsOfSale(sale, book)))
      const held = accepted(ratesHeld(book.rates, ratesOf as LocalDate))
      const quoteOn = accepted(quoterOf(sale, book, held))
      const periods = await periodsByTurns({ from, until }, quoteOn)
      return {
        periods: periods.map(shownPeriod),
        steps: stepsBetween(periods),
        exchangeRates: shownRates(held, book),
      }
    },
  )
}

const compareEstimates: ApiRoutes = (server, { quoting }) => {
  server.post(
    '/v1/estimates/comparisons',
    {
      schema: {
        tags,
        summary: 'Say why a sale costs something else on another day',
        description: 'Line by line what changed from one day to the other, and by which law.',
        body: Type.Object(
          { sale: saleOverTime, before: localDate, after: localDate, exchangeRatesOf },
          { additionalProperties: false },
        ),
        response: { 200: comparisonSchema },
      },
      config: openLimitedTo(SERIES_PER_MINUTE),
      serializerCompiler: asItIs,
    },
    ({ body: { sale, before, after, exchangeRatesOf: ratesOf = after } }) => {
      const { book } = quoting
      accepted(checked(faultsOfDays({ before, after, exchangeRatesOf: ratesOf })))
      accepted(checked(faultsOfSale(sale, book)))
      const held = accepted(ratesHeld(book.rates, ratesOf as LocalDate))
      const quoteOn = accepted(quoterOf(sale, book, held))
      const [earlier, later] = [accepted(quoteOn(before)), accepted(quoteOn(after))]
      return {
        before: earlier,
        after: later,
        change: compareQuotes(earlier, later),
        laws: lawSteps(earlier, later),
        exchangeRates: shownRates(held, book),
      }
    },
  )
}

/** What sales cost, for whoever asks: nothing is stored and nobody has to be known. */
export const estimateRoutes = together(makeEstimate, makeEstimatesOverTime, compareEstimates)

type QuoteOn = Parameters<typeof quotePeriods>[1]

/** Quotes one sale on any day, at the rates that are held. */
function quoterOf(sale: QuoteRequest, book: LandedCostBook, held: HeldRates): Result<QuoteOn> {
  const sources = quoteSources(book, sale.destination.country)
  if (!sources.ok) return sources
  const atHeldRates = withRatesHeld(sources.value, held)
  return success((on) => {
    const quote = quoteLandedCost(sale, on, atHeldRates)
    return quote.ok ? success(statingPeriod(quote.value, held)) : quote
  })
}

/** The periods of a window, worked out month by month so that others are answered in between. */
async function periodsByTurns(days: Days, quoteOn: QuoteOn): Promise<readonly QuotePeriod[]> {
  let periods: readonly QuotePeriod[] = []
  for (const month of monthsOf(days)) {
    periods = joinPeriods(periods, quotePeriods(month, quoteOn))
    await nextTurn()
  }
  return periods
}

function shownPeriod({ from, until, outcome }: QuotePeriod) {
  switch (outcome.kind) {
    case 'quoted':
      return { from, until, quote: outcome.landedCost }
    case 'refused':
      return { from, until, failures: outcome.failures }
  }
}

function shownRates({ period }: HeldRates, { ratesPublishedBy: publishedBy }: LandedCostBook) {
  return {
    ...{ period, publishedBy },
    note: {
      en: `Other currencies are converted at the rates of ${publishedBy} from ${period.from} on all days, so that every step is a change of law.`,
      zh: `所有日期均按 ${publishedBy} 自 ${period.from} 起的汇率折算，因此每一处变化都来自法律的变化。`,
    },
  }
}

function faultsOfSale(sale: QuoteRequest, { vocabulary }: LandedCostBook): readonly Failure[] {
  return checkQuoteRequest(sale, vocabulary).map((fault) => ({
    ...fault,
    path: `/sale${fault.path}`,
  }))
}

function faultsOfDays(days: Readonly<Record<string, string>>): readonly Failure[] {
  return Object.entries(days)
    .filter(([, day]) => !isLocalDate(day))
    .map(([name, day]) => noSuchDay(`/${name}`, day))
}

function faultsOfWindow(from: LocalDate, until: LocalDate): readonly Failure[] {
  if (from < until && until <= monthsLater(from, MONTHS_OVER_TIME_MAX)) return []
  return [
    {
      code: 'invalid-input',
      path: '/until',
      message: `From ${from} to ${until} is no window of up to three years.`,
      mend: 'Name a first day, and the first day after the last one.',
      zh: {
        message: `${from} 至 ${until} 不是三年以内的时间段。`,
        mend: '请填写起始日，以及最后一日的次日。',
      },
    },
  ]
}
