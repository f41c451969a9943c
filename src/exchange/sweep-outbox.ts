import { acrossTenants, inTenant } from '../platform/postgres/index.ts'
import { enqueue } from '../platform/jobs/index.ts'
import type { ExchangePorts } from './send-message.ts'
import { sendMessageQueue } from './queues.ts'

const ROWS_MAX = 200

/**
 * Puts every due message to the senders again. Jobs carry messages out promptly; this is the net
 * under them, for a job that was lost with its worker or used up its retries.
 *
 * @returns how many messages were found due
 */
export async function sweepOutbox({ database, clock }: ExchangePorts): Promise<number> {
  const due = await acrossTenants(database, 'due_exchange_messages', [
    new Date(clock.now()),
    ROWS_MAX,
  ])
  for (const { tenant_id: tenantId, message_id: messageId } of due) {
    if (tenantId === undefined || messageId === undefined) continue
    await inTenant(database, tenantId, (transaction) =>
      enqueue(transaction, sendMessageQueue, { tenantId, messageId }),
    )
  }
  return due.length
}
