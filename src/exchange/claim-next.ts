import { sql } from 'kysely'
import { newId } from '../platform/ids.ts'
import {
  enterPicked,
  inTransaction,
  type Row,
  type TenantTransaction,
} from '../platform/postgres/index.ts'
import { beginAttempt } from './attempts.ts'
import { askBreaker, beginProbe } from './breaker.ts'
import type { OutboxMessage } from './outbox.ts'
import { limitOn, lockPace, stepSeconds } from './pace.ts'
import type { ExchangePorts } from './send-message.ts'
import { timings } from './timings.ts'

/** A message that is this sender's to bring to the authority, with one turn to do so. */
export interface Claim {
  readonly message: OutboxMessage
  /** The lease: whoever holds another one has taken the message over. */
  readonly attemptId: string
  /** Whether an earlier attempt may have reached the authority. */
  readonly doubtful: boolean
  /** Whether it finds out how the channel does, for all. */
  readonly isProbe: boolean
}

/** What is to be done next on a channel: send, wait for a turn or for the breaker, or rest. */
export type Next =
  | { readonly kind: 'claimed'; readonly claim: Claim }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'nothing' }

/**
 * Takes the next turn of a channel together with the message whose turn it is: among the tenants
 * with something due, the one that has had the least. Turn, lease and share are one transaction, so
 * that a turn is used up only with a message to use it for, and no two nodes get the same.
 */
export function claimNext(ports: ExchangePorts, channel: string): Promise<Next> {
  const { database, clock } = ports
  return inTransaction(database, async (transaction): Promise<Next> => {
    const { waitMs } = await lockPace(transaction, channel)
    const limitPerSecond = limitOn(ports, channel)
    if (limitPerSecond !== 'off' && waitMs > 0) return { kind: 'wait', ms: waitMs }
    const admission = await askBreaker(transaction, channel, clock)
    if (admission.kind === 'wait') return admission
    const now = new Date(clock.now())
    const picked = await enterPicked(transaction, 'next_exchange_message', [channel, now])
    if (picked === undefined) return { kind: 'nothing' }
    const attemptId = newId('attempt')
    const row = await lease(transaction, { messageId: picked.message_id!, attemptId, now })
    // Its sender has just come back after all and is recording what became of it.
    if (row === undefined) return { kind: 'wait', ms: 0 }
    const isProbe = admission.kind === 'probe'
    if (isProbe) await beginProbe(transaction, channel, clock)
    const { tenant_id: tenantId, id: messageId } = row
    const attempt = { attemptId, tenantId, messageId, channel, node: ports.node, now: clock.now() }
    await beginAttempt(transaction, attempt)
    await useTurn(transaction, { channel, tenantId, step: stepSeconds(limitPerSecond) })
    const doubtful = row.earlier_state !== 'due'
    return { kind: 'claimed', claim: { message: messageOf(row), attemptId, doubtful, isProbe } }
  })
}

type LeasedRow = Row<'exchange_message'> & {
  readonly earlier_state: Row<'exchange_message'>['state']
}

/** Skips a message whose outcome another sender is just recording. */
async function lease(
  transaction: TenantTransaction,
  facts: { readonly messageId: string; readonly attemptId: string; readonly now: Date },
): Promise<LeasedRow | undefined> {
  const { messageId, attemptId, now } = facts
  const leasedUntil = new Date(now.getTime() + timings.leaseSeconds * 1_000)
  const { rows } = await sql<LeasedRow>`
    with due as (
      select id, state from exchange_message
      where id = ${messageId} and state in ('due', 'sending', 'unknown') and due_at <= ${now}
      for update skip locked
    )
    update exchange_message as message
    set state = 'sending', attempts = attempts + 1, due_at = ${leasedUntil},
      attempt_id = ${attemptId}, waits_for = null
    from due where message.id = due.id
    returning message.*, due.state as earlier_state
  `.execute(transaction)
  return rows[0]
}

/**
 * Start-time fair queueing: a turn begins where the tenant's last one ended, or at the channel's
 * virtual time for one that had nothing to send, which therefore saves nothing up by resting.
 */
async function useTurn(
  transaction: TenantTransaction,
  use: { readonly channel: string; readonly tenantId: string; readonly step: number },
): Promise<void> {
  const { channel, tenantId, step } = use
  await sql`
    with used as (
      insert into channel_share as share (channel, tenant_id, finish, served_at)
      select channel, ${tenantId}, virtual_time + 1, clock_timestamp()
      from channel_pace where channel = ${channel}
      on conflict (channel, tenant_id) do update
        set finish = greatest(share.finish, excluded.finish - 1) + 1, served_at = excluded.served_at
      returning finish
    )
    update channel_pace
    set virtual_time = greatest(virtual_time, used.finish - 1),
      next_at = greatest(next_at, clock_timestamp()) + make_interval(secs => ${step})
    from used where channel = ${channel}
  `.execute(transaction)
}

/** A message as those who send it or are told of it know it. */
export function messageOf(row: Row<'exchange_message'>): OutboxMessage {
  const { tenant_id, case_id, channel, kind, lrn, ducr, subject, body, attempts } = row
  return {
    ...{ messageId: row.id, tenantId: tenant_id, caseId: case_id },
    ...{ channel, kind, lrn, ducr, subject, body, attempts },
  }
}
