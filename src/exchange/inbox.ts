import type { Clock } from '../platform/clock.ts'
import { newId, sha256Hex } from '../platform/ids.ts'
import {
  acrossTenants,
  type Database,
  inTenant,
  inTransaction,
  type Schema,
  type TenantTransaction,
} from '../platform/postgres/index.ts'

/** What a notification says of itself, as far as the inbox has to know. */
export interface NotificationIdentity {
  /** The authority's own id of the notification, by which repeats are known. */
  readonly notificationId: string
  readonly functionCode: string
  /** Our reference that it answers. */
  readonly lrn?: string
  /** The authority's reference of what it speaks of. */
  readonly mrn?: string
  /** The conversation that the content itself names. */
  readonly conversationId?: string
  /** The whole content, kept beside the raw bytes. */
  readonly parsed: object
}

/** What the inbox works with. It knows neither formats nor cases: both are handed in. */
export interface InboxPorts {
  readonly database: Database<Schema>
  readonly clock: Clock
  /** Reads the bytes of one channel; a string says why they cannot be read. */
  readonly read: (bytes: Buffer) => NotificationIdentity | string
  /** Told in the storing transaction that a case has news. */
  readonly stored: (
    transaction: TenantTransaction,
    news: { readonly tenantId: string; readonly caseId: string },
  ) => Promise<void>
}

/** A notification as it came, pushed or fetched, before anybody has looked into it. */
export interface IncomingNotification {
  readonly channel: string
  /** From the header of the delivery; finds our message where the content names no LRN of ours. */
  readonly conversationId?: string
  /** The body, byte for byte; it is kept so. */
  readonly bytes: Buffer
}

/**
 * What became of a notification: `stored` is news, `known` is a repeat, `stray` waits for a person.
 * All three are acknowledged to the authority.
 */
export type Receipt = 'stored' | 'known' | 'stray'

/** Why a notification is a stray that can be read; any other says why it cannot be. */
export const notRecognised = 'no message of ours has this reference or conversation'

/**
 * Stores a notification, raw, before it is acknowledged. A repeat changes nothing. One that nobody
 * here waits for, or that cannot be read, is kept as a stray for a person to look at: it is never
 * dropped and never refused, because an authority that is refused blocks the whole channel.
 */
export async function receiveNotification(
  ports: InboxPorts,
  incoming: IncomingNotification,
): Promise<Receipt> {
  const identity = ports.read(incoming.bytes)
  if (typeof identity === 'string') return keepStray(ports, incoming, identity)
  const [found] = await acrossTenants(ports.database, 'find_exchange_message', [
    incoming.channel,
    identity.lrn ?? null,
    identity.conversationId ?? incoming.conversationId ?? null,
  ])
  const { tenant_id: tenantId, message_id: messageId, case_id: caseId } = found ?? {}
  if (tenantId === undefined || messageId === undefined || caseId === undefined) {
    return keepStray(ports, incoming, notRecognised, identity)
  }
  return inTenant(ports.database, tenantId, async (transaction) => {
    const addressee = { tenantId, messageId, caseId }
    if (!(await storeOnce(ports, transaction, { incoming, identity, addressee }))) return 'known'
    await ports.stored(transaction, { tenantId, caseId })
    return 'stored'
  })
}

/** A notification whose message was found. */
export interface AddressedNotification {
  readonly incoming: IncomingNotification
  readonly identity: NotificationIdentity
  readonly addressee: {
    readonly tenantId: string
    readonly messageId: string
    readonly caseId: string
  }
}

/**
 * Stores a notification for its case, raw.
 *
 * @returns false where the authority's id of it is known already, so that nothing is to be done
 */
export async function storeOnce(
  { clock }: Pick<InboxPorts, 'clock'>,
  transaction: TenantTransaction,
  { incoming, identity, addressee }: AddressedNotification,
): Promise<boolean> {
  const inserted = await transaction
    .insertInto('exchange_notification')
    .values({
      id: newId('notification'),
      tenant_id: addressee.tenantId,
      case_id: addressee.caseId,
      message_id: addressee.messageId,
      channel: incoming.channel,
      notification_id: identity.notificationId,
      function_code: identity.functionCode,
      body: incoming.bytes,
      sha256: sha256Hex(incoming.bytes),
      parsed: JSON.stringify(identity.parsed),
      received_at: clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['channel', 'notification_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Keeps what came by a channel and belongs to nobody that we know, with the reason, for a person. */
export async function keepStray(
  { database, clock }: Pick<InboxPorts, 'database' | 'clock'>,
  { channel, conversationId, bytes }: IncomingNotification,
  why: string,
  named: Pick<NotificationIdentity, 'lrn' | 'mrn' | 'conversationId'> = {},
): Promise<Receipt> {
  await inTransaction(database, (transaction) =>
    transaction
      .insertInto('stray_notification')
      .values({
        id: newId('stray'),
        channel,
        conversation_id: named.conversationId ?? conversationId ?? null,
        lrn: named.lrn ?? null,
        mrn: named.mrn ?? null,
        sha256: sha256Hex(bytes),
        body: bytes,
        why,
        received_at: clock.now(),
      })
      // Without a column: who keeps strays need not be allowed to see them.
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return 'stray'
}
