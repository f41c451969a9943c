import type { FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'

import {
  addToShipment,
  contentsOf,
  listShipments,
  moveToNewShipment,
  openShipment,
  readShipment,
  removeFromShipment,
  splitOpenShipment,
  type SeenShipment,
  type Shipment,
} from '../agents/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { orderSchema } from '../customs/order/order.ts'
import { money, oneOf, text } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { entityTag } from './http/entity-tag.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant, link } from './http/schema.ts'

const ORDERS_MAX = 500

/** What is known of a shipment as a whole. */
export const shipmentFacts = {
  reference: text(30, "the agent's number of the shipment; its consignments are numbered after it"),
  transport: Type.Optional(orderSchema.properties.transport),
  freight: Type.Optional(money),
  insurance: Type.Optional(money),
}

const newShipmentSchema = Type.Object(
  {
    ...shipmentFacts,
    orderIds: Type.Array(idOf('an order'), {
      ...{ minItems: 1, maxItems: ORDERS_MAX, uniqueItems: true },
      description: 'orders whose goods are in the warehouse',
    }),
    alsoFrom: Type.Optional(
      oneOf(
        ['open-shipments'],
        'orders that are in other open shipments leave them; otherwise they are refused',
      ),
    ),
  },
  {
    additionalProperties: false,
    description:
      'Transport, freight and insurance that are stated here hold for the whole: freight and ' +
      'insurance are divided over the buyers by gross weight. Left away, each order states its own.',
  },
)

/** A shipment with its orders. */
export const shipmentSchema = Type.Object(
  {
    id: Type.String(),
    ...shipmentFacts,
    state: oneOf(['open', 'split'], 'an open shipment can still be changed'),
    orderIds: Type.Array(Type.String()),
    createdAt: instant,
    etag: Type.String({
      description:
        'of what is in it; sent as If-Match, it is split or given up only as it was seen',
    }),
  },
  { title: 'Shipment' },
)

/** A shipment as the interface shows it. */
export type ShipmentView = Immutable<Static<typeof shipmentSchema>>

const splitSchema = Type.Object({
  shipment: shipmentSchema,
  cases: Type.Array(
    Type.Object({
      caseId: Type.String(),
      reference: Type.String(),
      orderIds: Type.Array(Type.String()),
      links: Type.Object({ case: link }),
    }),
    { description: 'one case a buyer' },
  ),
})

/** A shipment that was split, with the case of each buyer. */
export type SplitShipmentView = Immutable<Static<typeof splitSchema>>

const shipmentParams = Type.Object({ id: idOf('the shipment') })
const orderInShipment = Type.Object({ ...shipmentParams.properties, orderId: idOf('the order') })

const tags = ['purchasing agents']

const open: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/shipments',
    {
      schema: {
        tags,
        summary: 'Put orders into a new shipment',
        body: newShipmentSchema,
        response: { 201: shipmentSchema },
      },
      config: { admit: 'shipments.manage' },
    },
    (request, reply) =>
      changeOnce<ShipmentView>({ request, reply, ports }, async (transaction, context) => {
        const { alsoFrom, ...facts } = request.body
        const opening = alsoFrom === undefined ? openShipment : moveToNewShipment
        const shipment = accepted(await opening(transaction, facts, context))
        const location = `/v1/shipments/${shipment.shipmentId}`
        return { status: 201, location, body: shownShipment(shipment) }
      }),
  )
}

const listAll: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/shipments',
    {
      schema: {
        tags,
        summary: 'List the shipments, the newest first',
        querystring: Type.Object({
          ...pageQuery,
          state: Type.Optional(oneOf(['open', 'split'], 'only shipments in this state')),
        }),
        response: { 200: pageOf(shipmentSchema) },
      },
      config: { admit: 'shipments.read' },
    },
    async (request) => {
      const { state } = request.query
      const page = pageRequestOf(request.query)
      const { tenantId } = principalOf(request)
      const shipments = await inTenant(ports.database, tenantId, (transaction) =>
        listShipments(transaction, { ...page, ...(state !== undefined && { state }) }),
      )
      return toPage(shipments.map(shownShipment), page, (shipment) => shipment)
    },
  )
}

const readOne: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/shipments/:id',
    {
      schema: {
        tags,
        summary: 'Read a shipment',
        params: shipmentParams,
        response: { 200: shipmentSchema },
      },
      config: { admit: 'shipments.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      return inTenant(ports.database, tenantId, async (transaction) =>
        shownShipment(accepted(await readShipment(transaction, request.params.id))),
      )
    },
  )
}

const addOrder: ApiRoutes = (server, ports) => {
  server.put(
    '/v1/shipments/:id/orders/:orderId',
    {
      schema: {
        tags,
        summary: 'Add an order to an open shipment',
        params: orderInShipment,
        response: { 200: shipmentSchema },
      },
      config: { admit: 'shipments.manage' },
    },
    async (request) => {
      const { id: shipmentId, orderId } = request.params
      const context = changeContextOf(request, ports)
      return inTenant(ports.database, context.tenantId, async (transaction) =>
        shownShipment(accepted(await addToShipment(transaction, { shipmentId, orderId }, context))),
      )
    },
  )
}

const removeOrder: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/shipments/:id/orders/:orderId',
    {
      schema: {
        tags,
        summary: 'Take an order out of an open shipment',
        params: orderInShipment,
        response: { 200: shipmentSchema },
      },
      config: { admit: 'shipments.manage' },
    },
    async (request) => {
      const { id: shipmentId, orderId } = request.params
      const { tenantId } = principalOf(request)
      return inTenant(ports.database, tenantId, async (transaction) =>
        shownShipment(accepted(await removeFromShipment(transaction, { shipmentId, orderId }))),
      )
    },
  )
}

const split: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/shipments/:id/split',
    {
      schema: {
        tags,
        summary: 'Split a shipment into a case for each buyer',
        description:
          'All cases are opened or none: what keeps one buyer back is named. With the etag of the ' +
          'shipment as If-Match, a shipment that somebody else has changed since is refused.',
        params: shipmentParams,
        response: { 201: splitSchema },
      },
      config: { admit: 'shipments.manage' },
    },
    (request, reply) => {
      return changeOnce<SplitShipmentView>(
        { request, reply, ports },
        async (transaction, context) => {
          const { shipment, cases } = accepted(
            await splitOpenShipment(ports.clearance, transaction, seenShipment(request), context),
          )
          const opened = cases.map(({ caseId, reference, orderIds }) => ({
            ...{ caseId, reference, orderIds },
            links: { case: `/v1/cases/${caseId}` },
          }))
          return { status: 201, body: { shipment: shownShipment(shipment), cases: opened } }
        },
      )
    },
  )
}

/** Several buyers' orders that travel together and are split again for customs. */
export const shipmentRoutes = together(open, listAll, readOne, addOrder, removeOrder, split)

/** Which shipment a request decides on and, if it says so by `If-Match`, as which it was seen. */
export function seenShipment({
  params,
  headers,
}: FastifyRequest<{ Params: { readonly id: string } }>): SeenShipment {
  const contents = headers['if-match']?.replaceAll('"', '')
  const isStated = contents !== undefined && contents !== '*'
  return { shipmentId: params.id, ...(isStated && { contents }) }
}

/** The shipment as the interface shows it. */
export function shownShipment({ shipmentId: id, ...shipment }: Shipment) {
  return { id, ...shipment, etag: entityTag(contentsOf(shipment)) }
}
