import { Type, type Static } from 'typebox'

import { suggestGoods } from '../clearance/orders/suggest-goods.ts'
import { suggestParties, type SuggestedRole } from '../clearance/orders/suggest-parties.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../customs/calendar/local-date.ts'
import type { Immutable } from '../customs/immutable.ts'
import { orderLineSchema } from '../customs/order/order.ts'
import { partySchema } from '../customs/order/party.ts'
import { searchTariff } from '../customs/goods-search/search-tariff.ts'
import type { LandedCostBook } from '../customs/landed-cost/landed-cost-book.ts'
import { ratesOnDay } from '../customs/tariff-enquiry/rates-on-day.ts'
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
  duty: Type.Optional(
    Type.String({ description: 'rate for goods of third countries, where it is one rate' }),
  ),
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
      return { items: suggestedCodes(ports.quoting.book, request.query.q ?? '', on) }
    },
  )
}

/** Declarable codes of the British tariff, which is the one that orders are declared by. */
function suggestedCodes(
  book: LandedCostBook,
  wanted: string,
  on: LocalDate,
): readonly SuggestedCodeView[] {
  const found = searchTariff(book, { country: 'GB', query: wanted, on, limit: CODES_MAX })
  if (!found.ok) return []
  return found.value.items
    .filter(({ isDeclarable }) => isDeclarable)
    .map(({ code, name: { en = code, zh = en } }) => {
      const duty = thirdCountryDuty(book, code, on)
      return { commodityCode: code, name: { en, zh }, ...(duty !== undefined && { duty }) }
    })
}

/** No agreement and no trade remedy speaks of goods of the country itself. */
function thirdCountryDuty(book: LandedCostBook, code: string, on: LocalDate): string | undefined {
  const rates = ratesOnDay(book, { country: 'GB', origin: 'GB', code, on })
  if (!rates.ok) return undefined
  const [thirdCountry] = rates.value.options
  return thirdCountry?.duties.find(({ kind }) => kind === 'customs-duty')?.rate
}

/** What can be suggested while an order is typed: the tenant's own earlier facts, and the tariff. */
export const suggestionRoutes = together(
  partySuggestions('sellers', 'seller'),
  partySuggestions('buyers', 'buyer'),
  goodsSuggestions,
  codeSuggestions,
)
