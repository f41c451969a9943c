import { Type, type Static } from 'typebox'

import { searchTariff } from '../customs/goods-search/search-tariff.ts'
import type { Immutable } from '../customs/immutable.ts'
import { countryCode, localDate, text } from '../customs/order/schema.ts'
import { askedDay } from './http/asked-day.ts'
import { openLimitedTo } from './http/rate-limit.ts'
import { accepted } from './http/refusal.ts'
import type { ApiRoutes } from './http/route.ts'
import { textByLanguage } from './views/text-by-language.ts'

const foundGoodsSchema = Type.Object({
  code: Type.String({ description: 'as many digits as the tariff has for these goods' }),
  name: textByLanguage,
  path: Type.Array(textByLanguage, { description: 'the lines above, the highest first' }),
  isDeclarable: Type.Boolean({
    description: 'whether goods are declared by just this code, or by one below it',
  }),
})

/** Goods of a tariff that a search found. */
export type FoundGoodsView = Immutable<Static<typeof foundGoodsSchema>>

const searchSchema = Type.Object({
  territory: Type.String({ description: 'whose codes these are, such as EU for a member' }),
  edition: Type.Optional(
    Type.String({
      description: 'what was searched; absent where no tariff is loaded: six digits are known then',
    }),
  ),
  items: Type.Array(foundGoodsSchema),
})

/** What a search for goods found, and in what. */
export type TariffSearchView = Immutable<Static<typeof searchSchema>>

const SHOWN_UNLESS_STATED = 20

/** How often an address may search in a minute; a page searches again while its reader types. */
const SEARCHES_PER_MINUTE = 600

/** Goods by their names, with the codes of a destination. */
export const tariffGoodsRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/tariff/goods',
    {
      schema: {
        tags: ['tariff'],
        summary: 'Find goods in the tariff of a destination',
        description:
          'By words in English or Chinese, the best match first, or by the first digits of a code. It finds and does not classify.',
        querystring: Type.Object({
          q: text(200, 'words of a name, or the digits that a code begins with'),
          destination: countryCode,
          on: Type.Optional(localDate),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
        }),
        response: { 200: searchSchema },
      },
      config: openLimitedTo(SEARCHES_PER_MINUTE),
    },
    ({ query }) => {
      const { q, destination: country, limit = SHOWN_UNLESS_STATED } = query
      const on = askedDay(query, ports.clock)
      return accepted(searchTariff(ports.quoting.book, { query: q, country, on, limit }))
    },
  )
}
