import { type Assignment, handleTogether } from '../../platform/jobs/index.ts'
import { sendDeliveryQueue } from './queues.ts'
import { type DeliveryPorts, sendDeliveries } from './send-deliveries.ts'

/** Mail and webhooks may be some moments late; a tenant's that come within them share two commits. */
const GATHER_MS = 100

/** The job of making deliveries and who does it. */
export function deliveryAssignment(ports: DeliveryPorts): Assignment {
  const together = { by: ({ tenantId }: { tenantId: string }) => tenantId, gatherMs: GATHER_MS }
  return handleTogether(sendDeliveryQueue, together, async (jobs) => {
    const tenantId = jobs[0]?.payload.tenantId
    if (tenantId === undefined) return
    await sendDeliveries(
      ports,
      tenantId,
      jobs.map(({ payload }) => payload.deliveryId),
    )
  })
}
