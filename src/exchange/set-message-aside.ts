import { failure, type Failure, type Result, success } from '../customs/result.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import {
  type DecidedBy,
  lockMessage,
  type LockedMessage,
  recordMessageDecision,
} from './message-decision.ts'

/**
 * Kinds of messages that must not be said twice: what follows from setting them aside is that they are
 * said anew under another reference, so it has to be sure that the authority does not have the first.
 */
const saidOnce: ReadonlySet<string> = new Set([
  'declaration',
  'supplementary',
  'amendment',
  'cancellation',
])

/**
 * Sets a message aside that was given up: it is not sent any more. Refused where the authority may
 * have it after all; sending it again asks the authority first, which settles that.
 *
 * @returns the message as it was, for those who have to draw their conclusions
 */
export async function setMessageAside(
  transaction: TenantTransaction,
  { tenantId, messageId, reason }: { tenantId: string; messageId: string; reason: string },
  by: DecidedBy,
): Promise<Result<LockedMessage>> {
  const message = await lockMessage(transaction, messageId)
  if (message?.before.state !== 'dead') return failure(notGivenUp(messageId))
  if (!saidOnce.has(message.kind) || (await isSurelyNotThere(transaction, message))) {
    await transaction
      .updateTable('exchange_message')
      .set({ state: 'set-aside' })
      .where('id', '=', messageId)
      .execute()
    const { before } = message
    const decided = { tenantId, messageId, decision: 'set-aside', reason, before } as const
    await recordMessageDecision(transaction, decided, by)
    return success(message)
  }
  return failure(mayHaveArrived)
}

/**
 * A declaration is asked for before it goes out again after doubt, so an end that is sure ends the
 * doubt before it as well. The other messages cannot be asked for: one doubt among their attempts stays.
 */
async function isSurelyNotThere(
  transaction: TenantTransaction,
  { messageId, kind, before }: LockedMessage,
): Promise<boolean> {
  const attempts = await transaction
    .selectFrom('exchange_attempt')
    .select('outcome')
    .where('message_id', '=', messageId)
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  const outcomes = attempts.map(({ outcome }) => outcome)
  // An attempt that left nothing on record says nothing.
  if (outcomes.length === 0 || outcomes.length < before.attempts) return false
  return kind === 'declaration'
    ? outcomes.at(-1) === 'not-sent'
    : outcomes.every((outcome) => outcome === 'not-sent')
}

function notGivenUp(messageId: string): Failure {
  return {
    code: 'conflict',
    path: '',
    message: `There is no message ${messageId} that was given up.`,
    mend: 'Only a message whose state is dead can be set aside; any other is still on its way or settled.',
    zh: {
      message: `没有已放弃的报文 ${messageId}。`,
      mend: '只有状态为 dead 的报文才能搁置；其他报文仍在发送或已有结果。',
    },
  }
}

const mayHaveArrived: Failure = {
  code: 'conflict',
  path: '',
  message: 'The authority may have this message: at least one attempt ended without an answer.',
  mend: 'Send it again: the authority is asked first, and nothing is lodged twice.',
  zh: {
    message: '海关可能已收到该报文：至少有一次发送未得到应答。',
    mend: '请重新发送：系统会先向海关查询，不会重复申报。',
  },
}
