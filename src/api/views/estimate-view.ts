import { Type, type Static } from 'typebox'

import type { Immutable } from '../../customs/immutable.ts'
import type { QuoteChange } from '../../customs/landed-cost/compare-quotes.ts'
import type { LandedCost } from '../../customs/landed-cost/landed-cost.ts'
import type { LandedCostRange } from '../../customs/landed-cost/quote-sale.ts'
import { localDate } from '../../customs/order/schema.ts'
import { failureSchema } from '../http/problem.ts'
import { bilingualText } from '../http/schema.ts'
import { landedCostRangeSchema, landedCostSchema } from './landed-cost-view.ts'
import { lawStepSchema, quoteChangeSchema } from './quote-change-view.ts'

const landedCost = Type.Unsafe<LandedCost>(landedCostSchema)

const range = Type.Unsafe<LandedCostRange>(landedCostRangeSchema)

const laws = Type.Array(lawStepSchema)

/** At which rates amounts were converted, where the days that are compared must not differ by them. */
const heldRatesSchema = Type.Object(
  {
    period: Type.Object(
      { from: localDate, until: localDate },
      { description: 'for which the rates were published' },
    ),
    publishedBy: Type.String(),
    note: bilingualText,
  },
  { description: 'the one set of exchange rates that all days were converted at' },
)

/** The days on which a sale is charged alike, one period after the other. */
export const quotesOverTimeSchema = Type.Object(
  {
    periods: Type.Array(
      Type.Object({
        from: localDate,
        until: Type.Unsafe<Static<typeof localDate>>({
          ...localDate,
          description: 'the first day after the period',
        }),
        quote: Type.Optional(landedCost),
        range: Type.Optional(range),
        failures: Type.Optional(
          Type.Array(failureSchema, { description: 'why these days cannot be quoted' }),
        ),
      }),
    ),
    steps: Type.Array(
      Type.Object({
        on: localDate,
        change: Type.Optional(quoteChangeSchema),
        changeOfHighest: Type.Optional(
          Type.Unsafe<QuoteChange>({
            ...quoteChangeSchema,
            description: 'of the most, where a code is too short; the other is of the least then',
          }),
        ),
        laws,
      }),
      { description: 'what is different from each period to the next; a step for each border' },
    ),
    exchangeRates: heldRatesSchema,
  },
  { description: 'what a sale costs over time, and by which laws that changes' },
)

/** The type of {@link quotesOverTimeSchema}, for pages. */
export type QuotesOverTime = Immutable<Static<typeof quotesOverTimeSchema>>

const compared = { before: landedCost, after: landedCost, change: quoteChangeSchema, laws }

/** A sale on two days beside each other. */
export const comparisonSchema = Type.Union(
  [
    Type.Object({
      kind: Type.Literal('exact'),
      ...compared,
      exchangeRates: heldRatesSchema,
    }),
    Type.Object(
      {
        kind: Type.Literal('range'),
        lowest: Type.Object(compared),
        highest: Type.Object(compared),
        exchangeRates: heldRatesSchema,
      },
      { description: 'where a code is too short: the least and the most of both days' },
    ),
  ],
  { description: 'why a sale costs something else on another day' },
)

/** The type of {@link comparisonSchema}, for pages. */
export type QuoteComparison = Immutable<Static<typeof comparisonSchema>>
