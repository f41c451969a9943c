import type { Instant } from '../customs/calendar/local-date.ts'
import { instantOf } from '../platform/clock.ts'
import type { Row, TenantTransaction } from '../platform/postgres/index.ts'
import type { MessageBefore } from './message-decision.ts'

type Outcome = NonNullable<Row<'exchange_attempt'>['outcome']>

/** One attempt to bring a message to an authority. */
export interface RecordedAttempt {
  readonly id: string
  readonly node: string
  readonly startedAt: Instant
  /** Absent while it is under way. */
  readonly endedAt?: Instant
  /** Of its requests alone, without the wait for a turn. */
  readonly latencyMs?: number
  readonly outcome?: Outcome
  readonly httpStatus?: number
  readonly why?: string
}

/** What a person decided about a message: who, when, why, and how it stood before. */
export interface RecordedDecision {
  readonly decision: Row<'message_decision'>['decision']
  readonly reason?: string
  readonly actor: object
  readonly at: Instant
  readonly before: MessageBefore
}

/** All that was tried with a message and decided about it, the oldest first. */
export interface MessageRecord {
  readonly tries: readonly RecordedAttempt[]
  readonly decisions: readonly RecordedDecision[]
}

/** Reads the record of a message of the transaction's tenant. */
export async function readMessageRecord(
  transaction: TenantTransaction,
  messageId: string,
): Promise<MessageRecord> {
  const attempts = await transaction
    .selectFrom('exchange_attempt')
    .selectAll()
    .where('message_id', '=', messageId)
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  const decisions = await transaction
    .selectFrom('message_decision')
    .selectAll()
    .where('message_id', '=', messageId)
    .orderBy('id')
    .execute()
  return { tries: attempts.map(recordedAttempt), decisions: decisions.map(recordedDecision) }
}

function recordedAttempt(row: Row<'exchange_attempt'>): RecordedAttempt {
  return {
    id: row.id,
    node: row.node,
    startedAt: instantOf(row.started_at),
    ...(row.ended_at !== null && { endedAt: instantOf(row.ended_at) }),
    ...(row.latency_ms !== null && { latencyMs: row.latency_ms }),
    ...(row.outcome !== null && { outcome: row.outcome }),
    ...(row.http_status !== null && { httpStatus: row.http_status }),
    ...(row.why !== null && { why: row.why }),
  }
}

function recordedDecision(row: Row<'message_decision'>): RecordedDecision {
  return {
    decision: row.decision,
    ...(row.reason !== null && { reason: row.reason }),
    actor: row.actor,
    at: instantOf(row.decided_at),
    before: row.before as MessageBefore,
  }
}
