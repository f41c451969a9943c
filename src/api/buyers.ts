import { Type, type Static } from 'typebox'

import { listBuyers, readBuyer, readOrderIdsOfBuyer, type Buyer } from '../agents/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { partySchema } from '../customs/order/party.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { billSchema } from './buyers-bills.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { accepted } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant, link, signedMoney } from './http/schema.ts'
import { orderSummary, orderSummaryOf, readOrderRowsOf } from './views/order-summary.ts'

const tags = ['purchasing agents']

const count = (description: string) => Type.Integer({ description })

const buyerFacts = {
  id: Type.String({ description: 'of the first order of this buyer' }),
  party: partySchema,
  orders: Type.Object(
    {
      awaited: count('orders whose goods are awaited'),
      inWarehouse: count('orders whose goods are in the warehouse'),
      shipped: count('orders whose goods have been consigned'),
      givenUp: count('orders that were cancelled or sent back'),
    },
    { description: 'number of orders by how far they have come' },
  ),
  bills: Type.Object({
    expected: count('bills whose sums can still change'),
    final: count('bills that are final'),
    due: Type.Array(signedMoney, { description: 'of all bills together, one amount a currency' }),
  }),
  lastOrderedAt: instant,
}

const buyerSchema = Type.Object(buyerFacts)

/** A buyer as a list shows it. */
export type BuyerView = Immutable<Static<typeof buyerSchema>>

const buyerPageSchema = Type.Object({
  ...buyerFacts,
  orderList: Type.Array(Type.Object(orderSummary), {
    description: 'the latest orders, the newest first',
  }),
  cases: Type.Array(
    Type.Object({
      caseId: Type.String(),
      bill: billSchema,
      links: Type.Object({ case: link, bill: link }),
    }),
  ),
})

/** A buyer with all orders and bills. */
export type BuyerPageView = Immutable<Static<typeof buyerPageSchema>>

const listAll: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/buyers',
    {
      schema: {
        tags,
        summary: 'List the buyers, those who began to order last first',
        description: 'Orders of one name at one address are one buyer.',
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(buyerSchema) },
      },
      config: { admit: 'orders.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { tenantId } = principalOf(request)
      const buyers = await inTenant(ports.database, tenantId, (transaction) =>
        listBuyers(transaction, page),
      )
      return toPage(buyers.map(shown), page, (buyer) => buyer)
    },
  )
}

const readOne: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/buyers/:id',
    {
      schema: {
        tags,
        summary: 'Read a buyer with all orders and bills',
        params: Type.Object({ id: idOf('any order of the buyer') }),
        response: { 200: buyerPageSchema },
      },
      config: { admit: 'orders.read' },
    },
    async (request) => {
      const { id } = request.params
      const { tenantId } = principalOf(request)
      return inTenant(ports.database, tenantId, async (transaction) => {
        const { buyer, cases } = accepted(await readBuyer(transaction, id))
        const rows = await readOrderRowsOf(transaction, await readOrderIdsOfBuyer(transaction, id))
        return {
          ...shown(buyer),
          orderList: rows.map(orderSummaryOf),
          cases: cases.map(({ caseId, bill }) => ({
            ...{ caseId, bill },
            links: { case: `/v1/cases/${caseId}`, bill: `/v1/cases/${caseId}/buyers-bill` },
          })),
        }
      })
    },
  )
}

/** For whom a purchasing agent buys, and how their orders and bills stand. */
export const buyerRoutes = together(listAll, readOne)

function shown({ buyerId: id, ...buyer }: Buyer) {
  return { id, ...buyer }
}
