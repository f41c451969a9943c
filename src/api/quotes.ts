import { Type } from 'typebox'

import { quoteOrder } from '../clearance/quote-order.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import { isLocalDate } from '../customs/calendar/local-date.ts'
import { checkOrder } from '../customs/order/check-order.ts'
import { orderSchema, type Order } from '../customs/order/order.ts'
import { localDate } from '../customs/order/schema.ts'
import type { Quote } from '../customs/quote/quote.ts'
import { resultOf, type Failure } from '../customs/result.ts'
import { sha256Hex } from '../platform/ids.ts'
import { accepted, refuse } from './http/refusal.ts'
import type { ApiRoutes } from './http/route.ts'
import { quoteSchema } from './views/quote-view.ts'

const answeredQuoteSchema = Type.Object(
  {
    id: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the order, the day and the data that the quote was made from',
    }),
    ...quoteSchema.properties,
  },
  { description: 'what clearing an order costs on a day, and why' },
)

/** What clearing an order would cost. */
export const quoteRoutes: ApiRoutes = (server, { clock, clearance }) => {
  const { reference } = clearance

  server.post(
    '/v1/quotes',
    {
      schema: {
        tags: ['quotes'],
        summary: 'Quote an order',
        description: 'Nothing is stored: the same order on the same day gives the same quote.',
        querystring: Type.Object({ on: Type.Optional(localDate) }),
        body: orderSchema,
        response: { 200: answeredQuoteSchema },
      },
      config: { admit: 'quotes.make', changes: 'nothing' },
    },
    (request) => {
      const order = accepted(
        resultOf(checkOrder(request.body, reference.knownCodes), () => request.body),
      )
      const on = request.query.on ?? dateInLondon(clock.now())
      if (!isLocalDate(on)) refuse(noSuchDay(on))
      const quote = accepted(quoteOrder(order, on, reference))
      return { id: idOf(order, quote), ...quote }
    },
  )
}

/** The same question to the same data has the same id, so an answer can be told from a later one. */
function idOf(order: Order, { on, inputs }: Quote): string {
  return sha256Hex(JSON.stringify([order, on, inputs]))
}

function noSuchDay(day: string): Failure {
  return {
    code: 'invalid-input',
    path: '/on',
    message: `There is no day ${day}.`,
    mend: 'Use an existing day in the form YYYY-MM-DD.',
    zh: { message: `不存在日期 ${day}。`, mend: '请按 YYYY-MM-DD 格式填写存在的日期。' },
  }
}
