import { Type, type Static } from 'typebox'

import {
  changeListDraft,
  discardListDraft,
  DRAFT_BYTES_MAX,
  DRAFT_ROWS_MAX,
  draftRowStates,
  encodings,
  listListDrafts,
  openListDraft,
  readDraftRows,
  readListDraft,
  readSamples,
  takeOrders,
} from '../agents/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { sha256Hex } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { csvTypes, csvUploadOf, tableName, takingCsv } from './http/csv-upload.ts'
import { entityTag, expectedVersion, hasPresent, notModified } from './http/entity-tag.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, link } from './http/schema.ts'
import { cellText, columnName, fillSchema } from './cells-to-fill.ts'
import { listCompositions } from './list-compositions.ts'
import {
  draftDefaults,
  listDraftRowSchema,
  listDraftRowView,
  listDraftSchema,
  listDraftSummary,
  listDraftSummarySchema,
  listDraftView,
  sampledDraftSchema,
  type ListDraftView,
} from './views/list-draft-view.ts'

const tags = ['orders in tables']

const draftParams = Type.Object({ id: idOf('the draft') })

/** A cell of every row: what filled a whole column can be taken back at one go. */
const CELLS_MAX = DRAFT_ROWS_MAX
const CHANGE_BYTES_MAX = 4 * 1024 * 1024

const changeSchema = Type.Object(
  {
    columns: Type.Optional(
      Type.Array(Type.Union([columnName, Type.Null()]), {
        maxItems: 300,
        description: 'which column of ours each column of the table is, null for none',
      }),
    ),
    defaults: Type.Optional(draftDefaults),
    cells: Type.Optional(
      Type.Array(
        Type.Object(
          {
            row: Type.Integer({ minimum: 2 }),
            column: Type.Optional(columnName),
            index: Type.Optional(
              Type.Integer({ minimum: 0, description: 'place of a column that is not mapped' }),
            ),
            text: cellText,
          },
          { additionalProperties: false },
        ),
        { maxItems: CELLS_MAX, description: 'mended cells' },
      ),
    ),
    fill: Type.Optional(fillSchema),
  },
  { additionalProperties: false, description: 'what is absent stays as it is' },
)

const takenSchema = Type.Object(
  {
    orders: Type.Array(
      Type.Object({
        orderId: Type.String(),
        reference: Type.String(),
        rows: Type.Array(Type.Integer()),
        caseId: Type.Optional(Type.String()),
        links: Type.Object({ order: link, case: Type.Optional(link) }),
      }),
    ),
    refused: Type.Integer({
      description:
        'orders whose reference is taken, whose day has not begun or that have a new fault; their ' +
        'rows say why and are ready no longer',
    }),
    draft: listDraftSchema,
  },
  { description: 'what was taken, and the draft as it is then' },
)

/** What was taken of a table. */
export type TakenOrdersView = Immutable<Static<typeof takenSchema>>

const handIn = takingCsv((server, ports) => {
  const compositionOf = listCompositions(ports)
  server.post(
    '/v1/list-drafts',
    {
      bodyLimit: DRAFT_BYTES_MAX,
      schema: {
        tags,
        summary: 'Hand in a table of orders to be mapped and mended',
        description:
          'CSV with any headings, one row for each line of an order. Which of our columns each is ' +
          'gets proposed: as the tenant has said before, by heading, by content. Nothing is an order ' +
          'until it is taken. The encoding is stated only where the answer asks for it.',
        querystring: Type.Object({
          name: Type.Optional(tableName),
          encoding: Type.Optional(oneOf(encodings, 'where it cannot be told from the file')),
        }),
        consumes: csvTypes,
        response: { 201: listDraftSchema },
      },
      config: { admit: 'orders.create' },
    },
    async (request, reply) => {
      const { encoding } = request.query
      const { name, bytes } = await csvUploadOf(request, request.query.name)
      const { tenantKind } = principalOf(request)
      const content = `${name} ${sha256Hex(bytes)}`
      return changeOnce<ListDraftView>(
        { request, reply, ports, content },
        async (transaction, context) => {
          const file = { name, bytes, ...(encoding !== undefined && { encoding }) }
          const composition = compositionOf(tenantKind)
          const draft = accepted(await openListDraft(transaction, file, composition, context))
          const location = `/v1/list-drafts/${draft.draftId}`
          return { status: 201, location, body: listDraftView(draft, tenantKind) }
        },
      )
    },
  )
})

const listAll: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/list-drafts',
    {
      schema: {
        tags,
        summary: 'List the tables of orders, the newest first',
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(listDraftSummarySchema) },
      },
      config: { admit: 'orders.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { tenantId } = principalOf(request)
      const drafts = await inTenant(ports.database, tenantId, (transaction) =>
        listListDrafts(transaction, page),
      )
      return toPage(drafts.map(listDraftSummary), page, (draft) => draft)
    },
  )
}

const readOne: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/list-drafts/:id',
    {
      schema: {
        tags,
        summary: 'Read how a table of orders is mapped, with samples of its cells',
        params: draftParams,
        response: { 200: sampledDraftSchema, 304: notModified },
      },
      config: { admit: 'orders.read' },
    },
    async (request, reply) => {
      const { tenantId, tenantKind } = principalOf(request)
      const view = await inTenant(ports.database, tenantId, async (transaction) => {
        const draft = accepted(await readListDraft(transaction, request.params.id))
        const samples = await readSamples(transaction, draft)
        return { ...listDraftView(draft, tenantKind), samples }
      })
      return hasPresent(request, reply, view.version) ? reply.code(304).send(null) : view
    },
  )
}

const readRows: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/list-drafts/:id/rows',
    {
      schema: {
        tags,
        summary: 'Read rows of a table of orders with what is wrong with them',
        params: draftParams,
        querystring: Type.Object({
          state: Type.Optional(oneOf(draftRowStates, 'only rows that are so far')),
          after: Type.Optional(Type.Integer({ minimum: 0, description: 'row that is known' })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(listDraftRowSchema),
            next: Type.Optional(
              Type.Integer({ description: 'row after which the next page begins' }),
            ),
          }),
        },
      },
      config: { admit: 'orders.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const { limit = 200, ...others } = request.query
      const rows = await inTenant(ports.database, tenantId, async (transaction) => {
        const { draftId } = accepted(await readListDraft(transaction, request.params.id))
        return readDraftRows(transaction, { draftId, limit, ...others })
      })
      const items = rows.slice(0, limit).map(listDraftRowView)
      const last = items.at(-1)
      return { items, ...(rows.length > limit && last && { next: last.row }) }
    },
  )
}

const change: ApiRoutes = (server, ports) => {
  const compositionOf = listCompositions(ports)
  server.patch(
    '/v1/list-drafts/:id',
    {
      bodyLimit: CHANGE_BYTES_MAX,
      schema: {
        tags,
        summary: 'Map a table of orders, fill its columns, mend its cells',
        description:
          'What it touches is checked anew. The mapping is remembered for the same headings.',
        params: draftParams,
        body: changeSchema,
        response: { 200: listDraftSchema },
      },
      config: { admit: 'orders.create' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const context = changeContextOf(request, ports)
      const { tenantKind } = principalOf(request)
      const input = { draftId: request.params.id, version, ...request.body }
      const composition = compositionOf(tenantKind)
      const draft = await inTenant(ports.database, context.tenantId, async (transaction) =>
        accepted(await changeListDraft(transaction, input, composition, context)),
      )
      reply.header('etag', entityTag(draft.version))
      return listDraftView(draft, tenantKind)
    },
  )
}

const take: ApiRoutes = (server, ports) => {
  const compositionOf = listCompositions(ports)
  server.post(
    '/v1/list-drafts/:id/orders',
    {
      schema: {
        tags,
        summary: 'Take orders of the table that are without fault',
        description:
          'From the top, each whole or not at all; repeat it until none is ready. Orders of a ' +
          'shop or marketplace open their cases. Rows that were taken are emptied of names.',
        params: draftParams,
        body: Type.Object(
          {
            limit: Type.Optional(
              Type.Integer({ minimum: 1, maximum: 200, description: 'orders, 50 unless stated' }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 201: takenSchema },
      },
      config: { admit: 'orders.create' },
    },
    (request, reply) => {
      const { tenantKind } = principalOf(request)
      return changeOnce<TakenOrdersView>(
        { request, reply, ports },
        async (transaction, context) => {
          const wanted = {
            draftId: request.params.id,
            limit: request.body.limit ?? 50,
            fulfilment: tenantKind === 'purchasing-agent' ? 'warehouse' : 'direct',
          } as const
          const taking = { composition: compositionOf(tenantKind), context }
          const taken = accepted(await takeOrders(ports.clearance, transaction, wanted, taking))
          const orders = taken.orders.map((order) => ({
            ...order,
            links: {
              order: `/v1/orders/${order.orderId}`,
              ...(order.caseId !== undefined && { case: `/v1/cases/${order.caseId}` }),
            },
          }))
          const draft = listDraftView(taken.draft, tenantKind)
          return { status: 201, body: { orders, refused: taken.refused, draft } }
        },
      )
    },
  )
}

const discard: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/list-drafts/:id',
    {
      schema: {
        tags,
        summary: 'Discard a table of orders',
        description: 'Orders that were taken from it stay.',
        params: draftParams,
        response: { 204: Type.Null() },
      },
      config: { admit: 'orders.create' },
    },
    async (request, reply) => {
      const { tenantId } = principalOf(request)
      await inTenant(ports.database, tenantId, async (transaction) =>
        accepted(await discardListDraft(transaction, request.params.id)),
      )
      return reply.code(204).send(null)
    },
  )
}

/** Tables of orders on their way in: mapped, mended in place, and taken order by order. */
export const listDraftRoutes = together(handIn, listAll, readOne, readRows, change, take, discard)
