import { Type, type Static } from 'typebox'

import { listStock, type StockOrder } from '../agents/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { partySchema } from '../customs/order/party.ts'
import { decimalText, money } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { instant } from './http/schema.ts'
import { orderState } from './views/order-summary.ts'
import { receivedPackages } from './warehouse-receipts.ts'

const stockSchema = Type.Object(
  {
    id: Type.String({ description: 'of the order' }),
    reference: Type.String(),
    state: orderState,
    buyer: partySchema,
    seller: Type.String(),
    lines: Type.Array(
      Type.Object({
        lineNumber: Type.Integer(),
        description: Type.String(),
        ordered: Type.Integer({ description: 'number of pieces' }),
        received: Type.Integer({ description: 'pieces that came in good order' }),
        grossWeightKg: decimalText,
      }),
    ),
    grossWeightKg: decimalText,
    value: money,
    packages: Type.Array(receivedPackages),
    photoIds: Type.Array(Type.String()),
    since: instant,
    shipmentId: Type.Optional(
      Type.String({ description: 'the open shipment that it is planned for' }),
    ),
  },
  { description: 'goods of an order that are in the warehouse now' },
)

/** Goods of an order in the warehouse, as the interface shows them. */
export type StockView = Immutable<Static<typeof stockSchema>>

/** What is in the agent's warehouse now. */
export const warehouseStockRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/warehouse/stock',
    {
      schema: {
        tags: ['purchasing agents'],
        summary: 'List the goods in the warehouse by order, the latest order first',
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(stockSchema) },
      },
      config: { admit: 'warehouse.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { tenantId } = principalOf(request)
      const stock = await inTenant(ports.database, tenantId, (transaction) =>
        listStock(transaction, page),
      )
      return toPage(stock.map(shown), page, (order) => order)
    },
  )
}

function shown({ orderId: id, ...goods }: StockOrder) {
  return { id, ...goods }
}
