import { Type, type Static } from 'typebox'

import { divideOrder, settleShortage, warehouseChoices } from '../agents/index.ts'
import { cancelOrder } from '../clearance/commands/cancel-order.ts'
import type { ChangedOrder } from '../clearance/orders/change-orders.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import { changeOnce } from './http/change-once.ts'
import { accepted } from './http/refusal.ts'
import { together, type ApiRoutes } from './http/route.ts'
import { idOf, link } from './http/schema.ts'
import { receivedPackages } from './warehouse-receipts.ts'

const orderParams = Type.Object({ id: idOf('the order') })

const reason = text(512, 'why, for those who read the record')

const steppedSchema = Type.Object(
  {
    orderId: Type.String(),
    reference: Type.String(),
    state: Type.String({ description: 'how far the order has come' }),
    links: Type.Object({ order: link }),
  },
  { description: 'the order after the step' },
)

type SteppedOrder = Immutable<Static<typeof steppedSchema>>

const cancel: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/orders/:id/cancel',
    {
      schema: {
        tags: ['orders'],
        summary: 'Cancel an order whose goods have not been consigned',
        description: 'Once it is consigned the refusal names what to do with its case instead.',
        params: orderParams,
        body: Type.Object({ reason }, { additionalProperties: false }),
        response: { 200: steppedSchema },
      },
      config: { admit: 'orders.cancel' },
    },
    (request, reply) =>
      changeOnce<SteppedOrder>({ request, reply, ports }, async (transaction, context) => {
        const input = { orderId: request.params.id, reason: request.body.reason }
        const cancelled = accepted(await cancelOrder(transaction, input, context))
        return { status: 200, body: shown(cancelled) }
      }),
  )
}

const decide: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/orders/:id/warehouse-decision',
    {
      schema: {
        tags: ['purchasing agents'],
        summary: 'Decide about goods that did not come as ordered',
        description:
          'wait: the rest is expected. ship-what-came: papers, quote and declaration follow the ' +
          'received quantity. send-back: what came goes back to where it was bought.',
        params: orderParams,
        body: Type.Object(
          { choice: oneOf(warehouseChoices, 'what becomes of the goods'), reason },
          { additionalProperties: false },
        ),
        response: { 200: steppedSchema },
      },
      config: { admit: 'warehouse.decide' },
    },
    (request, reply) =>
      changeOnce<SteppedOrder>({ request, reply, ports }, async (transaction, context) => {
        const input = { orderId: request.params.id, ...request.body }
        const decided = accepted(await settleShortage(transaction, input, context))
        return { status: 200, body: shown(decided) }
      }),
  )
}

const divisionSchema = Type.Object(
  {
    parts: Type.Array(
      Type.Object(
        {
          lines: Type.Array(
            Type.Object(
              {
                lineNumber: Type.Integer({ minimum: 1, maximum: 99 }),
                quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
              },
              { additionalProperties: false },
            ),
            { minItems: 1, maxItems: 99, description: 'pieces of the part' },
          ),
          packages: Type.Array(receivedPackages, { minItems: 1, maxItems: 50 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 2, maxItems: 9, description: 'each received piece is in one of them' },
    ),
  },
  { additionalProperties: false },
)

const dividedSchema = Type.Object({
  orders: Type.Array(
    Type.Object({
      orderId: Type.String(),
      reference: Type.String(),
      links: Type.Object({ order: link }),
    }),
    { description: 'the parts, which are orders of their own from now on' },
  ),
})

const divide: ApiRoutes = (server, ports) => {
  const { names } = ports.clearance.reference
  server.post(
    '/v1/orders/:id/division',
    {
      schema: {
        tags: ['purchasing agents'],
        summary: 'Divide the goods of an order over several parcels',
        description:
          'Each part becomes an order in the warehouse, with its share of weights, freight and fee; ' +
          'the order itself ends as divided.',
        params: orderParams,
        body: divisionSchema,
        response: { 201: dividedSchema },
      },
      config: { admit: 'warehouse.decide' },
    },
    (request, reply) =>
      changeOnce<Immutable<Static<typeof dividedSchema>>>(
        { request, reply, ports },
        async (transaction, context) => {
          const division = { orderId: request.params.id, ...request.body }
          const parts = accepted(await divideOrder(names, transaction, division, context))
          const orders = parts.map(({ orderId, reference }) => ({
            ...{ orderId, reference },
            links: { order: `/v1/orders/${orderId}` },
          }))
          return { status: 201, body: { orders } }
        },
      ),
  )
}

/** The steps of an order that a person decides, before its goods travel. */
export const orderStepRoutes = together(cancel, decide, divide)

function shown({ id: orderId, reference, state }: ChangedOrder): SteppedOrder {
  return { orderId, reference, state, links: { order: `/v1/orders/${orderId}` } }
}
