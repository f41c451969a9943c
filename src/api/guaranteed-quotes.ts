import { Type, type Static } from 'typebox'

import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { Immutable } from '../customs/immutable.ts'
import { quoteRequestSchema } from '../customs/landed-cost/quote-request.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import {
  amendGuaranteedQuote,
  type GuaranteedQuote,
  guaranteeQuote,
  listGuaranteedQuotes,
  readGuaranteedQuote,
  readOwnFeesOf,
  readQuoteEntries,
  reconcileGuaranteedQuote,
  replayGuaranteedQuote,
} from '../quotes/index.ts'
import { asWritten } from './http/as-written.ts'
import { changeOnce } from './http/change-once.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { accepted } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant } from './http/schema.ts'
import {
  amendmentFacts,
  amendmentSchema,
  guaranteedQuoteSchema,
  guaranteedQuoteSummary,
  guaranteedQuoteSummarySchema,
  guaranteedQuoteView,
  type GuaranteedQuoteView,
  reconciliationFacts,
  reconciliationSchema,
  replaySchema,
  stateOf,
} from './views/guaranteed-quote-view.ts'

const tags = ['quotes']
const params = Type.Object({ id: idOf('the guaranteed quote') })

const saleToGuarantee = Type.Object(
  {
    ...quoteRequestSchema.properties,
    expiresAt: Type.Unsafe<Static<typeof instant>>({
      ...instant,
      description:
        'until when the quote is stood by; how many days ahead at most is set for the installation, ' +
        '90 unless set otherwise',
    }),
  },
  {
    additionalProperties: false,
    description: 'a sale to quote, and how long the quote is good for',
  },
)

const guarantee: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/guaranteed-quotes',
    {
      schema: {
        tags,
        summary: 'Quote a sale and stand by the quote',
        description:
          'The quote is kept with all that it was made from, so that it can be made again with the ' +
          'same bytes. The day is `on` of the sale, else today in London. A sale whose code is too ' +
          'short has a range, which cannot be guaranteed.',
        body: saleToGuarantee,
        response: { 201: guaranteedQuoteSchema },
      },
      config: { admit: 'guaranteed-quotes.make' },
      serializerCompiler: asWritten,
    },
    (request, reply) =>
      changeOnce<GuaranteedQuoteView>({ request, reply, ports }, async (transaction, context) => {
        const { expiresAt, ...sale } = request.body
        const book = { ...ports.quoting.book, ownFees: await readOwnFeesOf(transaction) }
        const { guaranteeDaysMax: daysMax } = ports
        const wanted = { sale, expiresAt, daysMax, on: dateInLondon(context.now), book }
        const kept = accepted(await guaranteeQuote(transaction, wanted, context))
        const body = await viewOf(transaction, kept, context.now)
        return { status: 201, location: body.links.self, body }
      }),
  )
}

const list: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/guaranteed-quotes',
    {
      schema: {
        tags,
        summary: 'List the guaranteed quotes, the newest first',
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(guaranteedQuoteSummarySchema) },
      },
      config: { admit: 'guaranteed-quotes.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { tenantId } = principalOf(request)
      const found = await inTenant(ports.database, tenantId, (transaction) =>
        listGuaranteedQuotes(transaction, page),
      )
      const now = ports.clock.now()
      const summaries = found.map((kept) => guaranteedQuoteSummary(kept, now))
      return toPage(summaries, page, (summary) => summary)
    },
  )
}

const read: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/guaranteed-quotes/:id',
    {
      schema: {
        tags,
        summary: 'Read a guaranteed quote with what came of it',
        description: 'One that has expired is shown as well, and says so.',
        params,
        response: { 200: guaranteedQuoteSchema },
      },
      config: { admit: 'guaranteed-quotes.read' },
      serializerCompiler: asWritten,
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const kept = accepted(await readGuaranteedQuote(transaction, request.params.id))
        return viewOf(transaction, kept, ports.clock.now())
      }),
  )
}

const replay: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/guaranteed-quotes/:id/replays',
    {
      schema: {
        tags,
        summary: 'Make a guaranteed quote again, and compare it with today',
        description:
          'Says whether what was kept gives the same bytes, and what the sale costs by the law and ' +
          'the rates of today: what changed, and by which law. Nothing is stored.',
        params,
        response: { 200: replaySchema },
      },
      config: { admit: 'guaranteed-quotes.read', changes: 'nothing' },
      serializerCompiler: asWritten,
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const { kept, ownFees } = await inTenant(ports.database, tenantId, async (transaction) => ({
        kept: accepted(await readGuaranteedQuote(transaction, request.params.id)),
        ownFees: await readOwnFeesOf(transaction),
      }))
      const now = ports.clock.now()
      const today = { on: dateInLondon(now), book: { ...ports.quoting.book, ownFees } }
      const { quoteId: id, expiresAt } = kept
      return { id, state: stateOf(kept, now), expiresAt, ...replayGuaranteedQuote(kept, today) }
    },
  )
}

const amend: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/guaranteed-quotes/:id/amendments',
    {
      schema: {
        tags,
        summary: 'Take pieces out of a guaranteed quote',
        description:
          'The charges of their line go with them in proportion to their number, to the coin. ' +
          'Amendments add up: no more pieces come back than were quoted.',
        params,
        body: Type.Object(amendmentFacts, { additionalProperties: false }),
        response: { 201: amendmentSchema },
      },
      config: { admit: 'guaranteed-quotes.settle' },
    },
    (request, reply) =>
      changeOnce<Immutable<Static<typeof amendmentSchema>>>(
        { request, reply, ports },
        async (transaction, context) => {
          const amendment = { quoteId: request.params.id, amendment: request.body }
          const body = accepted(await amendGuaranteedQuote(transaction, amendment, context))
          return { status: 201, body }
        },
      ),
  )
}

const reconcile: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/guaranteed-quotes/:id/reconciliations',
    {
      schema: {
        tags,
        summary: 'Record what was really charged, beside what was quoted',
        description:
          'Answers with all bills so far, kind by kind, beside the quote as it was made: amendments ' +
          'leave it as it is. A quote that has expired is reconciled too.',
        params,
        body: Type.Object(reconciliationFacts, { additionalProperties: false }),
        response: { 201: reconciliationSchema },
      },
      config: { admit: 'guaranteed-quotes.settle' },
    },
    (request, reply) =>
      changeOnce<Immutable<Static<typeof reconciliationSchema>>>(
        { request, reply, ports },
        async (transaction, context) => {
          const bills = { quoteId: request.params.id, billed: request.body.billed }
          const body = accepted(await reconcileGuaranteedQuote(transaction, bills, context))
          return { status: 201, body }
        },
      ),
  )
}

/** Quotes that a business stands by, and what becomes of them. */
export const guaranteedQuoteRoutes = together(guarantee, list, read, replay, amend, reconcile)

async function viewOf(
  transaction: TenantTransaction,
  kept: GuaranteedQuote,
  now: GuaranteedQuote['madeAt'],
): Promise<GuaranteedQuoteView> {
  return guaranteedQuoteView(kept, await readQuoteEntries(transaction, kept.quoteId), now)
}
