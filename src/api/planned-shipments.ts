import { Type, type Static } from 'typebox'

import {
  giveUpShipment,
  moveToShipment,
  previewShipment,
  restateShipment,
  type PlannedParcel,
} from '../agents/index.ts'
import { isReady } from '../clearance/preparation/prepare.ts'
import { readTrader } from '../clearance/store/trader.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { Immutable } from '../customs/immutable.ts'
import { decimalText, money, oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { failureSchema } from './http/problem.ts'
import { accepted } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf } from './http/schema.ts'
import {
  seenShipment,
  shipmentFacts,
  shipmentSchema,
  shownShipment,
  type ShipmentView,
} from './shipments.ts'

const ORDERS_MAX = 500

const tags = ['purchasing agents']

const shipmentParams = Type.Object({ id: idOf('the shipment') })

const restate: ApiRoutes = (server, ports) => {
  server.put(
    '/v1/shipments/:id',
    {
      schema: {
        tags,
        summary: 'State anew what is known of an open shipment as a whole',
        description: 'What is left out is no longer stated. Its orders stay.',
        params: shipmentParams,
        body: Type.Object(shipmentFacts, { additionalProperties: false }),
        response: { 200: shipmentSchema },
      },
      config: { admit: 'shipments.manage' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const facts = { shipmentId: request.params.id, ...request.body }
      return inTenant(ports.database, tenantId, async (transaction) =>
        shownShipment(accepted(await restateShipment(transaction, facts))),
      )
    },
  )
}

const move: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/shipments/:id/moves',
    {
      schema: {
        tags,
        summary: 'Move orders into an open shipment',
        description: 'From the shelf or from other open shipments; all of them or none.',
        params: shipmentParams,
        body: Type.Object(
          {
            orderIds: Type.Array(idOf('an order'), {
              ...{ minItems: 1, maxItems: ORDERS_MAX, uniqueItems: true },
              description: 'orders whose goods are in the warehouse',
            }),
          },
          { additionalProperties: false },
        ),
        response: { 200: shipmentSchema },
      },
      config: { admit: 'shipments.manage' },
    },
    (request, reply) =>
      changeOnce<ShipmentView>({ request, reply, ports }, async (transaction, context) => {
        const moved = { shipmentId: request.params.id, ...request.body }
        const shipment = accepted(await moveToShipment(transaction, moved, context))
        return { status: 200, body: shownShipment(shipment) }
      }),
  )
}

const giveUp: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/shipments/:id',
    {
      schema: {
        tags,
        summary: 'Give up an open shipment',
        description:
          'Its goods stay in the warehouse. With its etag as If-Match, a shipment that somebody ' +
          'else has changed since is refused.',
        params: shipmentParams,
        response: { 204: Type.Null() },
      },
      config: { admit: 'shipments.manage' },
    },
    async (request, reply) => {
      const { tenantId } = principalOf(request)
      await inTenant(ports.database, tenantId, async (transaction) =>
        accepted(await giveUpShipment(transaction, seenShipment(request))),
      )
      return reply.code(204).send(null)
    },
  )
}

const parcelSchema = Type.Object({
  reference: Type.String({ description: 'that its consignment would have' }),
  buyer: Type.String(),
  orderIds: Type.Array(Type.String()),
  grossWeightKg: decimalText,
  value: money,
  lane: Type.Optional(Type.String({ description: 'the way into the country' })),
  customsValue: Type.Optional(money),
  dueAtImport: Type.Optional(money),
  readiness: oneOf(['ready', 'not-ready'], 'whether it could be declared as it stands'),
  missing: Type.Array(Type.Object({ en: Type.String(), zh: Type.Optional(Type.String()) }), {
    description: 'what stands in the way of its declaration',
  }),
})

const previewSchema = Type.Object({
  parcels: Type.Array(parcelSchema, { description: 'one a buyer' }),
  failures: Type.Array(failureSchema, {
    description: 'what keeps the shipment from being split',
  }),
})

/** What an open shipment would come to. */
export type ShipmentPreviewView = Immutable<Static<typeof previewSchema>>

const preview: ApiRoutes = (server, ports) => {
  const { reference } = ports.clearance
  server.get(
    '/v1/shipments/:id/preview',
    {
      schema: {
        tags,
        summary: 'Read what an open shipment would come to if it were split now',
        params: shipmentParams,
        response: {
          200: previewSchema,
        },
      },
      config: { admit: 'shipments.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const on = dateInLondon(ports.clock.now())
      return inTenant(ports.database, tenantId, async (transaction) => {
        const { profile } = await readTrader(transaction)
        const { parcels, failures } = accepted(
          await previewShipment(transaction, request.params.id, { profile, on, reference }),
        )
        return { parcels: parcels.map(shownParcel), failures }
      })
    },
  )
}

/** An open shipment while it is planned: filled, moved about, looked at before it is split. */
export const plannedShipmentRoutes = together(restate, move, giveUp, preview)

function shownParcel(parcel: PlannedParcel) {
  const { consignment, orderIds, grossWeightKg, value, preparation } = parcel
  const { quote, findings, failures } = preparation
  return {
    reference: consignment.reference,
    buyer: consignment.parties.buyer.name,
    ...{ orderIds, grossWeightKg, value },
    ...(quote && {
      lane: quote.lane.lane,
      customsValue: quote.totals.customsValue,
      dueAtImport: quote.totals.dueAtImport,
    }),
    readiness: isReady(preparation) ? ('ready' as const) : ('not-ready' as const),
    missing: [
      ...findings.filter(({ severity }) => severity === 'blocking').map(({ message }) => message),
      ...failures.map(({ message, zh }) => ({ en: message, ...(zh && { zh: zh.message }) })),
    ],
  }
}
