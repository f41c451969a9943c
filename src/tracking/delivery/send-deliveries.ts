import { sql } from 'kysely'

import type { Clock } from '../../platform/clock.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { Log } from '../../platform/log.ts'
import {
  type Database,
  inTenant,
  type RowChange,
  type Schema,
  type TenantTransaction,
} from '../../platform/postgres/index.ts'
import type { Mailer } from '../mail/mailer.ts'
import { postWebhook } from '../webhooks/post-webhook.ts'
import type { WebhookReach } from '../webhooks/webhook-reach.ts'
import { type Claim, claimDeliveries, type ContentSettings } from './claim-deliveries.ts'
import { sendDeliveryQueue } from './queues.ts'
import { pauseSeconds } from './retry-schedule.ts'

/** What delivering works with. */
export interface DeliveryPorts extends ContentSettings {
  readonly database: Database<Schema>
  readonly clock: Clock
  readonly log: Log
  readonly mailer: Mailer
  readonly reach: WebhookReach
}

/** `failed` is tried again by the schedule, `hopeless` never. */
type Outcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'hopeless'; readonly why: string; readonly disable?: string }

/**
 * Makes one attempt at each of a tenant's deliveries and records what became of them. Safe to run any
 * number of times, also at once: a lease gives a delivery to one worker at a time. A worker that dies
 * between the attempt and its record is followed by another, so a receiver may see a message twice,
 * under the same id.
 */
export async function sendDeliveries(
  ports: DeliveryPorts,
  tenantId: string,
  deliveryIds: readonly string[],
): Promise<void> {
  const { database, clock } = ports
  const claims = await inTenant(database, tenantId, (transaction) =>
    claimDeliveries(transaction, deliveryIds, ports),
  )
  if (claims.length === 0) return
  const sentAt = new Date(clock.now())
  const attempted = await Promise.all(
    claims.map(async (claim) => ({ claim, outcome: await attempt(ports, claim.content, sentAt) })),
  )
  await inTenant(database, tenantId, (transaction) =>
    record(transaction, { ports, tenantId, attempted }),
  )
}

async function attempt(
  { mailer, reach }: DeliveryPorts,
  content: Claim['content'],
  sentAt: Date,
): Promise<Outcome> {
  switch (content.kind) {
    case 'impossible':
      return { kind: 'hopeless', why: content.why }
    case 'email': {
      const outcome = await mailer.send({ ...content.mail, sentAt })
      if (outcome.kind === 'sent') return { kind: 'delivered' }
      return { kind: outcome.kind === 'refused' ? 'hopeless' : 'failed', why: outcome.why }
    }
    case 'webhook': {
      const answer = await postWebhook({ ...content.webhook, sentAt }, reach)
      if (answer.kind === 'no-answer') return { kind: 'failed', why: answer.why }
      return outcomeOf(answer.status, content.endpointId)
    }
  }
}

const GONE = 410

/** Any 2xx is a receipt; by 410 a receiver asks to be left alone (Standard Webhooks 1.0.0). */
function outcomeOf(status: number, endpointId: string): Outcome {
  if (status >= 200 && status < 300) return { kind: 'delivered' }
  const why = `the endpoint answered ${status}`
  return status === GONE ? { kind: 'hopeless', why, disable: endpointId } : { kind: 'failed', why }
}

interface Attempt {
  readonly claim: Claim
  readonly outcome: Outcome
}

interface Attempts {
  readonly ports: DeliveryPorts
  readonly tenantId: string
  readonly attempted: readonly Attempt[]
}

async function record(transaction: TenantTransaction, attempts: Attempts): Promise<void> {
  const { ports, tenantId, attempted } = attempts
  const delivered = attempted.filter(({ outcome }) => outcome.kind === 'delivered')
  await settleDelivered(transaction, delivered, ports.clock.now())
  for (const { claim, outcome } of attempted) {
    if (outcome.kind !== 'delivered') {
      await recordFailure(transaction, { ports, tenantId, claim, outcome })
    }
  }
}

interface FailedAttempt extends Attempt {
  readonly ports: DeliveryPorts
  readonly tenantId: string
  readonly outcome: Exclude<Outcome, { kind: 'delivered' }>
}

async function recordFailure(
  transaction: TenantTransaction,
  { ports, tenantId, claim, outcome }: FailedAttempt,
): Promise<void> {
  const now = ports.clock.now()
  const { deliveryId, attempts } = claim
  ports.log.warn({ deliveryId, attempts, why: outcome.why }, 'not delivered')
  const afterSeconds = outcome.kind === 'failed' ? pauseSeconds(attempts) : undefined
  if (afterSeconds === undefined) {
    await settle(transaction, claim, { state: 'dead', last_error: outcome.why })
  } else {
    const due_at = new Date(Date.parse(now) + afterSeconds * 1_000)
    await settle(transaction, claim, { due_at, last_error: outcome.why })
    await enqueue(transaction, sendDeliveryQueue, { tenantId, deliveryId }, { afterSeconds })
  }
  if (outcome.kind === 'hopeless' && outcome.disable !== undefined) {
    await disableEndpoint(transaction, outcome.disable, now)
  }
}

/** What was delivered is most of it, and is noted in one statement. */
async function settleDelivered(
  transaction: TenantTransaction,
  delivered: readonly Attempt[],
  now: string,
): Promise<void> {
  if (delivered.length === 0) return
  const ids = delivered.map(({ claim }) => claim.deliveryId)
  const attempts = delivered.map(({ claim }) => claim.attempts)
  await sql`
    update delivery set state = 'delivered', delivered_at = ${now}, last_error = null
    from unnest(${ids}::text[], ${attempts}::int[]) as done (id, attempts)
    where delivery.id = done.id and delivery.attempts = done.attempts and delivery.state = 'due'
  `.execute(transaction)
}

/** A worker whose lease ran out has nothing to say any more: another attempt counts by then. */
async function settle(
  transaction: TenantTransaction,
  { deliveryId, attempts }: Claim,
  change: RowChange<'delivery'>,
): Promise<void> {
  await transaction
    .updateTable('delivery')
    .set(change)
    .where('id', '=', deliveryId)
    .where('state', '=', 'due')
    .where('attempts', '=', attempts)
    .execute()
}

async function disableEndpoint(
  transaction: TenantTransaction,
  endpointId: string,
  now: string,
): Promise<void> {
  await transaction
    .updateTable('webhook_endpoint')
    .set({ disabled_at: now })
    .where('id', '=', endpointId)
    .where('disabled_at', 'is', null)
    .execute()
}
