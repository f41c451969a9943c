import { Type } from 'typebox'

import type { Days } from '../customs/calendar/days-alike.ts'
import { isLocalDate, type LocalDate, monthsLater } from '../customs/calendar/local-date.ts'
import { checkQuoteRequest } from '../customs/landed-cost/check-quote-request.ts'
import { withCodeCandidates } from '../customs/landed-cost/code-candidates.ts'
import { compareQuotes } from '../customs/landed-cost/compare-quotes.ts'
import { daysToQuote } from '../customs/landed-cost/days-to-quote.ts'
import { type LandedCostBook, quoteSources } from '../customs/landed-cost/landed-cost-book.ts'
import type { LandedCost } from '../customs/landed-cost/landed-cost.ts'
import { lawSteps, limitsOf, stepsBetween } from '../customs/landed-cost/law-steps.ts'
import type { QuoteSources } from '../customs/landed-cost/quote-landed-cost.ts'
import {
  joinPeriods,
  type QuotePeriod,
  quotePeriods,
} from '../customs/landed-cost/quote-periods.ts'
import { type QuoteRequest, quoteRequestSchema } from '../customs/landed-cost/quote-request.ts'
import { type QuotedSale, quoteSale } from '../customs/landed-cost/quote-sale.ts'
import {
  type HeldRates,
  ratesHeld,
  statingPeriod,
  withRatesHeld,
} from '../customs/landed-cost/rates-held.ts'
import {
  type FewChoices,
  namingTooMany,
  withFewChoices,
} from '../customs/landed-cost/with-few-choices.ts'
import { noSuchDay } from '../customs/order/unknown-codes.ts'
import { localDate } from '../customs/order/schema.ts'
import { checked, failure, type Failure, type Result, success } from '../customs/result.ts'
import { nextTurn } from '../platform/next-turn.ts'
import { asWritten } from './http/as-written.ts'
import { openLimitedTo } from './http/rate-limit.ts'
import { accepted } from './http/refusal.ts'
import type { ApiRoutes } from './http/route.ts'
import { comparisonSchema, quotesOverTimeSchema } from './views/estimate-view.ts'

const tags = ['estimates']

/** How often an address may ask for many quotes at a time in a minute. */
const SERIES_PER_MINUTE = 60
const LINES_OVER_TIME_MAX = 20
/**
 * Each code below a short one is quoted on each day on which something may change, with all lines of the
 * sale: so many lines are worked out within a second or so.
 */
const LINES_TRIED_OVER_TIME_MAX = 6_000
/** So many codes are tried however many days there are; a sale of twenty lines can have them too. */
const CHOICES_OVER_TIME_MIN = 24
const MONTHS_OVER_TIME_MAX = 36

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

/** What a sale costs on every day of a window. */
export const makeEstimatesOverTime: ApiRoutes = (server, { quoting }) => {
  server.post(
    '/v1/estimates/over-time',
    {
      schema: {
        tags,
        summary: 'Quote a sale for every day of up to three years',
        description:
          'The periods in which its charges stay the same, and at each step what changed and by ' +
          'which law. Where a code is too short a period has the least and the most; days that ' +
          'cannot be quoted are periods with the reasons. All days are converted at the exchange ' +
          'rates of one day, so that only law makes a difference.',
        body: Type.Object(
          { sale: saleOverTime, from: localDate, until: localDate, exchangeRatesOf },
          { additionalProperties: false },
        ),
        response: { 200: quotesOverTimeSchema },
      },
      config: openLimitedTo(SERIES_PER_MINUTE),
      serializerCompiler: asWritten,
    },
    async ({ body: { sale, from, until, exchangeRatesOf: ratesOf = until } }) => {
      const { book } = quoting
      accepted(checked(faultsOfDays({ from, until, exchangeRatesOf: ratesOf })))
      accepted(checked(faultsOfWindow(from, until)))
      accepted(checked(faultsOfSale(sale, book)))
      const held = accepted(ratesHeld(book.rates, ratesOf as LocalDate))
      const sources = accepted(sourcesAt(held, sale, book))
      const tried = daysToQuote({ from, until }, sale, sources)
      const quoteOn = quoterOfFew(sale, held, { sources, few: choicesWithin(tried, sale) })
      const periods = await periodsByTurns({ from, until }, tried, quoteOn)
      return {
        periods: periods.map((period) => shownPeriod(period, sale, book)),
        steps: stepsBetween(periods),
        exchangeRates: shownRates(held, book),
      }
    },
  )
}

/** What a sale costs on one day and on another. */
export const compareEstimates: ApiRoutes = (server, { quoting }) => {
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
      serializerCompiler: asWritten,
    },
    ({ body: { sale, before, after, exchangeRatesOf: ratesOf = after } }) => {
      const { book } = quoting
      accepted(checked(faultsOfDays({ before, after, exchangeRatesOf: ratesOf })))
      accepted(checked(faultsOfSale(sale, book)))
      const held = accepted(ratesHeld(book.rates, ratesOf as LocalDate))
      const quoteOn = quoterOf(sale, held, accepted(sourcesAt(held, sale, book)))
      const quoted = (on: LocalDate) =>
        accepted(withCodeCandidates(quoteOn(on), sale, { on, book }))
      return {
        ...comparisonOf(quoted(before), quoted(after)),
        exchangeRates: shownRates(held, book),
      }
    },
  )
}

type QuoteOn = Parameters<typeof quotePeriods>[1]

/** What a sale is quoted from on any day, with the rates that are held. */
function sourcesAt(
  held: HeldRates,
  { destination }: QuoteRequest,
  book: LandedCostBook,
): Result<QuoteSources> {
  const sources = quoteSources(book, destination.country)
  return sources.ok ? success(withRatesHeld(sources.value, held)) : sources
}

/** How many codes below a short one can be tried on so many days. */
function choicesWithin(
  { length: days }: readonly LocalDate[],
  { lines }: QuoteRequest,
): FewChoices {
  const choices = Math.floor(LINES_TRIED_OVER_TIME_MAX / (days * lines.length))
  return { codesMax: Math.max(choices, CHOICES_OVER_TIME_MIN), days }
}

/** Quotes one sale on any day. */
function quoterOf(sale: QuoteRequest, held: HeldRates, sources: QuoteSources): QuoteOn {
  return (on) => {
    const quoted = quoteSale(sale, on, sources)
    return quoted.ok ? success(statingPeriod(quoted.value, held)) : quoted
  }
}

/** The same where only so many codes below a short one are tried, which a refusal says. */
function quoterOfFew(
  sale: QuoteRequest,
  held: HeldRates,
  { sources, few }: { readonly sources: QuoteSources; readonly few: FewChoices },
): QuoteOn {
  const quoteOn = quoterOf(sale, held, withFewChoices(sources, few))
  return (on) => {
    const quoted = quoteOn(on)
    if (quoted.ok) return quoted
    const [first, ...others] = quoted.failures
    const named = (one: Failure) => namingTooMany(one, { sale, on, sources }, few)
    return failure(named(first), ...others.map(named))
  }
}

/** The two quotes beside each other; where a code is too short, their limits. */
function comparisonOf(before: QuotedSale, after: QuotedSale) {
  const compared = (earlier: LandedCost, later: LandedCost) => ({
    ...{ before: earlier, after: later },
    change: compareQuotes(earlier, later),
    laws: lawSteps(earlier, later),
  })
  if (before.kind === 'exact' && after.kind === 'exact') {
    return { kind: 'exact' as const, ...compared(before.landedCost, after.landedCost) }
  }
  const [earlier, later] = [limitsOf(before), limitsOf(after)]
  return {
    kind: 'range' as const,
    lowest: compared(earlier.lowest, later.lowest),
    highest: compared(earlier.highest, later.highest),
  }
}

/** The periods of a window, worked out day by day so that others are answered in between. */
async function periodsByTurns(
  { until }: Days,
  tried: readonly LocalDate[],
  quoteOn: QuoteOn,
): Promise<readonly QuotePeriod[]> {
  let periods: readonly QuotePeriod[] = []
  for (const [index, day] of tried.entries()) {
    const days = { from: day, until: tried[index + 1] ?? until }
    periods = joinPeriods(periods, quotePeriods(days, quoteOn, [day]))
    await nextTurn()
  }
  return periods
}

function shownPeriod(
  { from, until, outcome }: QuotePeriod,
  sale: QuoteRequest,
  book: LandedCostBook,
) {
  switch (outcome.kind) {
    case 'exact':
      return { from, until, quote: outcome.landedCost }
    case 'range':
      return { from, until, range: outcome.range }
    case 'refused': {
      const refused: Result<never> = failure(...outcome.failures)
      const named = withCodeCandidates(refused, sale, { on: from, book })
      return { from, until, failures: named.ok ? [] : named.failures }
    }
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
