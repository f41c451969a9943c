import { failure, type Result, success } from '../customs/result.ts'
import type { Clock } from '../platform/clock.ts'
import { enqueue } from '../platform/jobs/index.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import type { OutboxMessage } from './outbox.ts'
import { sendMessageQueue } from './queues.ts'

/**
 * Takes up a message again that was given up. It counts as in doubt, so the authority is asked first:
 * one of the earlier attempts may have reached it after all.
 */
export async function replayMessage(
  transaction: TenantTransaction,
  { messageId }: Pick<OutboxMessage, 'tenantId' | 'messageId'>,
  clock: Clock,
): Promise<Result<{ readonly messageId: string }>> {
  const replayed = await transaction
    .updateTable('exchange_message')
    .set({ state: 'unknown', attempts: 0, due_at: clock.now() })
    .where('id', '=', messageId)
    .where('state', '=', 'dead')
    .where('erased_at', 'is', null)
    .returning('channel')
    .executeTakeFirst()
  if (replayed === undefined) {
    return failure({
      code: 'conflict',
      path: '',
      message: `There is no message ${messageId} that was given up.`,
      mend: 'Only a message whose state is dead and whose bytes were not erased can be replayed.',
      zh: {
        message: `没有已放弃的报文 ${messageId}。`,
        mend: '只有状态为 dead 且原文未被删除的报文才能重发。',
      },
    })
  }
  await enqueue(transaction, sendMessageQueue, { channel: replayed.channel })
  return success({ messageId })
}
