import { Type } from 'typebox'

import { readEvents } from '../clearance/store/case-store.ts'
import { inTenant, type Row, type TenantTransaction } from '../platform/postgres/index.ts'
import { oneOf } from '../customs/order/schema.ts'
import { instantOf } from '../platform/clock.ts'
import { hasPresent, notModified } from './http/entity-tag.ts'
import { pageOf, pageQuery, pageRequestOf, toPage, type PageRequest } from './http/page.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { instant, signedMoney } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { caseSchema, caseView, mainState } from './views/case-view.ts'
import { eventSchema } from './views/event-view.ts'
import { everythingWaitedFor } from './views/next-action.ts'

const waitingFor = oneOf(everythingWaitedFor, 'what the case waits for')

const caseSummarySchema = Type.Object({
  id: Type.String(),
  reference: Type.String(),
  state: mainState,
  lane: Type.Optional(Type.String()),
  destination: Type.String(),
  customsValue: Type.Optional(signedMoney),
  waitingFor: Type.Optional(waitingFor),
  waitingSince: Type.Optional(instant),
  openedAt: instant,
  updatedAt: instant,
})

const caseListQuery = Type.Object({
  ...pageQuery,
  state: Type.Optional(mainState),
  waitingFor: Type.Optional(waitingFor),
})

const tags = ['cases']

const listCases: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases',
    {
      schema: {
        tags,
        summary: 'List cases, the newest first',
        querystring: caseListQuery,
        response: { 200: pageOf(caseSummarySchema) },
      },
      config: { admit: 'cases.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { tenantId } = principalOf(request)
      const rows = await inTenant(ports.database, tenantId, (transaction) =>
        readSummaries(transaction, request.query, page),
      )
      return toPage(rows, page, summaryOf)
    },
  )
}

const readOneCase: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id',
    {
      schema: {
        tags,
        summary: 'Read where a case stands and what comes next',
        params: caseParams,
        response: { 200: caseSchema, 304: notModified },
      },
      config: { admit: 'cases.read' },
    },
    async (request, reply) => {
      const { tenantId } = principalOf(request)
      const state = await inTenant(ports.database, tenantId, (transaction) =>
        caseOf(transaction, request.params.id),
      )
      if (hasPresent(request, reply, state.version)) return reply.code(304).send(null)
      return caseView(state)
    },
  )
}

const readRecord: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/events',
    {
      schema: {
        tags,
        summary: 'Read the record of a case, oldest first',
        params: caseParams,
        querystring: Type.Object({
          after: Type.Optional(
            Type.Integer({ minimum: 0, description: 'sequence of the last event already known' }),
          ),
        }),
        response: { 200: Type.Object({ items: Type.Array(eventSchema) }) },
      },
      config: { admit: 'cases.read' },
    },
    async (request) => {
      const { id } = request.params
      const { tenantId } = principalOf(request)
      const events = await inTenant(ports.database, tenantId, async (transaction) => {
        await caseOf(transaction, id)
        return readEvents(transaction, id, request.query.after)
      })
      return { items: events }
    },
  )
}

/** Cases as they stand, and the record that led there. */
export const caseRoutes = together(listCases, readOneCase, readRecord)

type CaseSummaryRow = Pick<
  Row<'clearance_case'>,
  | 'id'
  | 'reference'
  | 'state'
  | 'lane'
  | 'destination'
  | 'value_amount'
  | 'value_currency'
  | 'waiting_for'
  | 'waiting_since'
  | 'opened_at'
  | 'updated_at'
>

function readSummaries(
  transaction: TenantTransaction,
  { state, waitingFor }: { readonly state?: string; readonly waitingFor?: string },
  { before, limit }: PageRequest,
): Promise<CaseSummaryRow[]> {
  return transaction
    .selectFrom('clearance_case')
    .select(['id', 'reference', 'state', 'lane', 'destination', 'value_amount', 'value_currency'])
    .select(['waiting_for', 'waiting_since', 'opened_at', 'updated_at'])
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(waitingFor !== undefined, (query) => query.where('waiting_for', '=', waitingFor ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

function summaryOf(row: CaseSummaryRow) {
  const { id, reference, lane, destination, value_amount, value_currency } = row
  const hasValue = value_amount !== null && value_currency !== null
  return {
    ...{ id, reference, destination },
    state: row.state as (typeof mainState)['~unsafe'],
    ...(lane !== null && { lane }),
    ...(hasValue && { customsValue: { amount: value_amount, currency: value_currency } }),
    ...(row.waiting_for !== null && {
      waitingFor: row.waiting_for as (typeof everythingWaitedFor)[number],
    }),
    ...(row.waiting_since !== null && { waitingSince: instantOf(row.waiting_since) }),
    openedAt: instantOf(row.opened_at),
    updatedAt: instantOf(row.updated_at),
  }
}
