import { sql } from 'kysely'

import type { Instant } from '../customs/calendar/local-date.ts'
import { instantOf } from '../platform/clock.ts'
import type { Row, TenantTransaction } from '../platform/postgres/index.ts'
import type { BreakerState } from './breaker-life-cycle.ts'
import { type CertificateStanding, certificateStanding } from './channels/watch-certificates.ts'
import { type UnsentState, unsentStates } from './outbox-depth.ts'

/** In which steps the past of a channel is told. */
export type HealthStep = 'minute' | 'hour'

/** How long a step is and how far back it goes: an hour in minutes, two days in hours. */
export const healthSteps: Readonly<
  Record<HealthStep, { readonly seconds: number; readonly count: number }>
> = {
  minute: { seconds: 60, count: 60 },
  hour: { seconds: 3_600, count: 48 },
}

/** How many of the latest errors are told. */
const ERRORS_MAX = 10

/** The circuit breaker of a channel, which all nodes and tenants share. */
export interface ChannelBreaker {
  readonly state: BreakerState
  /** In a row. */
  readonly failures: number
  readonly openedAt?: Instant
  /** When the next attempt may be made. */
  readonly retryAt?: Instant
  readonly lastError?: string
  readonly lastErrorAt?: Instant
  readonly lastSuccessAt?: Instant
}

/** What was tried in one step of time, by when it began. Steps in which nothing was tried are absent. */
export interface TriedInStep {
  readonly from: Instant
  /** The authority has the message. */
  readonly delivered: number
  /** It has answered that it will not take it. */
  readonly refused: number
  /** Nobody got through, or nobody knows. */
  readonly failed: number
  /** Half of the attempts took no longer, in milliseconds; absent where none came back. */
  readonly medianMs?: number
  /** Nineteen of twenty took no longer. */
  readonly p95Ms?: number
}

/** An attempt that did not deliver its message. */
export interface FailedAttempt {
  readonly at: Instant
  readonly messageId: string
  readonly outcome: NonNullable<Row<'exchange_attempt'>['outcome']>
  readonly httpStatus?: number
  readonly why?: string
}

/** What a door of the channel's other side proves itself with, as it was last seen. */
export interface SeenCertificateStanding {
  readonly door: Row<'channel_certificate'>['door']
  readonly subject: string
  readonly issuer: string
  readonly fingerprint: string
  /** Absent where it does not end, as with the key of an SSH server. */
  readonly notAfter?: Instant
  readonly seenAt: Instant
  readonly standing: CertificateStanding
}

/** How the looking for answers goes on a channel that does not push them. */
export interface AnswerCollection {
  readonly lastAt?: Instant
  /** In a row. */
  readonly failures: number
  readonly lastError?: string
}

/** How a channel does, of the messages that the transaction sees. */
export interface ChannelHealth {
  readonly channel: string
  readonly breaker: ChannelBreaker
  readonly waiting: Readonly<Record<UnsentState, number>>
  /** Messages that wait for the business to be connected with the authority. */
  readonly waitingForConnection: number
  /** For how long the longest waiting message has been due; absent where none is. */
  readonly oldestDueSeconds?: number
  readonly tried: readonly TriedInStep[]
  readonly lastErrors: readonly FailedAttempt[]
  /** Those that end first, first. */
  readonly certificates: readonly SeenCertificateStanding[]
  /** Absent where answers are pushed. */
  readonly collection?: AnswerCollection
}

/** Of which channel, at which moment and in which steps. */
export interface HealthQuestion {
  readonly channel: string
  readonly now: Instant
  readonly by: HealthStep
}

/**
 * Reads how a channel does. Breaker and limit are the same for all; queue, attempts and errors are of
 * the messages that the transaction sees: those of its tenant, and of all as the owner of the tables.
 */
export async function readChannelHealth(
  transaction: TenantTransaction,
  question: HealthQuestion,
): Promise<ChannelHealth> {
  const { channel } = question
  return {
    channel,
    breaker: await readBreaker(transaction, channel),
    ...(await readWaiting(transaction, question)),
    tried: await readTried(transaction, question),
    lastErrors: await readLastErrors(transaction, question),
    certificates: await readCertificates(transaction, question),
    ...(await readCollection(transaction, channel)),
  }
}

async function readBreaker(
  transaction: TenantTransaction,
  channel: string,
): Promise<ChannelBreaker> {
  const row = await transaction
    .selectFrom('channel_state')
    .selectAll()
    .where('channel', '=', channel)
    .executeTakeFirst()
  // A channel without a row has not been used yet.
  if (row === undefined) return { state: 'closed', failures: 0 }
  const { state, failures } = row
  return {
    ...{ state, failures },
    ...moment('openedAt', row.opened_at),
    ...moment('retryAt', state === 'closed' ? null : row.retry_at),
    ...(row.last_error !== null && { lastError: row.last_error }),
    ...moment('lastErrorAt', row.last_error_at),
    ...moment('lastSuccessAt', row.last_success_at),
  }
}

function moment<Name extends string>(name: Name, at: Date | null) {
  return (at === null ? {} : { [name]: instantOf(at) }) as { readonly [Key in Name]?: Instant }
}

async function readWaiting(
  transaction: TenantTransaction,
  { channel, now }: HealthQuestion,
): Promise<Pick<ChannelHealth, 'waiting' | 'waitingForConnection' | 'oldestDueSeconds'>> {
  const rows = await transaction
    .selectFrom('exchange_message')
    .select(['state'])
    .select(({ fn }) => [
      fn.countAll<string>().as('count'),
      sql<string>`count(*) filter (where waits_for is not null)`.as('for_connection'),
      sql<Date | null>`min(due_at) filter (
        where state in ('due', 'sending', 'unknown') and due_at <= ${now} and waits_for is null
      )`.as('oldest_due'),
    ])
    .where('channel', '=', channel)
    .where('state', 'in', unsentStates)
    .groupBy('state')
    .execute()
  const countOf = (state: UnsentState) =>
    Number(rows.find((row) => row.state === state)?.count ?? 0)
  const oldest = rows.flatMap(({ oldest_due }) => oldest_due?.getTime() ?? [])
  const waiting = Object.fromEntries(unsentStates.map((state) => [state, countOf(state)]))
  return {
    waiting: waiting as ChannelHealth['waiting'],
    waitingForConnection: rows.reduce((sum, row) => sum + Number(row.for_connection), 0),
    ...(oldest.length > 0 && {
      oldestDueSeconds: Math.floor((Date.parse(now) - Math.min(...oldest)) / 1_000),
    }),
  }
}

/** From when on the steps begin: whole ones, of which the last is the present. */
export function stepsBegin({ now, by }: Pick<HealthQuestion, 'now' | 'by'>): Instant {
  const { seconds, count } = healthSteps[by]
  const present = Math.floor(Date.parse(now) / 1_000 / seconds)
  return instantOf(new Date((present - count + 1) * seconds * 1_000))
}

interface TriedRow {
  readonly from_epoch: number
  readonly delivered: number
  readonly refused: number
  readonly failed: number
  readonly median_ms: number | null
  readonly p95_ms: number | null
}

async function readTried(
  transaction: TenantTransaction,
  question: HealthQuestion,
): Promise<readonly TriedInStep[]> {
  const { seconds } = healthSteps[question.by]
  const { rows } = await sql<TriedRow>`
    select (floor(extract(epoch from started_at) / ${seconds}) * ${seconds})::float8 as from_epoch,
      count(*) filter (where outcome in ('delivered', 'known'))::integer as delivered,
      count(*) filter (where outcome = 'refused')::integer as refused,
      count(*) filter (where outcome in ('not-sent', 'unknown', 'abandoned'))::integer as failed,
      percentile_disc(0.5) within group (order by latency_ms)
        filter (where latency_ms is not null) as median_ms,
      percentile_disc(0.95) within group (order by latency_ms)
        filter (where latency_ms is not null) as p95_ms
    from exchange_attempt
    where channel = ${question.channel} and outcome is not null
      and started_at >= ${stepsBegin(question)} and started_at <= ${question.now}
    group by 1 order by 1
  `.execute(transaction)
  return rows.map(({ from_epoch, delivered, refused, failed, median_ms, p95_ms }) => ({
    from: instantOf(new Date(from_epoch * 1_000)),
    ...{ delivered, refused, failed },
    ...(median_ms !== null && { medianMs: median_ms }),
    ...(p95_ms !== null && { p95Ms: p95_ms }),
  }))
}

async function readLastErrors(
  transaction: TenantTransaction,
  { channel }: HealthQuestion,
): Promise<readonly FailedAttempt[]> {
  const rows = await transaction
    .selectFrom('exchange_attempt')
    .select(['started_at', 'message_id', 'outcome', 'http_status', 'why'])
    .where('channel', '=', channel)
    .where('outcome', 'in', ['refused', 'not-sent', 'unknown', 'abandoned'])
    .orderBy('started_at', 'desc')
    .limit(ERRORS_MAX)
    .execute()
  return rows.map((row) => ({
    at: instantOf(row.started_at),
    messageId: row.message_id,
    outcome: row.outcome!,
    ...(row.http_status !== null && { httpStatus: row.http_status }),
    ...(row.why !== null && { why: row.why }),
  }))
}

async function readCertificates(
  transaction: TenantTransaction,
  { channel, now }: HealthQuestion,
): Promise<readonly SeenCertificateStanding[]> {
  const rows = await transaction
    .selectFrom('channel_certificate')
    .selectAll()
    .where('channel', '=', channel)
    .orderBy('not_after', (order) => order.asc().nullsLast())
    .orderBy('door')
    .execute()
  return rows.map(({ door, subject, issuer, fingerprint, not_after, seen_at }) => ({
    ...{ door, subject, issuer, fingerprint },
    ...moment('notAfter', not_after),
    seenAt: instantOf(seen_at),
    standing: certificateStanding(not_after, now),
  }))
}

async function readCollection(
  transaction: TenantTransaction,
  channel: string,
): Promise<Pick<ChannelHealth, 'collection'>> {
  const row = await transaction
    .selectFrom('channel_turn')
    .select(['done_at', 'failures', 'last_error'])
    .where('channel', '=', channel)
    .where('task', '=', 'collect')
    .executeTakeFirst()
  if (row === undefined) return {}
  const { done_at, failures, last_error } = row
  const why = failures > 0 && last_error !== null ? { lastError: last_error } : {}
  return { collection: { ...moment('lastAt', done_at), failures, ...why } }
}
