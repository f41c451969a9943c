import { Type } from 'typebox'

import {
  listSetApartGoods,
  setApartOutcomes,
  setApartStates,
  settleSetApartGoods,
} from '../agents/index.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { accepted } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf } from './http/schema.ts'
import { setApartSchema, setApartView, type SetApartView } from './views/set-apart-view.ts'

const settlementSchema = Type.Object(
  {
    outcome: oneOf(setApartOutcomes, 'how the pieces left the warehouse'),
    reason: text(512, 'why, for those who read the record'),
  },
  { additionalProperties: false },
)

const tags = ['purchasing agents']

const listAll: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/set-apart-goods',
    {
      schema: {
        tags,
        summary: 'List the goods that are kept apart, the newest first',
        querystring: Type.Object({
          ...pageQuery,
          state: Type.Optional(oneOf(setApartStates, 'where the pieces are')),
        }),
        response: { 200: pageOf(setApartSchema) },
      },
      config: { admit: 'warehouse.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { tenantId } = principalOf(request)
      const goods = await inTenant(ports.database, tenantId, (transaction) =>
        listSetApartGoods(transaction, page, request.query.state),
      )
      return toPage(goods.map(setApartView), page, (item) => item)
    },
  )
}

const settle: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/set-apart-goods/:id/settlement',
    {
      schema: {
        tags,
        summary: 'Record how goods that were kept apart left the warehouse',
        description: 'They are never shipped with an order: nobody has bought them.',
        params: Type.Object({ id: idOf('the goods') }),
        body: settlementSchema,
        response: { 200: setApartSchema },
      },
      config: { admit: 'warehouse.decide' },
    },
    (request, reply) =>
      changeOnce<SetApartView>({ request, reply, ports }, async (transaction, context) => {
        const settlement = { setApartId: request.params.id, ...request.body }
        const settled = accepted(await settleSetApartGoods(transaction, settlement, context))
        return { status: 200, body: setApartView(settled) }
      }),
  )
}

/** Surplus, damaged and wrong goods in the agent's warehouse. */
export const setApartGoodsRoutes = together(listAll, settle)
