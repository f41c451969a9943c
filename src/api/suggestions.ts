import { Type, type Static } from 'typebox'

import { suggestGoods } from '../clearance/orders/suggest-goods.ts'
import { suggestParties, type SuggestedRole } from '../clearance/orders/suggest-parties.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { Immutable } from '../customs/immutable.ts'
import { orderLineSchema } from '../customs/order/order.ts'
import { partySchema } from '../customs/order/party.ts'
import { dutyText } from '../customs/duty/duty-text.ts'
import { searchGoods } from '../customs/tariff/search-goods.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { bilingualText } from './http/schema.ts'

const CODES_MAX = 12

const tags = ['orders']

const query = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100, description: 'what it has to contain' })),
})

const suggestedGoodsSchema = Type.Object({
  line: orderLineSchema,
  seller: Type.String({ description: 'of whom they were bought' }),
  orderId: Type.String({ description: 'the order that stated them last' }),
})

/** Goods as they were ordered before. */
export type SuggestedGoodsView = Immutable<Static<typeof suggestedGoodsSchema>>

const suggestedCodeSchema = Type.Object({
  commodityCode: Type.String(),
  name: bilingualText,
  duty: Type.String({ description: 'rate for goods of third countries' }),
})

/** A commodity code of the tariff. */
export type SuggestedCodeView = Immutable<Static<typeof suggestedCodeSchema>>

function partySuggestions(resource: string, role: SuggestedRole): ApiRoutes {
  return (server, ports) => {
    server.get(
      `/v1/suggestions/${resource}`,
      {
        schema: {
          tags,
          summary: `Suggest ${resource} of earlier orders`,
          querystring: query,
          response: { 200: Type.Object({ items: Type.Array(partySchema) }) },
        },
        config: { admit: 'orders.read' },
      },
      async (request) => {
        const { tenantId } = principalOf(request)
        const items = await inTenant(ports.database, tenantId, (transaction) =>
          suggestParties(transaction, role, request.query.q ?? ''),
        )
        return { items }
      },
    )
  }
}

const goodsSuggestions: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/suggestions/goods',
    {
      schema: {
        tags,
        summary: 'Suggest goods as they were ordered before',
        querystring: query,
        response: {
          200: Type.Object({
            items: Type.Array(suggestedGoodsSchema),
          }),
        },
      },
      config: { admit: 'orders.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const items = await inTenant(ports.database, tenantId, (transaction) =>
        suggestGoods(transaction, request.query.q ?? ''),
      )
      return { items }
    },
  )
}

const codeSuggestions: ApiRoutes = (server, ports) => {
  const { reference } = ports.clearance
  server.get(
    '/v1/suggestions/commodity-codes',
    {
      schema: {
        tags,
        summary: 'Suggest commodity codes of the loaded tariff',
        description: 'By the first digits, or by words of the name in English or Chinese.',
        querystring: query,
        response: {
          200: Type.Object({
            items: Type.Array(suggestedCodeSchema),
          }),
        },
      },
      config: { admit: 'orders.read' },
    },
    (request) => {
      const on = dateInLondon(ports.clock.now())
      const wanted = { query: request.query.q ?? '', on, limit: CODES_MAX }
      const items = searchGoods(reference.tariff, wanted).map(
        ({ commodityCode, name, thirdCountryDuty }) => ({
          ...{ commodityCode, name },
          duty: dutyText(thirdCountryDuty, reference.measurementUnits),
        }),
      )
      return { items }
    },
  )
}

/** What can be suggested while an order is typed: the tenant's own earlier facts, and the tariff. */
export const suggestionRoutes = together(
  partySuggestions('sellers', 'seller'),
  partySuggestions('buyers', 'buyer'),
  goodsSuggestions,
  codeSuggestions,
)
