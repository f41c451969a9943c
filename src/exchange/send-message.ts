import { sql } from 'kysely'
import type { Clock } from '../platform/clock.ts'
import { enqueue } from '../platform/jobs/index.ts'
import type { Log } from '../platform/log.ts'
import {
  type Database,
  inTenant,
  type Row,
  type Schema,
  type TenantTransaction,
} from '../platform/postgres/index.ts'
import { randomFraction } from '../platform/ids.ts'
import type { Channel, Inquiry, RefusalError, SendOutcome, Setback } from './channel.ts'
import type { IncomingNotification, Receipt } from './inbox.ts'
import type { OutboxMessage } from './outbox.ts'
import { awaitTurn } from './pace.ts'
import { type MessageJob, sendMessageQueue } from './queues.ts'
import { attemptsMax, pauseSeconds } from './retry-schedule.ts'

/** Those who are told, in the same transaction, what became of a message. */
export interface MessageObserver {
  delivered(
    transaction: TenantTransaction,
    message: OutboxMessage,
    conversationId: string | undefined,
  ): Promise<void>
  refused(
    transaction: TenantTransaction,
    message: OutboxMessage,
    errors: readonly RefusalError[],
  ): Promise<void>
  unknown(transaction: TenantTransaction, message: OutboxMessage, why: string): Promise<void>
  dead(transaction: TenantTransaction, message: OutboxMessage, why: string): Promise<void>
}

/** What the sender works with; who cares what became of a message is handed in as the observer. */
export interface ExchangePorts {
  readonly database: Database<Schema>
  readonly clock: Clock
  readonly log: Log
  /**
   * By the channel name that messages carry; a message of another channel is a broken invariant.
   */
  readonly channels: ReadonlyMap<string, Channel>
  readonly observer: MessageObserver
  /** Requests a second to one authority, of all nodes together. */
  readonly limitPerSecond: number | 'off'
  /** Takes in what was fetched from the authority, as if it had been pushed. */
  readonly receive: (notification: IncomingNotification) => Promise<Receipt>
}

/** What an attempt has come to; `known` where the authority had the message already. */
type AttemptOutcome = SendOutcome | Extract<Inquiry, { kind: 'known' }>

/** A sender that does not come back within this time is taken for dead; its message is unknown. */
const LEASE_SECONDS = 20

/**
 * How often a message is tried that waits for the business to be connected: it is taken up when that
 * happens, so this is only the net under it.
 */
const LOOK_AGAIN_SECONDS = 5 * 60

interface Claim {
  readonly message: OutboxMessage
  /** Whether an earlier attempt may have reached the authority. */
  readonly doubtful: boolean
}

/**
 * Sends one message of the outbox and records what became of it. Safe to run any number of times,
 * also at once: a lease lets one sender at a time work on a message, and a message whose earlier
 * attempt ended in doubt is asked for before the same bytes go out again.
 */
export async function sendMessage(ports: ExchangePorts, job: MessageJob): Promise<void> {
  const claim = await inTenant(ports.database, job.tenantId, (transaction) =>
    claimMessage(transaction, job.messageId, ports.clock),
  )
  if (claim === undefined) return
  const channel = ports.channels.get(claim.message.channel)
  if (channel === undefined) throw new RangeError(`no channel ${claim.message.channel}`)
  const outcome = claim.doubtful
    ? await sendUnlessKnown(ports, channel, claim.message)
    : await sendNow(ports, channel, claim.message)
  await inTenant(ports.database, job.tenantId, (transaction) =>
    recordOutcome(ports, transaction, claim.message, outcome),
  )
  if (outcome.kind === 'known') await fetchMissed(ports, channel, outcome.conversationId)
}

/**
 * The answers to a message whose own answer was lost may have been pushed while nobody listened.
 * They are fetched by its conversation; what came by push as well is known by its id.
 */
async function fetchMissed(
  ports: ExchangePorts,
  channel: Channel,
  conversationId: string | undefined,
): Promise<void> {
  if (conversationId === undefined) return
  await awaitTurn(ports.database, channel.name, ports.limitPerSecond)
  for (const bytes of await channel.pull(conversationId)) {
    await ports.receive({ channel: channel.name, conversationId, bytes })
  }
}

async function claimMessage(
  transaction: TenantTransaction,
  messageId: string,
  clock: Clock,
): Promise<Claim | undefined> {
  const row = await leaseDue(transaction, messageId, {
    now: new Date(clock.now()),
    leasedUntil: after(clock, LEASE_SECONDS),
  })
  if (row === undefined) return undefined
  const { tenant_id, case_id, channel, kind, lrn, ducr, body } = row
  return {
    doubtful: row.earlier_state !== 'due',
    message: {
      messageId,
      tenantId: tenant_id,
      caseId: case_id,
      ...{ channel, kind, lrn, ducr, body, attempts: row.attempts },
    },
  }
}

type LeasedRow = Row<'exchange_message'> & {
  readonly earlier_state: Row<'exchange_message'>['state']
}

/** Skips a message that another sender is just claiming or recording. */
async function leaseDue(
  transaction: TenantTransaction,
  messageId: string,
  { now, leasedUntil }: { readonly now: Date; readonly leasedUntil: Date },
): Promise<LeasedRow | undefined> {
  const { rows } = await sql<LeasedRow>`
    with due as (
      select id, state from exchange_message
      where id = ${messageId} and state in ('due', 'sending', 'unknown') and due_at <= ${now}
      for update skip locked
    )
    update exchange_message as message
    set state = 'sending', attempts = attempts + 1, due_at = ${leasedUntil}, waits_for = null
    from due where message.id = due.id
    returning message.*, due.state as earlier_state
  `.execute(transaction)
  return rows[0]
}

async function sendUnlessKnown(
  ports: ExchangePorts,
  channel: Channel,
  message: OutboxMessage,
): Promise<AttemptOutcome> {
  await awaitTurn(ports.database, channel.name, ports.limitPerSecond)
  const inquiry = await channel.inquire(message)
  switch (inquiry.kind) {
    case 'known':
      return inquiry
    case 'not-known':
      return sendNow(ports, channel, message)
    case 'no-answer':
      return { ...inquiry, kind: 'unknown' }
  }
}

async function sendNow(
  ports: ExchangePorts,
  channel: Channel,
  message: OutboxMessage,
): Promise<SendOutcome> {
  await awaitTurn(ports.database, channel.name, ports.limitPerSecond)
  return channel.send(message)
}

async function recordOutcome(
  ports: ExchangePorts,
  transaction: TenantTransaction,
  message: OutboxMessage,
  outcome: AttemptOutcome,
): Promise<void> {
  const { observer, clock } = ports
  switch (outcome.kind) {
    case 'known':
    case 'delivered': {
      const { conversationId } = outcome
      await settle(transaction, message, {
        state: 'sent',
        sent_at: clock.now(),
        ...(conversationId === undefined ? {} : { conversation_id: conversationId }),
      })
      return observer.delivered(transaction, message, conversationId)
    }
    case 'refused': {
      const last_error = outcome.errors.map((error) => `${error.code}: ${error.message}`).join('; ')
      await settle(transaction, message, { state: 'refused', last_error })
      return observer.refused(transaction, message, outcome.errors)
    }
    case 'not-sent':
    case 'unknown':
      return tryLater(ports, transaction, message, outcome)
  }
}

async function tryLater(
  { clock, observer, log }: ExchangePorts,
  transaction: TenantTransaction,
  message: OutboxMessage,
  { kind, why, waitsFor }: Setback & { readonly kind: 'not-sent' | 'unknown' },
): Promise<void> {
  const { messageId, tenantId, attempts } = message
  log.warn({ messageId, attempts, why }, 'message not delivered yet')
  if (waitsFor !== undefined) {
    return settle(transaction, message, {
      state: kind === 'unknown' ? 'unknown' : 'due',
      attempts: attempts - 1,
      due_at: after(clock, LOOK_AGAIN_SECONDS),
      ...{ last_error: why, waits_for: waitsFor },
    })
  }
  if (attempts >= attemptsMax) {
    await settle(transaction, message, { state: 'dead', last_error: why })
    return observer.dead(transaction, message, why)
  }
  const afterSeconds = pauseSeconds(attempts, randomFraction())
  const state = kind === 'unknown' ? 'unknown' : 'due'
  await settle(transaction, message, { state, last_error: why, due_at: after(clock, afterSeconds) })
  await enqueue(transaction, sendMessageQueue, { tenantId, messageId }, { afterSeconds })
  if (kind === 'unknown') await observer.unknown(transaction, message, why)
}

async function settle(
  transaction: TenantTransaction,
  { messageId }: OutboxMessage,
  change: {
    readonly state: 'due' | 'unknown' | 'sent' | 'refused' | 'dead'
    readonly due_at?: Date
    readonly sent_at?: string
    readonly conversation_id?: string
    readonly last_error?: string
    readonly attempts?: number
    readonly waits_for?: 'connection'
  },
): Promise<void> {
  await transaction
    .updateTable('exchange_message')
    .set(change)
    .where('id', '=', messageId)
    .where('state', '=', 'sending')
    .execute()
}

function after(clock: Clock, seconds: number): Date {
  return new Date(Date.parse(clock.now()) + seconds * 1000)
}
