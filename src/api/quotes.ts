import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'

import { quoteOrder } from '../clearance/quote-order.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import { isLocalDate, type LocalDate } from '../customs/calendar/local-date.ts'
import { isSale } from '../customs/landed-cost/is-sale.ts'
import { quoteRequestSchema } from '../customs/landed-cost/quote-request.ts'
import { checkOrder } from '../customs/order/check-order.ts'
import { orderSchema, type Order } from '../customs/order/order.ts'
import { localDate } from '../customs/order/schema.ts'
import { noSuchDay } from '../customs/order/unknown-codes.ts'
import type { Quote } from '../customs/quote/quote.ts'
import { resultOf } from '../customs/result.ts'
import { sha256Hex } from '../platform/ids.ts'
import { AnswersToSales } from './answers-to-sales.ts'
import type { ApiPorts } from './api-ports.ts'
import { asWritten } from './http/as-written.ts'
import { BodiesReadBefore } from './http/bodies-read-before.ts'
import { accepted, refuse } from './http/refusal.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { validationOfBody } from './http/validation.ts'
import { quotedSaleSchema } from './views/landed-cost-view.ts'
import { quoteSchema } from './views/quote-view.ts'

const answeredQuoteSchema = Type.Object(
  {
    id: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the order, the day and the data that the quote was made from',
    }),
    ...quoteSchema.properties,
  },
  { title: 'QuotedOrder', description: 'what clearing an order costs on a day, and why' },
)

/** What clearing an order, or a sale to any destination, would cost. */
export const quoteRoutes: ApiRoutes = (server, ports) => {
  const answers = new AnswersToSales()
  // An order has names and addresses, and its own reference: it does not come twice.
  const bodies = new BodiesReadBefore(isSale)
  server.post(
    '/v1/quotes',
    {
      schema: {
        tags: ['quotes'],
        summary: 'Quote a sale to any destination, or an order',
        description:
          'A body with `destination` is a sale: it is answered with all duties, taxes and fees at ' +
          'the door, or with the least and the most where a code is too short. Any other body is an ' +
          'order, whose clearance is quoted. The day is `on` of the sale, else `on` of the query, ' +
          'else today in London. A sale is quoted with the tables of fees of the tenant. Nothing is ' +
          'stored: the same question on the same day to the same data gives the same answer.',
        querystring: Type.Object({ on: Type.Optional(localDate) }),
        body: Type.Union([quoteRequestSchema, orderSchema]),
        response: { 200: Type.Union([quotedSaleSchema, answeredQuoteSchema]) },
      },
      config: { admit: 'quotes.make', changes: 'nothing', bodies },
      validatorCompiler: bodies.checkedOnce(
        validationOfBody((body) => (isSale(body) ? quoteRequestSchema : orderSchema)),
      ),
      serializerCompiler: asWritten,
    },
    async (request, reply) => {
      const { body, query } = request
      const on = query.on ?? dateInLondon(ports.clock.now())
      if (!isLocalDate(on)) refuse(noSuchDay('/on', on))
      if (!isSale(body)) return answerToOrder(body, on, ports)
      const ownFees = await ports.ownFees.of(principalOf(request).tenantId)
      const answer = answers.from(ports.quoting.book, { sale: body, on, ownFees })
      return sendJson(reply, answer)
    },
  )
}

/** Sends an answer that is JSON already. */
function sendJson(reply: FastifyReply, bytes: Buffer): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(bytes)
}

function answerToOrder(body: Order, on: LocalDate, { clearance: { reference } }: ApiPorts) {
  const order = accepted(resultOf(checkOrder(body, reference.knownCodes), () => body))
  const quote = accepted(quoteOrder(order, on, reference))
  return { id: idOf(order, quote), ...quote }
}

/** The same question to the same data has the same id, so an answer can be told from a later one. */
function idOf(order: Order, { on, inputs }: Quote): string {
  return sha256Hex(JSON.stringify([order, on, inputs]))
}
