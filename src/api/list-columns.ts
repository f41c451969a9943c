import { Type, type Static } from 'typebox'

import { listFormatOf, listTemplate, type CellForm } from '../agents/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'

const tags = ['orders in tables']

const cellForms = [
  'text',
  'decimal',
  'integer',
  'date',
  'country',
  'commodity-code',
  'yes-no',
  'money',
  'words',
] as const

const columnSchema = Type.Object({
  name: Type.String({ description: 'the English heading' }),
  zh: Type.String({ description: 'the Chinese heading' }),
  scope: oneOf(
    ['list', 'order', 'line'],
    'for what it is stated: once for all orders, once for an order, or for each line',
  ),
  form: oneOf(cellForms, 'how its cells are read'),
  words: Type.Optional(
    Type.Array(Type.Object({ word: Type.String(), zh: Type.String() }), {
      description: 'the words that its cells may hold',
    }),
  ),
  required: Type.Boolean({ description: 'no order can be read without it' }),
})

/** A column as the interface describes it. */
export type ListColumnView = Immutable<Static<typeof columnSchema>>

/** The form of cells; words come with what they are called in Chinese. */
function formOf(form: CellForm) {
  if (typeof form === 'string') return { form }
  const words = Object.entries(form.words).map(([word, [zh = word]]) => ({ word, zh }))
  return { form: 'words', words } as const
}

const readColumns: ApiRoutes = (server) => {
  server.get(
    '/v1/list-drafts/columns',
    {
      schema: {
        tags,
        summary: 'List the columns that a table of orders may have',
        response: { 200: Type.Object({ items: Type.Array(columnSchema) }) },
      },
      config: { admit: 'orders.read' },
    },
    (request) => {
      const { columns, required } = listFormatOf(principalOf(request).tenantKind)
      const needed = new Set(required)
      const items = columns.map(({ name, zh, scope, form }) => ({
        ...{ name, zh, scope, required: needed.has(name) },
        ...formOf(form),
      }))
      return { items }
    },
  )
}

const readTemplate: ApiRoutes = (server) => {
  server.get(
    '/v1/list-drafts/template',
    {
      schema: {
        tags,
        summary: 'Read the headings of a table of orders as CSV',
        querystring: Type.Object({
          language: Type.Optional(
            oneOf(['en', 'zh'], 'language of the headings, en unless stated'),
          ),
        }),
        produces: ['text/csv'],
      },
      config: { admit: 'orders.read' },
    },
    (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="orders.csv"')
        .send(
          listTemplate(
            listFormatOf(principalOf(request).tenantKind),
            request.query.language ?? 'en',
          ),
        ),
  )
}

/** What a table of orders may state. */
export const listColumnRoutes = together(readColumns, readTemplate)
