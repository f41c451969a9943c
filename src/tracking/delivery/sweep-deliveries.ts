import { enqueue } from '../../platform/jobs/index.ts'
import { acrossTenants, inTenant } from '../../platform/postgres/index.ts'
import { sendDeliveryQueue } from './queues.ts'
import type { DeliveryPorts } from './send-deliveries.ts'

const ROWS_MAX = 200

/**
 * Asks again for every delivery that is due. Jobs make them promptly; this is the net under the jobs,
 * for one that was lost with its worker or used up its retries.
 *
 * @returns how many deliveries were found due
 */
export async function sweepDeliveries({
  database,
  clock,
}: Pick<DeliveryPorts, 'database' | 'clock'>): Promise<number> {
  const now = new Date(clock.now())
  const due = await acrossTenants(database, 'due_deliveries', [now, ROWS_MAX])
  for (const { tenant_id: tenantId, delivery_id: deliveryId } of due) {
    if (tenantId === undefined || deliveryId === undefined) continue
    await inTenant(database, tenantId, (transaction) =>
      enqueue(transaction, sendDeliveryQueue, { tenantId, deliveryId }),
    )
  }
  return due.length
}
