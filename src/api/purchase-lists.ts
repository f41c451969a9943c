import { Type, type Static } from 'typebox'

import {
  findingsTable,
  importPurchaseList,
  listComposition,
  listImportedLists,
  PURCHASE_LIST_BYTES_MAX,
  purchaseListColumns,
  purchaseListFormat,
  purchaseListTemplate,
  readImportedList,
  type ImportedList,
} from '../agents/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { sha256Hex } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { csvTypes, csvUploadOf, tableName, takingCsv } from './http/csv-upload.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { accepted } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant, link } from './http/schema.ts'
import { listFindingSchema } from './views/list-finding-schema.ts'

const listSummary = {
  id: Type.String(),
  name: Type.String(),
  rowsTotal: Type.Integer({ description: 'rows below the headings that are not empty' }),
  rowsAccepted: Type.Integer({ description: 'rows whose orders are on file' }),
  createdAt: instant,
}

const listSchema = Type.Object(
  {
    ...listSummary,
    orders: Type.Array(
      Type.Object({
        orderId: Type.String(),
        reference: Type.String(),
        rows: Type.Array(Type.Integer()),
      }),
    ),
    findings: Type.Array(listFindingSchema),
    unknownHeadings: Type.Array(Type.String()),
    links: Type.Object({ findings: link }),
  },
  { description: 'what became of a purchase list' },
)

type List = Immutable<Static<typeof listSchema>>

const listParams = Type.Object({ id: idOf('the list') })

const uploadDescription = [
  'One row for each line of an order, with the file as the body (`text/csv`) and its name as `name`,',
  'or as the field `file` of a form. UTF-8, UTF-16 or GB18030; comma, semicolon or tab.',
  'Good orders are taken, each whole or not at all; the findings name row and column of the others.',
  'The same file is taken once. The headings, in English or Chinese:',
  purchaseListColumns.map(({ name, zh }) => `\`${name}\` ${zh}`).join(', '),
].join(' ')

const tags = ['purchasing agents']

const handIn = takingCsv((server, ports) => {
  const composition = listComposition(ports.clearance.reference, purchaseListFormat)
  server.post(
    '/v1/purchase-lists',
    {
      bodyLimit: PURCHASE_LIST_BYTES_MAX,
      schema: {
        tags,
        summary: 'Hand in a purchase list',
        description: uploadDescription,
        querystring: Type.Object({ name: Type.Optional(tableName) }),
        consumes: csvTypes,
        response: { 201: listSchema },
      },
      config: { admit: 'purchase-lists.import' },
    },
    async (request, reply) => {
      const { name, bytes } = await csvUploadOf(request, request.query.name)
      const content = `${name} ${sha256Hex(bytes)}`
      return changeOnce<List>({ request, reply, ports, content }, async (transaction, context) => {
        const list = accepted(
          await importPurchaseList(transaction, { name, bytes }, composition, context),
        )
        return { status: 201, location: `/v1/purchase-lists/${list.listId}`, body: shownList(list) }
      })
    },
  )
})

const listLists: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/purchase-lists',
    {
      schema: {
        tags,
        summary: 'List the purchase lists, the newest first',
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(Type.Object(listSummary)) },
      },
      config: { admit: 'purchase-lists.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { tenantId } = principalOf(request)
      const lists = await inTenant(ports.database, tenantId, (transaction) =>
        listImportedLists(transaction, page),
      )
      const rows = lists.map((list) => ({ ...list, id: list.listId }))
      return toPage(rows, page, ({ id, name, rowsTotal, rowsAccepted, createdAt }) => ({
        ...{ id, name, rowsTotal, rowsAccepted, createdAt },
      }))
    },
  )
}

const readTemplate: ApiRoutes = (server) => {
  server.get(
    '/v1/purchase-lists/template',
    {
      schema: {
        tags,
        summary: 'Read the headings of a purchase list as CSV',
        querystring: Type.Object({
          language: Type.Optional(
            oneOf(['en', 'zh'], 'language of the headings, en unless stated'),
          ),
        }),
        produces: ['text/csv'],
      },
      config: { admit: 'purchase-lists.read' },
    },
    (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="purchase-list.csv"')
        .send(purchaseListTemplate(request.query.language ?? 'en')),
  )
}

const readList: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/purchase-lists/:id',
    {
      schema: {
        tags,
        summary: 'Read what became of a purchase list',
        params: listParams,
        response: { 200: listSchema },
      },
      config: { admit: 'purchase-lists.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      return inTenant(ports.database, tenantId, async (transaction) =>
        shownList(accepted(await readImportedList(transaction, request.params.id))),
      )
    },
  )
}

const readFindings: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/purchase-lists/:id/findings.csv',
    {
      schema: {
        tags,
        summary: 'Read what is wrong with a purchase list as CSV',
        params: listParams,
        produces: ['text/csv'],
      },
      config: { admit: 'purchase-lists.read' },
    },
    async (request, reply) => {
      const { tenantId } = principalOf(request)
      const { findings } = await inTenant(ports.database, tenantId, async (transaction) =>
        accepted(await readImportedList(transaction, request.params.id)),
      )
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="findings.csv"')
        .send(findingsTable(findings))
    },
  )
}

/** Purchase lists of agents: many buyers' orders in one table. */
export const purchaseListRoutes = together(handIn, listLists, readTemplate, readList, readFindings)

function shownList({ listId: id, ...list }: ImportedList) {
  return { id, ...list, links: { findings: `/v1/purchase-lists/${id}/findings.csv` } }
}
