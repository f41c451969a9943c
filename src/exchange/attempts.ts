import type { Row, TenantTransaction } from '../platform/postgres/index.ts'
import { type AttemptOutcome, reasonOf } from './attempt-outcome.ts'

/** An attempt that begins. */
export interface NewAttempt {
  readonly attemptId: string
  readonly tenantId: string
  readonly messageId: string
  readonly channel: string
  /** Which process makes it. */
  readonly node: string
  readonly now: string
}

/**
 * Puts an attempt on record before anything of it leaves. Another one of the same message that is
 * still open belongs to a sender that did not come back.
 */
export async function beginAttempt(
  transaction: TenantTransaction,
  { attemptId, tenantId, messageId, channel, node, now }: NewAttempt,
): Promise<void> {
  await transaction
    .updateTable('exchange_attempt')
    .set({ outcome: 'abandoned', ended_at: now, why: 'its sender did not come back' })
    .where('message_id', '=', messageId)
    .where('ended_at', 'is', null)
    .execute()
  await transaction
    .insertInto('exchange_attempt')
    .values({
      ...{ id: attemptId, tenant_id: tenantId, message_id: messageId },
      ...{ channel, node, started_at: now },
    })
    .execute()
}

/** How an attempt ended. */
export interface EndedAttempt {
  readonly attemptId: string
  readonly outcome: AttemptOutcome
  /** Of its requests alone. */
  readonly latencyMs: number
  readonly now: string
}

/** Records how an attempt ended, unless another sender has given it up for lost meanwhile. */
export async function endAttempt(
  transaction: TenantTransaction,
  { attemptId, outcome, latencyMs, now }: EndedAttempt,
): Promise<void> {
  const kind: Row<'exchange_attempt'>['outcome'] = outcome.kind
  await transaction
    .updateTable('exchange_attempt')
    .set({
      ...{ outcome: kind, ended_at: now, latency_ms: Math.round(latencyMs) },
      ...{ http_status: outcome.httpStatus ?? null, why: reasonOf(outcome) ?? null },
    })
    .where('id', '=', attemptId)
    .where('ended_at', 'is', null)
    .execute()
}
