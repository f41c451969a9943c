import { Type } from 'typebox'

import { quoteOrder } from '../clearance/quote-order.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import { isLocalDate } from '../customs/calendar/local-date.ts'
import { checkOrder } from '../customs/order/check-order.ts'
import { orderSchema } from '../customs/order/order.ts'
import { localDate } from '../customs/order/schema.ts'
import { resultOf, type Failure } from '../customs/result.ts'
import { accepted, refuse } from './http/refusal.ts'
import type { ApiRoutes } from './http/route.ts'
import { quoteSchema, quoteView } from './views/quote-view.ts'

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
        response: { 200: quoteSchema },
      },
      config: { admit: 'quotes.make', changes: 'nothing' },
    },
    (request) => {
      const order = accepted(
        resultOf(checkOrder(request.body, reference.knownCodes), () => request.body),
      )
      const on = request.query.on ?? dateInLondon(clock.now())
      if (!isLocalDate(on)) refuse(noSuchDay(on))
      return quoteView(accepted(quoteOrder(order, on, reference)))
    },
  )
}

function noSuchDay(day: string): Failure {
  return {
    code: 'invalid-input',
    path: '/on',
    message: `There is no day ${day}.`,
    mend: 'Use an existing day in the form YYYY-MM-DD.',
  }
}
