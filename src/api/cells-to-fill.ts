import { Type } from 'typebox'

import { cellsToFill, readAllRows, readListDraft } from '../agents/index.ts'
import { oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { accepted } from './http/refusal.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { idOf } from './http/schema.ts'

const CELL_LENGTH_MAX = 2_000

/** The text of a cell. */
export const cellText = Type.String({ maxLength: CELL_LENGTH_MAX })

/** One of our columns. */
export const columnName = Type.String({ maxLength: 64, description: 'name of one of our columns' })

/** One text for a whole column. */
export const fillSchema = Type.Object(
  {
    column: columnName,
    text: cellText,
    rows: oneOf(['all', 'empty', 'flawed'], 'which cells of the column are filled'),
  },
  { additionalProperties: false, description: 'one text for a whole column' },
)

/** What filling a column of a table would change, which is also how it is undone. */
export const cellsToFillRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/list-drafts/:id/columns/:column/cells',
    {
      schema: {
        tags: ['orders in tables'],
        summary: 'Read the cells that filling a column would change',
        description: 'As they stand before it. Sent back as cells, they undo the filling.',
        params: Type.Object({ id: idOf('the draft'), column: columnName }),
        querystring: Type.Object({
          text: Type.Optional(cellText),
          rows: Type.Optional(fillSchema.properties.rows),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(Type.Object({ row: Type.Integer(), text: Type.String() })),
          }),
        },
      },
      config: { admit: 'orders.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const { id, column } = request.params
      const { text = '', rows: filled = 'all' } = request.query
      const items = await inTenant(ports.database, tenantId, async (transaction) => {
        const { draftId, columns } = accepted(await readListDraft(transaction, id))
        const rows = await readAllRows(transaction, draftId)
        return cellsToFill({ columns, rows }, { column, text, rows: filled })
      })
      return { items: [...items] }
    },
  )
}
