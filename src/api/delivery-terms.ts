import { Type, type Static } from 'typebox'

import { changeOrderTerms } from '../agents/index.ts'
import { deliveryTermsSchema } from '../clearance/orders/delivery-terms.ts'
import type { Immutable } from '../customs/immutable.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { entityTag, expectedVersion } from './http/entity-tag.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, type ApiRoutes } from './http/route.ts'
import { idOf } from './http/schema.ts'
import { orderViewSchema, readOrderView } from './views/order-view.ts'

/** On which terms the goods of an order are delivered, as they are stated anew. */
export type DeliveryTermsBody = Immutable<Static<typeof deliveryTermsSchema>>

/** The delivery terms of an order, which can be changed until its goods are consigned. */
export const deliveryTermsRoutes: ApiRoutes = (server, ports) => {
  const { reference } = ports.clearance
  server.put(
    '/v1/orders/:id/delivery-terms',
    {
      schema: {
        tags: ['orders'],
        summary: 'Change the delivery terms of an order',
        description:
          'Incoterm, what is paid for carriage and insurance beside the prices, and who pays duty. ' +
          'A cost that is left out is no longer stated. Once the goods are consigned the refusal ' +
          'names the case, where they are mended.',
        params: Type.Object({ id: idOf('the order') }),
        body: deliveryTermsSchema,
        response: { 200: orderViewSchema },
      },
      config: { admit: 'orders.create' },
    },
    async (request, reply) => {
      const { id: orderId } = request.params
      const change = { orderId, version: expectedVersion(request), terms: request.body }
      const context = changeContextOf(request, ports)
      const view = await inTenant(ports.database, context.tenantId, async (transaction) => {
        accepted(await changeOrderTerms(reference.knownCodes, transaction, change, context))
        return readOrderView(reference, transaction, orderId)
      })
      reply.header('etag', entityTag(view.version))
      return view
    },
  )
}
