import type { Instant } from '../../customs/calendar/local-date.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import type { MailReader } from '../mail/milestone-mail.ts'
import type { MilestoneMessage } from '../milestone-message.ts'
import type { ThreadMessage } from '../thread-message.ts'
import { sendDeliveryQueue } from './queues.ts'

/** What an endpoint receives when its owner wants to see whether it works. */
export interface TestMessage {
  readonly type: 'webhook.test'
  readonly timestamp: Instant
  readonly data: { readonly endpointId: string }
}

/** A mail about a milestone. The address is looked up when it is sent and never stored here. */
export interface MailToSend {
  readonly to: MailReader
  readonly message: MilestoneMessage
}

/** A mail to the staff about letters with an authority. */
export interface ThreadMailToSend {
  readonly to: 'tenant-contact'
  readonly message: ThreadMessage
}

/** Something to be told, before it is stored. */
export type NewDelivery = { readonly caseId?: string } & (
  | {
      readonly kind: 'webhook'
      readonly endpointId: string
      readonly payload: MilestoneMessage | ThreadMessage | TestMessage
    }
  | { readonly kind: 'email'; readonly payload: MailToSend | ThreadMailToSend }
)

/** A delivery as its tenant sees it. */
export interface Delivery {
  readonly deliveryId: string
  readonly kind: 'webhook' | 'email'
  /** The type of the message, such as `goods.released`. */
  readonly type: string
  readonly caseId?: string
  readonly endpointId?: string
  readonly state: 'due' | 'delivered' | 'dead'
  readonly attempts: number
  /** When the next attempt is made; absent once there is none. */
  readonly dueAt?: Instant
  readonly lastError?: string
  readonly createdAt: Instant
  readonly deliveredAt?: Instant
}

/**
 * Stores deliveries and asks for them to be made, within the transaction of what they tell of: they
 * go out if and only if that is committed.
 *
 * @returns their ids, in the order of the deliveries
 */
export async function putDeliveries(
  transaction: TenantTransaction,
  deliveries: readonly NewDelivery[],
  { tenantId, now }: { readonly tenantId: string; readonly now: Instant },
): Promise<readonly string[]> {
  if (deliveries.length === 0) return []
  const rows = deliveries.map((delivery) => ({
    id: newId('delivery'),
    tenant_id: tenantId,
    case_id: delivery.caseId ?? null,
    kind: delivery.kind,
    endpoint_id: delivery.kind === 'webhook' ? delivery.endpointId : null,
    payload: JSON.stringify(delivery.payload),
    state: 'due' as const,
    due_at: now,
    created_at: now,
  }))
  await transaction.insertInto('delivery').values(rows).execute()
  const ids = rows.map((row) => row.id)
  for (const deliveryId of ids) {
    await enqueue(transaction, sendDeliveryQueue, { tenantId, deliveryId })
  }
  return ids
}

/** Which deliveries a list shows. */
export interface DeliveryFilter {
  readonly state?: Delivery['state']
  readonly endpointId?: string
  /** Only deliveries that are older than this one. */
  readonly before?: string
  readonly limit: number
}

/** Deliveries, the newest first, one more than the limit so that the caller sees whether there are more. */
export async function listDeliveries(
  transaction: TenantTransaction,
  { state, endpointId, before, limit }: DeliveryFilter,
): Promise<readonly Row<'delivery'>[]> {
  let query = transaction.selectFrom('delivery').selectAll()
  if (state !== undefined) query = query.where('state', '=', state)
  if (endpointId !== undefined) query = query.where('endpoint_id', '=', endpointId)
  if (before !== undefined) query = query.where('id', '<', before)
  return query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** What became of one delivery. Fails with `not-found`. */
export async function readDelivery(
  transaction: TenantTransaction,
  deliveryId: string,
): Promise<Result<Delivery>> {
  const row = await transaction
    .selectFrom('delivery')
    .selectAll()
    .where('id', '=', deliveryId)
    .executeTakeFirst()
  return row === undefined ? noSuchDelivery(deliveryId) : success(deliveryOf(row))
}

/**
 * Gives a dead delivery a new start under its old id, by which its receiver knows a repetition. Fails
 * with `not-found`, or with `conflict` while a delivery is not dead.
 */
export async function replayDelivery(
  transaction: TenantTransaction,
  deliveryId: string,
  { tenantId, now }: { readonly tenantId: string; readonly now: Instant },
): Promise<Result<Delivery>> {
  const row = await transaction
    .selectFrom('delivery')
    .selectAll()
    .where('id', '=', deliveryId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return noSuchDelivery(deliveryId)
  if (row.state !== 'dead') return notDead(row.state)
  const replayed = await transaction
    .updateTable('delivery')
    .set({ state: 'due', attempts: 0, due_at: now })
    .where('id', '=', deliveryId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await enqueue(transaction, sendDeliveryQueue, { tenantId, deliveryId })
  return success(deliveryOf(replayed))
}

/** A delivery without its content, which for a mail is written to somebody else. */
export function deliveryOf(row: Row<'delivery'>): Delivery {
  return {
    deliveryId: row.id,
    kind: row.kind,
    type: messageOf(row).type,
    ...(row.case_id !== null && { caseId: row.case_id }),
    ...(row.endpoint_id !== null && { endpointId: row.endpoint_id }),
    state: row.state,
    attempts: row.attempts,
    ...(row.state === 'due' && { dueAt: instantOf(row.due_at) }),
    ...(row.last_error !== null && { lastError: row.last_error }),
    createdAt: instantOf(row.created_at),
    ...(row.delivered_at !== null && { deliveredAt: instantOf(row.delivered_at) }),
  }
}

function messageOf({
  kind,
  payload,
}: Row<'delivery'>): MilestoneMessage | ThreadMessage | TestMessage {
  return kind === 'email'
    ? (payload as MailToSend | ThreadMailToSend).message
    : (payload as MilestoneMessage)
}

function noSuchDelivery(deliveryId: string) {
  return failure({
    code: 'not-found',
    path: '',
    message: `There is no delivery ${deliveryId}.`,
    mend: 'List the deliveries to see their ids.',
    zh: { message: `没有推送 ${deliveryId}。`, mend: '请在推送列表中查看编号。' },
  })
}

function notDead(state: Delivery['state']) {
  return failure({
    code: 'conflict',
    path: '',
    message: `Only a dead delivery can be replayed; this one is ${state}.`,
    mend: 'Wait for the next attempt of one that is due; one that was delivered has arrived.',
    zh: {
      message:
        state === 'due'
          ? '只能重发已放弃的推送；此推送正在等待发送。'
          : '只能重发已放弃的推送；此推送已送达。',
      mend: '等待发送的请等待下次尝试；已送达的无须重发。',
    },
  })
}
