import { Type, type Static } from 'typebox'

import { countWaitingWork } from '../agents/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'

const count = (description: string) => Type.Integer({ description })

const waitingWorkSchema = Type.Object({
  ordersAwaited: count('orders whose goods have not all come'),
  ordersToConsolidate: count('orders in the warehouse that are planned for no shipment'),
  shipmentsToSeal: count('shipments that hold orders and are not sealed'),
  goodsSetApart: count('goods that came and are not sent on, about which somebody has to decide'),
})

/** What waits for the purchasing agent, as the interface shows it. */
export type WaitingWorkView = Immutable<Static<typeof waitingWorkSchema>>

/** What waits for the purchasing agent before there are cases. */
export const waitingWorkRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/warehouse/waiting-work',
    {
      schema: {
        tags: ['purchasing agents'],
        summary: 'Count what waits for the purchasing agent',
        description: 'Work on cases is counted at `/v1/cases/counts`.',
        response: { 200: waitingWorkSchema },
      },
      config: { admit: 'warehouse.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, (transaction) =>
        countWaitingWork(transaction),
      ),
  )
}
