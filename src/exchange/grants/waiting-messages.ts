import { enqueue } from '../../platform/jobs/index.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { sendMessageQueue } from '../queues.ts'
import type { GrantPlace } from './grant.ts'

/**
 * Takes up every message that waited for the business to be connected, in the transaction in which it is.
 *
 * @returns how many there were
 */
export async function resumeWaitingMessages(
  transaction: TenantTransaction,
  { channel }: GrantPlace,
  now: Date,
): Promise<number> {
  const waiting = await transaction
    .updateTable('exchange_message')
    .set({ due_at: now, waits_for: null })
    .where('channel', '=', channel)
    .where('waits_for', '=', 'connection')
    .where('state', 'in', ['due', 'unknown'])
    .returning('id')
    .execute()
  if (waiting.length > 0) await enqueue(transaction, sendMessageQueue, { channel })
  return waiting.length
}

/** How many messages of a business wait for it to be connected. */
export async function countWaitingMessages(
  transaction: TenantTransaction,
  { channel }: GrantPlace,
): Promise<number> {
  const { count } = await transaction
    .selectFrom('exchange_message')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('channel', '=', channel)
    .where('waits_for', '=', 'connection')
    .executeTakeFirstOrThrow()
  return Number(count)
}
