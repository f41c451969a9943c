import { Type, type Static } from 'typebox'

import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import {
  deliveryOf,
  listDeliveries,
  milestones,
  readDelivery,
  replayDelivery,
  threadNewsTypes,
  type Delivery,
} from '../tracking/index.ts'
import { changeOnce } from './http/change-once.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { accepted } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { bilingualText, idOf, instant } from './http/schema.ts'

const deliveryState = oneOf(
  ['due', 'delivered', 'dead'],
  'due: another attempt follows. dead: all attempts failed; it can be replayed',
)

const deliverySchema = Type.Object(
  {
    id: Type.String({ description: 'the webhook-id or Message-ID that the receiver sees' }),
    kind: oneOf(['webhook', 'email'], 'by which way'),
    type: Type.String({ description: 'the type of the message, such as goods.released' }),
    title: Type.Optional({
      ...bilingualText,
      description: 'what it tells of, in words; absent from a trial of an endpoint',
    }),
    caseId: Type.Optional(Type.String()),
    endpointId: Type.Optional(Type.String()),
    state: deliveryState,
    attempts: Type.Integer(),
    dueAt: Type.Optional(instant),
    lastError: Type.Optional(Type.String({ description: 'why the latest attempt failed' })),
    createdAt: instant,
    deliveredAt: Type.Optional(instant),
  },
  { description: 'a message to a system or a person, and what became of it' },
)

/** What became of a message to a system or a person. */
export type DeliveryView = Immutable<Static<typeof deliverySchema>>

const deliveryParams = Type.Object({ id: idOf('the delivery') })

const tags = ['webhooks']

const listAll: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/deliveries',
    {
      schema: {
        tags,
        summary: 'List deliveries, the newest first',
        querystring: Type.Object({
          ...pageQuery,
          state: Type.Optional(deliveryState),
          endpointId: Type.Optional(idOf('the endpoint whose deliveries are wanted')),
        }),
        response: { 200: pageOf(deliverySchema) },
      },
      config: { admit: 'webhooks.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { state, endpointId } = request.query
      const filter = { ...page, ...(state && { state }), ...(endpointId && { endpointId }) }
      const { tenantId } = principalOf(request)
      const rows = await inTenant(ports.database, tenantId, (transaction) =>
        listDeliveries(transaction, filter),
      )
      return toPage(rows, page, (row) => shownDelivery(deliveryOf(row)))
    },
  )
}

const readOne: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/deliveries/:id',
    {
      schema: {
        tags,
        summary: 'Read what became of a delivery',
        params: deliveryParams,
        response: { 200: deliverySchema },
      },
      config: { admit: 'webhooks.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const delivery = await inTenant(ports.database, tenantId, async (transaction) =>
        accepted(await readDelivery(transaction, request.params.id)),
      )
      return shownDelivery(delivery)
    },
  )
}

const replay: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/deliveries/:id/replay',
    {
      schema: {
        tags,
        summary: 'Try a dead delivery again from the start',
        params: deliveryParams,
        response: { 202: deliverySchema },
      },
      config: { admit: 'webhooks.manage' },
    },
    (request, reply) =>
      changeOnce<DeliveryView>({ request, reply, ports }, async (transaction, context) => {
        const delivery = accepted(await replayDelivery(transaction, request.params.id, context))
        return { status: 202, body: shownDelivery(delivery) }
      }),
  )
}

/** What was told to systems and people, and what could not be. */
export const deliveryRoutes = together(listAll, readOne, replay)

function shownDelivery({ deliveryId: id, ...delivery }: Delivery) {
  const milestone = [...milestones, ...threadNewsTypes].find(({ type }) => type === delivery.type)
  return { id, ...delivery, ...(milestone && { title: milestone.title }) }
}
