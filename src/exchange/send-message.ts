import type { Clock } from '../platform/clock.ts'
import { randomFraction } from '../platform/ids.ts'
import { enqueue } from '../platform/jobs/index.ts'
import type { Log } from '../platform/log.ts'
import {
  type Database,
  inTenant,
  type Schema,
  type TenantTransaction,
} from '../platform/postgres/index.ts'
import { type AttemptOutcome, obstacleOf, reasonOf } from './attempt-outcome.ts'
import { endAttempt } from './attempts.ts'
import { noteLimit, noteOnChannel } from './breaker.ts'
import type { Channel, RefusalError } from './channel.ts'
import { type Claim, claimNext, type Next } from './claim-next.ts'
import { noteBegun, noteStored } from './collected-notifications.ts'
import { holdLease } from './hold-lease.ts'
import type { IncomingNotification, Receipt } from './inbox.ts'
import type { OutboxMessage } from './outbox.ts'
import { limitOn, type PacedChannel } from './pace.ts'
import { sendMessageQueue } from './queues.ts'
import { pauseSeconds } from './retry-schedule.ts'
import { timings } from './timings.ts'
import { AttemptTurns, type Turns } from './turns.ts'

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
  /** The name of this process, as it stands on its attempts. */
  readonly node: string
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

/**
 * Sends the message whose turn it is on a channel, if there is one, and records what became of it.
 * Safe to run any number of times, also at once and on several nodes.
 */
export async function sendNext(ports: ExchangePorts, channel: string): Promise<Next['kind']> {
  const next = await claimNext(ports, channel)
  if (next.kind === 'claimed') await sendClaimed(ports, next.claim)
  return next.kind
}

/**
 * Sends a claimed message and records what became of it. One whose earlier attempt ended in doubt
 * is asked for before the same bytes go out again.
 */
export async function sendClaimed(ports: ExchangePorts, claim: Claim): Promise<void> {
  const { message, attemptId, isProbe } = claim
  if (message.attempts > timings.attemptsMax) return giveUp(ports, claim)
  const channel = ports.channels.get(message.channel)
  if (channel === undefined) throw new RangeError(`no channel ${message.channel}`)
  const turns = new AttemptTurns(pacedChannel(ports, channel), message.tenantId)
  const lease = holdLease(ports, claim)
  const startedAt = performance.now()
  const announce = announcerOf(ports, claim)
  const outcome = await attempt(ports, { channel, claim, turns, announce }).finally(() =>
    lease.letGo(),
  )
  const latencyMs = Math.max(0, performance.now() - startedAt - turns.waitedMs)
  await inTenant(ports.database, message.tenantId, async (transaction) => {
    await endAttempt(transaction, { attemptId, outcome, latencyMs, now: ports.clock.now() })
    await recordOutcome(ports, transaction, { claim, outcome })
  })
  await noteOnChannel(ports, { channel: channel.name, outcome, isProbe })
  if (outcome.kind === 'known') await fetchMissed(ports, channel, outcome.conversationId, turns)
}

/** Each of its senders was lost: it would take down the next one as well. */
async function giveUp(ports: ExchangePorts, claim: Claim): Promise<void> {
  const why = 'no sender that took it up has come back'
  const outcome = { kind: 'unknown', obstacle: 'message', why } as const
  const { attemptId } = claim
  await inTenant(ports.database, claim.message.tenantId, async (transaction) => {
    await endAttempt(transaction, { attemptId, outcome, latencyMs: 0, now: ports.clock.now() })
    await recordOutcome(ports, transaction, { claim, outcome })
  })
}

function pacedChannel(ports: ExchangePorts, { name }: Channel): PacedChannel {
  return { database: ports.database, channel: name, limitPerSecond: limitOn(ports, name) }
}

/** Stores by which conversation a message will be answered, while its sender still has the lease. */
function announcerOf(
  { database }: ExchangePorts,
  { message: { tenantId, messageId }, attemptId }: Claim,
): (conversationId: string) => Promise<void> {
  return (conversationId) =>
    inTenant(database, tenantId, async (transaction) => {
      await transaction
        .updateTable('exchange_message')
        .set({ conversation_id: conversationId })
        .where('id', '=', messageId)
        .where('attempt_id', '=', attemptId)
        .where('state', '=', 'sending')
        .execute()
    })
}

interface Attempt {
  readonly channel: Channel
  readonly claim: Claim
  readonly turns: Turns
  readonly announce: (conversationId: string) => Promise<void>
}

/** A fault of ours in the middle of it leaves the message in doubt, like any other break. */
async function attempt(
  ports: ExchangePorts,
  { channel, claim, turns, announce }: Attempt,
): Promise<AttemptOutcome> {
  const { message, doubtful } = claim
  try {
    return doubtful
      ? await sendUnlessKnown({ channel, claim, turns, announce })
      : await channel.send(message, turns, announce)
  } catch (error) {
    ports.log.error({ messageId: message.messageId, err: error }, 'an attempt to send has failed')
    return { kind: 'unknown', obstacle: 'message', why: 'the attempt was broken off by a fault' }
  }
}

async function sendUnlessKnown({
  channel,
  claim: { message },
  turns,
  announce,
}: Attempt): Promise<AttemptOutcome> {
  const inquiry = await channel.inquire(message, turns)
  switch (inquiry.kind) {
    case 'known':
      return inquiry
    case 'not-known':
      return channel.send(message, turns, announce)
    case 'no-answer':
      return { ...inquiry, kind: 'unknown' }
  }
}

/**
 * The answers to a message whose own answer was lost may have been pushed while nobody listened.
 * They are fetched by its conversation; what came by push as well is known by its id.
 */
async function fetchMissed(
  ports: ExchangePorts,
  channel: Channel,
  conversationId: string | undefined,
  turns: Turns,
): Promise<void> {
  if (conversationId === undefined) return
  const held = (notificationId: string) => ({ channel: channel.name, notificationId })
  const setback = await channel.pull(conversationId, {
    turns,
    begin: (notificationId) => noteBegun(ports, held(notificationId)),
    take: async (notificationId, bytes) => {
      await ports.receive({ channel: channel.name, conversationId, bytes })
      await noteStored(ports, held(notificationId))
    },
  })
  if (setback !== undefined) await noteLimit(ports, channel.name, setback)
}

interface Ended {
  readonly claim: Claim
  readonly outcome: AttemptOutcome
}

/** What a sender brings back that has lost its lease changes nothing: another one is at work. */
async function recordOutcome(
  ports: ExchangePorts,
  transaction: TenantTransaction,
  { claim, outcome }: Ended,
): Promise<void> {
  const { observer, clock } = ports
  const { message } = claim
  switch (outcome.kind) {
    case 'known':
    case 'delivered': {
      const { conversationId } = outcome
      const isOurs = await settle(transaction, claim, {
        state: 'sent',
        sent_at: clock.now(),
        ...(conversationId === undefined ? {} : { conversation_id: conversationId }),
      })
      if (isOurs) await observer.delivered(transaction, message, conversationId)
      return
    }
    case 'refused': {
      const last_error = reasonOf(outcome) ?? null
      const isOurs = await settle(transaction, claim, { state: 'refused', last_error })
      if (isOurs) await observer.refused(transaction, message, outcome.errors)
      return
    }
    case 'not-sent':
    case 'unknown':
      return tryLater(ports, transaction, { claim, outcome })
  }
}

interface Unfinished extends Ended {
  readonly outcome: Extract<AttemptOutcome, { kind: 'not-sent' | 'unknown' }>
}

async function tryLater(
  { clock, observer, log }: ExchangePorts,
  transaction: TenantTransaction,
  ended: Unfinished,
): Promise<void> {
  const { message } = ended.claim
  const { messageId, channel, attempts } = message
  const { kind, why, waitsFor } = ended.outcome
  log.warn({ messageId, attempts, why }, 'message not delivered yet')
  const counts = countsAgainst(ended)
  if (counts && attempts >= timings.attemptsMax) {
    const isOurs = await settle(transaction, ended.claim, { state: 'dead', last_error: why })
    if (isOurs) await observer.dead(transaction, message, why)
    return
  }
  const afterSeconds = pauseAfter(ended)
  const isOurs = await settle(transaction, ended.claim, {
    state: kind === 'unknown' ? 'unknown' : 'due',
    last_error: why,
    due_at: new Date(Date.parse(clock.now()) + afterSeconds * 1_000),
    attempts: counts ? attempts : attempts - 1,
    waits_for: waitsFor ?? null,
  })
  // What waits for a connection is taken up when there is one.
  if (!isOurs || waitsFor !== undefined) return
  await enqueue(transaction, sendMessageQueue, { channel }, { afterSeconds })
  if (kind === 'unknown') await observer.unknown(transaction, message, why)
}

/**
 * A message is given up for its own faults, not for those of others: a probe that finds the channel
 * still broken, an authority that wants to hear nothing and a business that is not let in leave its
 * attempts as they were.
 */
function countsAgainst({ claim, outcome }: Unfinished): boolean {
  if (outcome.retryAfterSeconds !== undefined) return false
  const obstacle = obstacleOf(outcome)
  return obstacle === 'message' || (obstacle === 'channel' && !claim.isProbe)
}

function pauseAfter({ claim, outcome }: Unfinished): number {
  if (outcome.waitsFor !== undefined) return timings.connectionPauseSeconds
  return pauseSeconds(claim.message.attempts, randomFraction())
}

/** @returns whether the lease was still ours, so that the message is now as it was to be */
async function settle(
  transaction: TenantTransaction,
  { message, attemptId }: Claim,
  change: {
    readonly state: 'due' | 'unknown' | 'sent' | 'refused' | 'dead'
    readonly due_at?: Date
    readonly sent_at?: string
    readonly conversation_id?: string
    readonly last_error?: string | null
    readonly attempts?: number
    readonly waits_for?: 'connection' | null
  },
): Promise<boolean> {
  const settled = await transaction
    .updateTable('exchange_message')
    .set(change)
    .where('id', '=', message.messageId)
    .where('attempt_id', '=', attemptId)
    .where('state', '=', 'sending')
    .returning('id')
    .executeTakeFirst()
  return settled !== undefined
}
