import type { Instant } from '../customs/calendar/local-date.ts'
import { newId } from '../platform/ids.ts'
import type { Row, TenantTransaction } from '../platform/postgres/index.ts'

/** By whom and when something is decided; who that is, is nothing to the exchange. */
export interface DecidedBy {
  readonly actor: object
  readonly now: Instant
}

/** How a message stood before somebody decided about it. */
export interface MessageBefore {
  readonly state: Row<'exchange_message'>['state']
  readonly attempts: number
  readonly lastError?: string
}

/** What was decided about a message, and why. */
export interface MessageDecision {
  readonly tenantId: string
  readonly messageId: string
  readonly decision: Row<'message_decision'>['decision']
  readonly reason?: string
  readonly before: MessageBefore
}

/** Keeps who decided what about a message, when, why, and what was before. */
export async function recordMessageDecision(
  transaction: TenantTransaction,
  { tenantId, messageId, decision, reason, before }: MessageDecision,
  { actor, now }: DecidedBy,
): Promise<void> {
  await transaction
    .insertInto('message_decision')
    .values({
      id: newId('decision'),
      tenant_id: tenantId,
      message_id: messageId,
      decision,
      reason: reason ?? null,
      actor: JSON.stringify(actor),
      before: JSON.stringify(before),
      decided_at: now,
    })
    .execute()
}

/** How a message stands at this moment, locked until the transaction ends; undefined where there is none. */
export async function lockMessage(
  transaction: TenantTransaction,
  messageId: string,
): Promise<LockedMessage | undefined> {
  const row = await transaction
    .selectFrom('exchange_message')
    .select(['case_id', 'channel', 'kind', 'lrn', 'state', 'attempts', 'last_error', 'erased_at'])
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { case_id, channel, kind, lrn, state, attempts, last_error, erased_at } = row
  const before = { state, attempts, ...(last_error !== null && { lastError: last_error }) }
  return { messageId, caseId: case_id, channel, kind, lrn, before, isErased: erased_at !== null }
}

/** A message that nobody else decides about before the transaction ends. */
export interface LockedMessage {
  readonly messageId: string
  /** Null of a letter that is about no case. */
  readonly caseId: string | null
  readonly channel: string
  readonly kind: Row<'exchange_message'>['kind']
  readonly lrn: string
  readonly before: MessageBefore
  readonly isErased: boolean
}
