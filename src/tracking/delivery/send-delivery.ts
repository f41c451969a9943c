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
import { type Claim, claimDelivery, type ContentSettings } from './claim-delivery.ts'
import { type DeliveryJob, sendDeliveryQueue } from './queues.ts'
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
 * Makes one attempt at a delivery and records what became of it. Safe to run any number of times,
 * also at once: a lease gives a delivery to one worker at a time. A worker that dies between the
 * attempt and its record is followed by another, so a receiver may see a message twice, under the
 * same id.
 */
export async function sendDelivery(ports: DeliveryPorts, job: DeliveryJob): Promise<void> {
  const { database, clock } = ports
  const claim = await inTenant(database, job.tenantId, (transaction) =>
    claimDelivery(transaction, job.deliveryId, ports),
  )
  if (claim === undefined) return
  const outcome = await attempt(ports, claim.content, new Date(clock.now()))
  await inTenant(database, job.tenantId, (transaction) =>
    record(transaction, { ports, job, claim, outcome }),
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

interface Attempted {
  readonly ports: DeliveryPorts
  readonly job: DeliveryJob
  readonly claim: Claim
  readonly outcome: Outcome
}

async function record(transaction: TenantTransaction, attempted: Attempted): Promise<void> {
  const { ports, job, claim, outcome } = attempted
  const now = ports.clock.now()
  if (outcome.kind === 'delivered') {
    return settle(transaction, claim, { state: 'delivered', delivered_at: now, last_error: null })
  }
  const { deliveryId, attempts } = claim
  ports.log.warn({ deliveryId, attempts, why: outcome.why }, 'not delivered')
  const afterSeconds = outcome.kind === 'failed' ? pauseSeconds(attempts) : undefined
  if (afterSeconds === undefined) {
    await settle(transaction, claim, { state: 'dead', last_error: outcome.why })
  } else {
    const due_at = new Date(Date.parse(now) + afterSeconds * 1_000)
    await settle(transaction, claim, { due_at, last_error: outcome.why })
    await enqueue(transaction, sendDeliveryQueue, job, { afterSeconds })
  }
  if (outcome.kind === 'hopeless' && outcome.disable !== undefined) {
    await disableEndpoint(transaction, outcome.disable, now)
  }
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
