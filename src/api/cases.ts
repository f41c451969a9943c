import { Type } from 'typebox'

import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { readEvents } from '../clearance/store/case-store.ts'
import { oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { hasPresent, notModified } from './http/entity-tag.ts'
import { pageOf, pageQuery, USUAL_ITEMS } from './http/page.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { caseCountsSchema, countsOf, readCaseGroups } from './views/case-counts.ts'
import { caseFilter } from './views/case-filter.ts'
import { caseSorts, cursorOf, placeOf } from './views/case-order.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { caseSummarySchema, selectSummaries, summariesOf } from './views/case-summary.ts'
import { caseSchema, readCaseView } from './views/case-view.ts'
import { eventSchema } from './views/event-view.ts'

const tags = ['cases']

const sort = Type.Optional(
  oneOf(caseSorts, 'the order of the list, the newest first unless stated otherwise'),
)

const listCases: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases',
    {
      schema: {
        tags,
        summary: 'List, narrow, search and sort cases',
        description:
          'The cursor stays good while cases come and change: a case that keeps its place in the ' +
          'order is neither missed nor shown twice. Cases without what is sorted by come last.',
        querystring: Type.Object({ ...pageQuery, ...caseFilter, sort }),
        response: { 200: pageOf(caseSummarySchema) },
      },
      config: { admit: 'cases.read' },
    },
    async (request) => {
      const { cursor, limit = USUAL_ITEMS, sort = 'newest', ...filter } = request.query
      const after = cursor === undefined ? {} : { after: placeOf(sort, cursor) }
      const wanted = { filter, sort, ...after, limit, now: ports.clock.now() }
      const { tenantId } = principalOf(request)
      return inTenant(ports.database, tenantId, async (transaction) => {
        const rows = await selectSummaries(transaction, wanted).execute()
        const shown = rows.slice(0, limit)
        const last = rows.length > limit ? shown.at(-1) : undefined
        const next = last && { next: cursorOf(sort, { id: last.id, key: last.place_key }) }
        return { items: await summariesOf(transaction, shown), ...next }
      })
    },
  )
}

const countCases: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/counts',
    {
      schema: {
        tags,
        summary: 'Count cases by state, by what they wait for and by whose turn it is',
        querystring: Type.Object(caseFilter),
        response: { 200: caseCountsSchema },
      },
      config: { admit: 'cases.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const groups = await inTenant(ports.database, tenantId, (transaction) =>
        readCaseGroups(transaction, request.query, ports.clock.now()),
      )
      return countsOf(groups, request.query)
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
      const view = await inTenant(ports.database, tenantId, async (transaction) =>
        readCaseView(transaction, await caseOf(transaction, request.params.id)),
      )
      return hasPresent(request, reply, view.version) ? reply.code(304).send(null) : view
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
        const recorded = await readEvents(transaction, id, request.query.after)
        return withPersonalFields(transaction, recorded)
      })
      return { items: events }
    },
  )
}

/** Cases as they stand, and the record that led there. */
export const caseRoutes = together(listCases, countCases, readOneCase, readRecord)
