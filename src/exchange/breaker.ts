import { randomFraction } from '../platform/ids.ts'
import type { Clock } from '../platform/clock.ts'
import {
  type Database,
  inTransaction,
  type Row,
  type RowChange,
  type Schema,
  type TenantTransaction,
} from '../platform/postgres/index.ts'
import { type AttemptOutcome, obstacleOf } from './attempt-outcome.ts'
import { breakerAfter, type BreakerEvent } from './breaker-life-cycle.ts'
import type { Setback } from './channel.ts'
import { pauseSeconds } from './retry-schedule.ts'
import { timings } from './timings.ts'

/**
 * Whether an attempt may be made on a channel. A `probe` finds out whether the authority is back;
 * while it is under way there is no other.
 */
export type Admission =
  { readonly kind: 'pass' } | { readonly kind: 'probe' } | { readonly kind: 'wait'; ms: number }

/**
 * For how many milliseconds nothing may be asked of a channel, for whoever asks outside of an attempt
 * to send: an authority that is down, or wants to hear nothing, is not asked for notifications either.
 */
export async function channelPauseMs(
  { database, clock }: { readonly database: Database<Schema>; readonly clock: Clock },
  channel: string,
): Promise<number> {
  const row = await inTransaction(database, (transaction) => stateOf(transaction, channel))
  if (row?.state !== 'open') return 0
  return Math.max(0, (row.retry_at?.getTime() ?? 0) - Date.parse(clock.now()))
}

/** Asks the breaker of a channel; where it is not closed, its row stays locked until the commit. */
export async function askBreaker(
  transaction: TenantTransaction,
  channel: string,
  clock: Clock,
): Promise<Admission> {
  const seen = await stateOf(transaction, channel)
  if (seen === undefined || seen.state === 'closed') return { kind: 'pass' }
  const locked = await lockState(transaction, channel)
  if (locked.state === 'closed') return { kind: 'pass' }
  const ms = (locked.retry_at?.getTime() ?? 0) - Date.parse(clock.now())
  return ms > 0 ? { kind: 'wait', ms } : { kind: 'probe' }
}

/** Lets one attempt through that finds out how the channel does. */
export async function beginProbe(
  transaction: TenantTransaction,
  channel: string,
  clock: Clock,
): Promise<void> {
  const { state } = await lockState(transaction, channel)
  await changeState(transaction, channel, {
    state: breakerAfter(state, 'pause-over'),
    retry_at: after(clock, timings.leaseSeconds),
  })
}

/**
 * Keeps others from probing while the sender of a probe lives. Where it is not heard of any more, the
 * next one probes as soon as the message of the lost one is free.
 */
export async function renewProbe(
  transaction: TenantTransaction,
  channel: string,
  clock: Clock,
): Promise<void> {
  await transaction
    .updateTable('channel_state')
    .set({ retry_at: after(clock, timings.leaseSeconds) })
    .where('channel', '=', channel)
    .where('state', '=', 'half-open')
    .execute()
}

/** An attempt that has come back, as far as the breaker has to know of it. */
export interface ReturnedAttempt {
  readonly channel: string
  readonly outcome: AttemptOutcome
  readonly isProbe: boolean
}

/** Notes for all nodes what an attempt says of its channel. */
export async function noteOnChannel(
  { database, clock }: { readonly database: Database<Schema>; readonly clock: Clock },
  attempt: ReturnedAttempt,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const seen = await stateOf(transaction, attempt.channel)
    if (seen !== undefined && saysNothingNew(seen, attempt, clock)) return
    const state = await lockState(transaction, attempt.channel)
    const change = changeBy(state, attempt, clock)
    if (change !== undefined) await changeState(transaction, attempt.channel, change)
  })
}

/** HTTP's "too many requests". */
const TOO_MANY_REQUESTS = 429

/**
 * Notes for all nodes that an authority wants to be left alone, as it has told somebody who asked outside
 * of an attempt to send. Other setbacks are not noted: whether messages get through, messages find out.
 */
export async function noteLimit(
  ports: { readonly database: Database<Schema>; readonly clock: Clock },
  channel: string,
  setback: Setback,
): Promise<void> {
  const isTold = setback.retryAfterSeconds !== undefined
  if (!isTold && setback.httpStatus !== TOO_MANY_REQUESTS) return
  await noteOnChannel(ports, { channel, outcome: { ...setback, kind: 'not-sent' }, isProbe: false })
}

type ChannelRow = Row<'channel_state'>
type ChannelChange = RowChange<'channel_state'>

/** While all is well the row is written once a second, not with every message. */
function saysNothingNew(row: ChannelRow, { outcome }: ReturnedAttempt, clock: Clock): boolean {
  if (row.state !== 'closed' || row.failures > 0) return false
  const age = Date.parse(clock.now()) - (row.last_success_at?.getTime() ?? 0)
  return obstacleOf(outcome) === undefined && age < 1_000
}

function changeBy(
  row: ChannelRow,
  attempt: ReturnedAttempt,
  clock: Clock,
): ChannelChange | undefined {
  const { outcome, isProbe } = attempt
  const told = 'retryAfterSeconds' in outcome ? outcome.retryAfterSeconds : undefined
  if (told !== undefined) return toldToWait(row, { outcome, told }, clock)
  if (obstacleOf(outcome) === 'channel') return failed(row, attempt, clock)
  const wasAnswered = obstacleOf(outcome) === undefined || outcome.httpStatus !== undefined
  if (wasAnswered) return answered(row, isProbe, clock)
  // It never came to the authority, so the next one finds out at once.
  return isProbe && row.state === 'half-open' ? { retry_at: clock.now() } : undefined
}

/** Only the probe decides over a half-open breaker: the others began before it opened. */
function answered(row: ChannelRow, isProbe: boolean, clock: Clock): ChannelChange {
  const success = { last_success_at: clock.now() }
  if (row.state === 'half-open' && !isProbe) return success
  const state = breakerAfter(row.state, 'answered')
  return state === 'closed'
    ? { ...success, state, failures: 0, openings: 0, opened_at: null, retry_at: null }
    : success
}

function failed(
  row: ChannelRow,
  { outcome, isProbe }: ReturnedAttempt,
  clock: Clock,
): ChannelChange {
  const failures = row.failures + 1
  const noted = { failures, ...errorOf(outcome, clock) }
  if (row.state === 'half-open' && !isProbe) return noted
  const event = failureEvent(row.state, failures)
  const state = breakerAfter(row.state, event)
  if (event !== 'tripped') return { ...noted, state }
  const openings = row.openings + 1
  const pause = pauseSeconds(openings, randomFraction(), timings.channelPause)
  return { ...noted, state, openings, opened_at: clock.now(), retry_at: after(clock, pause) }
}

function failureEvent(state: ChannelRow['state'], failures: number): BreakerEvent {
  if (state === 'half-open') return 'tripped'
  return state === 'closed' && failures >= timings.failuresToOpen ? 'tripped' : 'failed'
}

function toldToWait(
  row: ChannelRow,
  { outcome, told }: { readonly outcome: AttemptOutcome; readonly told: number },
  clock: Clock,
): ChannelChange {
  const wanted = after(clock, Math.min(told, timings.longestToldPauseSeconds))
  const isLonger = row.state !== 'open' || row.retry_at === null || wanted > row.retry_at
  return {
    state: breakerAfter(row.state, 'told-to-wait'),
    opened_at: row.opened_at ?? clock.now(),
    retry_at: isLonger ? wanted : row.retry_at,
    ...errorOf(outcome, clock),
  }
}

/** Everybody sees it, so of an answer only the status is kept: its words may speak of a business. */
function errorOf(outcome: AttemptOutcome, clock: Clock): ChannelChange {
  const { httpStatus } = outcome
  const words = 'why' in outcome ? outcome.why : outcome.kind
  return {
    last_error: httpStatus === undefined ? words : `HTTP ${httpStatus}`,
    last_error_at: clock.now(),
  }
}

function stateOf(transaction: TenantTransaction, channel: string): Promise<ChannelRow | undefined> {
  return transaction
    .selectFrom('channel_state')
    .selectAll()
    .where('channel', '=', channel)
    .executeTakeFirst()
}

async function lockState(transaction: TenantTransaction, channel: string): Promise<ChannelRow> {
  await transaction
    .insertInto('channel_state')
    .values({ channel, state: 'closed' })
    .onConflict((conflict) => conflict.column('channel').doNothing())
    .execute()
  return transaction
    .selectFrom('channel_state')
    .selectAll()
    .where('channel', '=', channel)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function changeState(
  transaction: TenantTransaction,
  channel: string,
  change: ChannelChange,
): Promise<void> {
  await transaction
    .updateTable('channel_state')
    .set(change)
    .where('channel', '=', channel)
    .execute()
}

function after(clock: Clock, seconds: number): Date {
  return new Date(Date.parse(clock.now()) + seconds * 1_000)
}
