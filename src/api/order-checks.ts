import { Type, type Static } from 'typebox'

import { orderCheckAhead, type OrderAhead } from '../clearance/preparation/check-order-ahead.ts'
import { readTrader } from '../clearance/store/trader.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { nextTurn } from '../platform/next-turn.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { requiredDocumentSchema } from './required-documents.ts'
import { quoteSchema } from './views/quote-view.ts'

const ORDERS_MAX = 500
/** So many orders of a few lines each; a check keeps nothing. */
const BODY_LIMIT_BYTES = 4 * 1024 * 1024

const text = Type.Object({ en: Type.String(), zh: Type.Optional(Type.String()) })

const findingSchema = Type.Object({
  severity: oneOf(
    ['refused', 'needed-later', 'warning'],
    'refused: the order would not be taken; needed-later: its goods cannot be declared without it; ' +
      'warning: customs may ask about it',
  ),
  code: Type.String({ description: 'kind of finding' }),
  path: Type.String({ description: 'JSON Pointer into the order' }),
  message: text,
  mend: Type.Optional(text),
  law: Type.Optional(Type.String()),
})

const checkedOrderSchema = Type.Object({
  findings: Type.Array(findingSchema),
  quote: Type.Optional(quoteSchema),
  requiredDocuments: Type.Optional(Type.Array(requiredDocumentSchema)),
})

/** What can be told of an order before it is handed in. */
export type CheckedOrderView = Immutable<Static<typeof checkedOrderSchema>>

/** What is wrong with orders, and what they would cost, before they are handed in. */
export const orderCheckRoutes: ApiRoutes = (server, ports) => {
  const { reference } = ports.clearance
  const check = orderCheckAhead(reference)
  server.post(
    '/v1/order-checks',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        tags: ['orders'],
        summary: 'Check orders without handing them in',
        description:
          'The orders need not be complete: what is missing is what is found. Each goes through the ' +
          'preparation that its case would go through. The quote is there as soon as the facts are ' +
          'that decide it; names may still be missing. Nothing is kept.',
        body: Type.Object(
          {
            orders: Type.Array(Type.Unknown({ description: 'an order, complete or not' }), {
              minItems: 1,
              maxItems: ORDERS_MAX,
            }),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            items: Type.Array(checkedOrderSchema, { description: 'in the sequence of the orders' }),
          }),
        },
      },
      config: { admit: 'quotes.make', changes: 'nothing' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const { profile } = await inTenant(ports.database, tenantId, readTrader)
      const on = dateInLondon(ports.clock.now())
      const items = []
      for (const order of request.body.orders) {
        items.push(shown(check(order, { profile, on })))
        await nextTurn()
      }
      return { items }
    },
  )
}

function shown({ findings, quote, requiredDocuments }: OrderAhead) {
  return {
    findings,
    ...(quote && { quote }),
    ...(requiredDocuments && { requiredDocuments }),
  }
}
