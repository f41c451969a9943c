import type { FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'

import {
  findingsTable,
  importPurchaseList,
  listImportedLists,
  PURCHASE_LIST_BYTES_MAX,
  purchaseListColumns,
  purchaseListTemplate,
  readImportedList,
  type ImportedList,
} from '../agents/index.ts'
import { checkedReader } from '../customs/checked-reader.ts'
import type { Immutable } from '../customs/immutable.ts'
import { orderReader } from '../customs/order/read-order.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import { sha256Hex } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { accepted, refuse } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes, type ApiServer } from './http/route.ts'
import { idOf, instant, link } from './http/schema.ts'
import { readUploadedFile } from './http/uploaded-file.ts'

const listSummary = {
  id: Type.String(),
  name: Type.String(),
  rowsTotal: Type.Integer({ description: 'rows below the headings that are not empty' }),
  rowsAccepted: Type.Integer({ description: 'rows whose orders are on file' }),
  createdAt: instant,
}

const findingSchema = Type.Object({
  row: Type.Integer({ description: 'as a spreadsheet counts, the headings are row 1' }),
  column: Type.Optional(Type.String()),
  orderReference: Type.Optional(Type.String()),
  code: Type.String({ description: 'kind of failure' }),
  message: Type.String({ description: 'what is wrong' }),
  mend: Type.Optional(Type.String({ description: 'what to do about it' })),
})

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
    findings: Type.Array(findingSchema),
    unknownHeadings: Type.Array(Type.String()),
    links: Type.Object({ findings: link }),
  },
  { description: 'what became of a purchase list' },
)

type List = Immutable<Static<typeof listSchema>>

const listParams = Type.Object({ id: idOf('the list') })

const nameSchema = Type.Object({ name: text(120, 'name of the list, such as that of its file') })
const readName = checkedReader<Static<typeof nameSchema>>(nameSchema)

const uploadDescription = [
  'One row for each line of an order, with the file as the body (`text/csv`) and its name as `name`,',
  'or as the field `file` of a form. UTF-8, UTF-16 or GB18030; comma, semicolon or tab.',
  'Good orders are taken, each whole or not at all; the findings name row and column of the others.',
  'The same file is taken once. The headings, in English or Chinese:',
  purchaseListColumns.map(({ name, zh }) => `\`${name}\` ${zh}`).join(', '),
].join(' ')

const tags = ['purchasing agents']

const handIn: ApiRoutes = (server, ports) => {
  // The reader of CSV bodies is known within this scope only; elsewhere they are refused as before.
  void server.register((scope: ApiServer, _options, done) => {
    scope.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, parsed) =>
      parsed(null, body),
    )
    addUpload(scope, ports)
    done()
  })
}

const addUpload: ApiRoutes = (server, ports) => {
  const { knownCodes } = ports.clearance.reference
  const composition = { readOrder: orderReader(knownCodes), countries: knownCodes.countries }
  server.post(
    '/v1/purchase-lists',
    {
      bodyLimit: PURCHASE_LIST_BYTES_MAX,
      schema: {
        tags,
        summary: 'Hand in a purchase list',
        description: uploadDescription,
        querystring: Type.Object({ name: Type.Optional(nameSchema.properties.name) }),
        consumes: ['text/csv', 'multipart/form-data'],
        response: { 201: listSchema },
      },
      config: { admit: 'purchase-lists.import' },
    },
    async (request, reply) => {
      const { name, bytes } = await uploadOf(request, request.query.name)
      const content = `${name} ${sha256Hex(bytes)}`
      return changeOnce<List>({ request, reply, ports, content }, async (transaction, context) => {
        const list = accepted(
          await importPurchaseList(transaction, { name, bytes }, composition, context),
        )
        return { status: 201, location: `/v1/purchase-lists/${list.listId}`, body: shownList(list) }
      })
    },
  )
}

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

interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

async function uploadOf(request: FastifyRequest, name: string | undefined): Promise<Upload> {
  if (request.isMultipart()) {
    const { bytes, fileName } = await readUploadedFile(request)
    return { bytes, ...accepted(readName({ name: name ?? fileName })) }
  }
  const { body } = request
  if (!(body instanceof Uint8Array)) return refuse(noList)
  return { bytes: body, ...accepted(readName(name === undefined ? {} : { name })) }
}

const noList = {
  code: 'unsupported-type',
  path: '',
  message: 'The request holds no purchase list.',
  mend: 'Send it as text/csv, or as the field "file" of a form.',
  zh: {
    message: '请求中没有采购清单。',
    mend: '请以 text/csv 发送，或作为表单的 "file" 字段发送。',
  },
} as const

function shownList({ listId: id, ...list }: ImportedList) {
  return { id, ...list, links: { findings: `/v1/purchase-lists/${id}/findings.csv` } }
}
