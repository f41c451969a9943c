import { Type, type Static } from 'typebox'

import type { Principal } from '../access/index.ts'
import { openCase } from '../clearance/commands/open-case.ts'
import { receiveOrder } from '../clearance/commands/receive-order.ts'
import { consignmentFromOrder } from '../customs/consignment/consignment-from-order.ts'
import { checkOrder } from '../customs/order/check-order.ts'
import { orderSchema } from '../customs/order/order.ts'
import { oneOf } from '../customs/order/schema.ts'
import { resultOf, type Failure } from '../customs/result.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { entityTag } from './http/entity-tag.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { accepted, refuse } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, link } from './http/schema.ts'
import { orderFilter, orderSummary, orderSummaryOf, readOrderRows } from './views/order-summary.ts'
import { orderViewSchema, readOrderView } from './views/order-view.ts'

const receivedOrderSchema = Type.Object(
  {
    orderId: Type.String(),
    caseId: Type.Optional(Type.String()),
    links: Type.Object({ order: link, case: Type.Optional(link) }),
  },
  { description: 'what the order has become' },
)

/** What an order has become. */
export type ReceivedOrder = Static<typeof receivedOrderSchema>

const fulfilment = oneOf(
  ['direct', 'warehouse'],
  "direct: the goods travel as this order, and its case is opened. warehouse: they go to the agent's " +
    'warehouse first. Unless stated, a shop or marketplace means direct and a purchasing agent warehouse',
)

const tags = ['orders']

const handInOrder: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/orders',
    {
      schema: {
        tags,
        summary: 'Hand in an order',
        querystring: Type.Object({ fulfilment: Type.Optional(fulfilment) }),
        body: orderSchema,
        response: { 201: receivedOrderSchema },
      },
      config: { admit: 'orders.create' },
    },
    (request, reply) => {
      const travelsAlone = isDirect(principalOf(request), request.query.fulfilment)
      const failures = checkOrder(request.body, ports.clearance.reference.knownCodes)
      const order = accepted(resultOf(failures, () => request.body))
      return changeOnce<ReceivedOrder>({ request, reply, ports }, async (transaction, context) => {
        const { orderId } = accepted(await receiveOrder(transaction, order, context))
        const location = `/v1/orders/${orderId}`
        if (!travelsAlone) {
          return { status: 201, location, body: { orderId, links: { order: location } } }
        }
        const consignment = consignmentFromOrder(order)
        const newCase = { orderIds: [orderId], consignment }
        const { caseId } = accepted(await openCase(ports.clearance, transaction, newCase, context))
        const links = { order: location, case: `/v1/cases/${caseId}` }
        return { status: 201, location, body: { orderId, caseId, links } }
      })
    },
  )
}

const listOrders: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/orders',
    {
      schema: {
        tags,
        summary: 'List orders, the newest first',
        querystring: Type.Object({ ...pageQuery, ...orderFilter }),
        response: { 200: pageOf(Type.Object(orderSummary)) },
      },
      config: { admit: 'orders.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { tenantId } = principalOf(request)
      const rows = await inTenant(ports.database, tenantId, (transaction) =>
        readOrderRows(transaction, request.query, page),
      )
      return toPage(rows, page, orderSummaryOf)
    },
  )
}

const readOrder: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/orders/:id',
    {
      schema: {
        tags,
        summary: 'Read an order',
        description: 'The ETag is the version of the order, on which its terms can be changed.',
        params: Type.Object({ id: idOf('the order') }),
        response: { 200: orderViewSchema },
      },
      config: { admit: 'orders.read' },
    },
    async (request, reply) => {
      const { id } = request.params
      const { tenantId } = principalOf(request)
      const view = await inTenant(ports.database, tenantId, (transaction) =>
        readOrderView(ports.clearance.reference, transaction, id),
      )
      // Weak: what became of its case shows as well, and has a version of its own.
      reply.header('etag', `W/${entityTag(view.version)}`)
      return view
    },
  )
}

/** Orders as they came in. */
export const orderRoutes = together(handInOrder, listOrders, readOrder)

function isDirect({ tenantKind }: Principal, stated: 'direct' | 'warehouse' | undefined): boolean {
  if (tenantKind === 'purchasing-agent') return stated === 'direct'
  return stated === 'warehouse' ? refuse(noWarehouse) : true
}

const noWarehouse: Failure = {
  code: 'invalid-input',
  path: '/fulfilment',
  message: 'A shop or marketplace has no warehouse of its own here.',
  mend: 'Leave fulfilment away: the goods travel as they were ordered.',
  zh: {
    message: '网店和电商平台在此没有自己的仓库。',
    mend: '请不要填写 fulfilment：货物按订单直接发运。',
  },
}
