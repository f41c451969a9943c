import { enqueue } from '../platform/jobs/index.ts'
import { newId, sha256Hex } from '../platform/ids.ts'
import type { Row, TenantTransaction } from '../platform/postgres/index.ts'
import { sendMessageQueue } from './queues.ts'

/** A message as it lies in the outbox: the exact bytes that were and will be sent. */
export interface OutboxMessage {
  readonly messageId: string
  readonly tenantId: string
  /** Null of a letter that is about no case. */
  readonly caseId: string | null
  readonly channel: string
  readonly kind: Row<'exchange_message'>['kind']
  readonly lrn: string
  readonly ducr: string
  /** What it speaks of: the MRN of the declaration that it completes or is about, else our own reference. */
  readonly subject: string
  readonly body: Buffer
  readonly attempts: number
}

/**
 * A message that is to be sent, complete: what is not in it cannot be added later, for the same
 * bytes go out at every attempt.
 */
export interface NewOutboxMessage {
  readonly tenantId: string
  /** Null of a letter that is about no case. */
  readonly caseId: string | null
  readonly channel: string
  readonly kind: Row<'exchange_message'>['kind']
  /** Our reference of this message; the authority refuses a second use. */
  readonly lrn: string
  /** By which the authority can be asked whether it has the message. */
  readonly ducr: string
  /** What the message speaks of, for people: an MRN or our own reference. */
  readonly subject: string
  readonly body: Uint8Array
  /** Instant at which the message becomes due. */
  readonly now: string
}

/** What the case keeps of a message: its id, and the digest by which the bytes can be proved. */
export interface CommittedMessage {
  readonly messageId: string
  readonly sha256: string
}

/**
 * Commits a message for sending: its bytes, its reference and the job that wakes a sender, all in the
 * transaction of the change that it tells of. Nothing has been sent when this returns.
 */
export async function putInOutbox(
  transaction: TenantTransaction,
  message: NewOutboxMessage,
): Promise<CommittedMessage> {
  const messageId = newId('message')
  const sha256 = sha256Hex(message.body)
  await transaction
    .insertInto('exchange_message')
    .values({
      id: messageId,
      tenant_id: message.tenantId,
      case_id: message.caseId,
      channel: message.channel,
      kind: message.kind,
      lrn: message.lrn,
      ducr: message.ducr,
      subject: message.subject,
      body: Buffer.from(message.body),
      sha256,
      state: 'due',
      due_at: message.now,
      created_at: message.now,
    })
    .execute()
  await enqueue(transaction, sendMessageQueue, { channel: message.channel })
  return { messageId, sha256 }
}
