import { Type, type Static } from 'typebox'

import type { Immutable } from '../../customs/immutable.ts'
import { quoteRequestSchema } from '../../customs/landed-cost/quote-request.ts'
import { billedChargeSchema } from '../../customs/landed-cost/reconcile-quote.ts'
import { localDate, money, oneOf } from '../../customs/order/schema.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { type GuaranteedQuote, hasExpired, type QuoteEntries } from '../../quotes/index.ts'
import { failureSchema } from '../http/problem.ts'
import { bilingualText, instant, link, sha256, signedMoney } from '../http/schema.ts'
import { chargeKindSchema, landedCostSchema } from './landed-cost-view.ts'
import { lawStepSchema, quoteChangeSchema } from './quote-change-view.ts'

/** So many pieces of a line. */
export const returnedPiecesSchema = Type.Object(
  {
    lineNumber: Type.Integer({ minimum: 1, description: 'line of the sale, from 1' }),
    quantity: Type.Integer({ minimum: 1, description: 'pieces that come back' }),
  },
  { additionalProperties: false },
)

/** Pieces that are taken out of a quote. */
export const amendmentFacts = {
  why: oneOf(['returned', 'cancelled'], 'whether they come back or are not sent after all'),
  returned: Type.Array(returnedPiecesSchema, { minItems: 1, maxItems: 999 }),
}

const refundSchema = Type.Object(
  {
    charges: Type.Array(
      Type.Object({
        rule: Type.String(),
        kind: chargeKindSchema,
        name: bilingualText,
        lineNumber: Type.Integer(),
        charged: money,
        refund: money,
        collector: oneOf(
          ['customs', 'seller', 'marketplace', 'carrier', 'postal-operator'],
          'from whom it is to be asked back',
        ),
      }),
    ),
    total: money,
    kept: Type.Array(Type.String(), {
      description:
        'rules of charges of which nothing goes with the pieces: those on the whole consignment, and those due once for a line of the declaration of which some piece stays',
    }),
  },
  { description: 'the charges that go with the pieces, in proportion to their number' },
)

/** An amendment on record. */
export const amendmentSchema = Type.Object(
  { id: Type.String(), at: instant, ...amendmentFacts, refund: refundSchema },
  { title: 'QuoteAmendment', description: 'pieces that were taken out of a guaranteed quote' },
)

/** Bills that came in for a quote. */
export const reconciliationFacts = {
  billed: Type.Array(billedChargeSchema, {
    ...{ minItems: 1, maxItems: 999 },
    description:
      'whole bills, each line with the number of its bill; a bill comes in once, and a later one ' +
      'adds to it: a correction is the difference, below zero where it gives back',
  }),
}

/** Bills on record, and where the quote stands with them. */
export const reconciliationSchema = Type.Object(
  {
    id: Type.String(),
    at: instant,
    ...reconciliationFacts,
    reconciliation: Type.Object(
      {
        kinds: Type.Array(
          Type.Object({
            kind: chargeKindSchema,
            quoted: money,
            billed: signedMoney,
            difference: signedMoney,
            outcome: oneOf(
              ['as-quoted', 'more-than-quoted', 'less-than-quoted', 'not-billed', 'not-quoted'],
              'how the bills compare',
            ),
          }),
        ),
        quoted: money,
        billed: signedMoney,
        difference: signedMoney,
      },
      {
        description:
          'all bills so far beside what was quoted; the difference is billed less quoted',
      },
    ),
  },
  { title: 'QuoteReconciliation', description: 'what was really charged, beside what was quoted' },
)

const expiresAt = Type.Unsafe<Instant>({
  ...instant,
  description: 'from then on nobody stands by the quote any more',
})

const summaryFacts = {
  id: Type.String(),
  state: oneOf(['in-force', 'expired'], 'whether the quote is still stood by'),
  madeAt: instant,
  expiresAt,
  on: localDate,
  destination: landedCostSchema.properties.destination,
  landedCost: money,
  charges: money,
}

/** A guaranteed quote in a list. */
export const guaranteedQuoteSummarySchema = Type.Object(summaryFacts, {
  title: 'GuaranteedQuoteSummary',
  description: 'what is known of a guaranteed quote in brief',
})

/** A guaranteed quote with what came of it. */
export const guaranteedQuoteSchema = Type.Object(
  {
    ...summaryFacts,
    sale: quoteRequestSchema,
    quote: landedCostSchema,
    sha256: Type.Unsafe<Static<typeof sha256>>({
      ...sha256,
      description: 'SHA-256 of `quote` as it is written in the answer to GET',
    }),
    amendments: Type.Array(amendmentSchema),
    reconciliations: Type.Array(reconciliationSchema),
    links: Type.Object({ self: link, replays: link, amendments: link, reconciliations: link }),
  },
  { title: 'GuaranteedQuote', description: 'a quote that is stood by until it expires' },
)

/** The type of {@link guaranteedQuoteSchema}. */
export type GuaranteedQuoteView = Immutable<Static<typeof guaranteedQuoteSchema>>

/** A quote made again from its snapshot, and what the sale costs today. */
export const replaySchema = Type.Object(
  {
    id: Type.String(),
    state: summaryFacts.state,
    expiresAt,
    isSame: Type.Boolean({ description: 'whether the snapshot gives the bytes that were kept' }),
    keptSha256: sha256,
    replayedSha256: Type.Optional(sha256),
    today: Type.Union([
      Type.Object({
        kind: Type.Literal('quoted'),
        on: localDate,
        quote: landedCostSchema,
        change: quoteChangeSchema,
        laws: Type.Array(lawStepSchema, {
          description: 'laws that have begun, ended or changed their rate since',
        }),
      }),
      Type.Object({
        kind: Type.Literal('refused'),
        on: localDate,
        failures: Type.Array(failureSchema, {
          minItems: 1,
          description: 'why the sale cannot be quoted today',
        }),
      }),
    ]),
  },
  { title: 'QuoteReplay', description: 'a guaranteed quote made again, and compared with today' },
)

/** A guaranteed quote in brief, as it is at a moment. */
export function guaranteedQuoteSummary(kept: GuaranteedQuote, now: Instant) {
  const { quoteId: id, madeAt, expiresAt: until, quotedFor: on, quote } = kept
  const { landedCost, charges } = quote.totals
  return {
    ...{ id, state: stateOf(kept, now), madeAt, expiresAt: until, on },
    ...{ destination: quote.destination, landedCost, charges },
  }
}

/** A guaranteed quote with what came of it, as it is at a moment. */
export function guaranteedQuoteView(
  kept: GuaranteedQuote,
  { amendments, reconciliations }: QuoteEntries,
  now: Instant,
): GuaranteedQuoteView {
  const { sale, quote, quoteSha256 } = kept
  const self = `/v1/guaranteed-quotes/${kept.quoteId}`
  return {
    ...guaranteedQuoteSummary(kept, now),
    ...{ sale, quote, sha256: quoteSha256, amendments, reconciliations },
    links: {
      self,
      replays: `${self}/replays`,
      amendments: `${self}/amendments`,
      reconciliations: `${self}/reconciliations`,
    },
  }
}

/** Whether a quote is still stood by. */
export function stateOf(kept: GuaranteedQuote, now: Instant): 'in-force' | 'expired' {
  return hasExpired(kept, now) ? 'expired' : 'in-force'
}
