import { Type } from 'typebox'

import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { readEvents } from '../clearance/store/case-store.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { hasPresent, notModified } from './http/entity-tag.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { caseFilter, caseSummarySchema, selectSummaries, summaryOf } from './views/case-summary.ts'
import { caseSchema, readCaseView } from './views/case-view.ts'
import { eventSchema } from './views/event-view.ts'

const tags = ['cases']

const listCases: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases',
    {
      schema: {
        tags,
        summary: 'List cases, the newest first',
        querystring: Type.Object({ ...pageQuery, ...caseFilter }),
        response: { 200: pageOf(caseSummarySchema) },
      },
      config: { admit: 'cases.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { tenantId } = principalOf(request)
      const rows = await inTenant(ports.database, tenantId, (transaction) =>
        selectSummaries(transaction, request.query, page).execute(),
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
export const caseRoutes = together(listCases, readOneCase, readRecord)
