import { failure, type Result, success } from '../customs/result.ts'
import { enqueue } from '../platform/jobs/index.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import { type DecidedBy, lockMessage, recordMessageDecision } from './message-decision.ts'
import { sendMessageQueue } from './queues.ts'

/** Which message is taken up again, and why, where somebody says so. */
export interface Replay {
  readonly tenantId: string
  readonly messageId: string
  readonly reason?: string
}

/**
 * Takes up a message again that was given up. It counts as in doubt, so the authority is asked first:
 * one of the earlier attempts may have reached it after all.
 */
export async function replayMessage(
  transaction: TenantTransaction,
  { tenantId, messageId, reason }: Replay,
  by: DecidedBy,
): Promise<Result<{ readonly messageId: string }>> {
  const message = await lockMessage(transaction, messageId)
  if (message?.before.state !== 'dead' || message.isErased) return notGivenUp(messageId)
  await transaction
    .updateTable('exchange_message')
    .set({ state: 'unknown', attempts: 0, due_at: by.now })
    .where('id', '=', messageId)
    .execute()
  const why = reason === undefined ? {} : { reason }
  const decided = { tenantId, messageId, decision: 'replayed', before: message.before } as const
  await recordMessageDecision(transaction, { ...decided, ...why }, by)
  await enqueue(transaction, sendMessageQueue, { channel: message.channel })
  return success({ messageId })
}

function notGivenUp(messageId: string) {
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
