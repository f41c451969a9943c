import { sql } from 'kysely'

import { latestDateAnywhere } from '../../customs/calendar/latest-date-anywhere.ts'
import type { Order } from '../../customs/order/order.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import { newId, sha256Hex } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { follow } from '../life-cycle/life-cycle.ts'
import { orderLifeCycle } from '../life-cycle/order-life-cycle.ts'
import { insertOrderSearchTerms } from '../orders/order-search-terms.ts'
import { personalFieldsOf, pseudonymise } from '../personal/personal-fields.ts'
import { insertPersonalRecord, withPersonalFields } from '../personal/personal-record.ts'
import type { ChangeContext } from '../store/record-events.ts'

/**
 * Stores an order as it came, its personal data apart. An order has one reference within its
 * tenant; a second one under the same reference is refused and the first stays as it is. So is an
 * order of a day that has not begun anywhere yet.
 */
export async function receiveOrder(
  transaction: TenantTransaction,
  order: Order,
  context: ChangeContext,
): Promise<Result<{ readonly orderId: string }>> {
  if (order.orderedOn > latestDateAnywhere(context.now)) return failure(notOrderedYet)
  const orderId = newId('order')
  const recordId = newId('personal')
  const { tenantId, now } = context
  const personal = personalFieldsOf(order, recordId)
  const inserted = await insertOrder(
    transaction,
    { orderId, order, data: JSON.stringify(pseudonymise(order, personal)) },
    context,
  )
  if (!inserted) return referenceTaken(transaction, order.reference)
  await insertPersonalRecord(transaction, { id: recordId, tenantId, fields: personal, at: now })
  await insertOrderSearchTerms(transaction, { tenantId, orderId }, { order, personal })
  return success({ orderId })
}

/** An order as it came, its personal data in place. */
export async function readOrderById(
  transaction: TenantTransaction,
  orderId: string,
): Promise<Order | undefined> {
  const row = await transaction
    .selectFrom('customer_order')
    .select('data')
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return (await withPersonalFields(transaction, row.data)) as Order
}

/** Order and the first line of its history in one statement; nothing where the reference is taken. */
async function insertOrder(
  transaction: TenantTransaction,
  {
    orderId,
    order,
    data,
  }: { readonly orderId: string; readonly order: Order; readonly data: string },
  { tenantId, actor, cause, now }: ChangeContext,
): Promise<boolean> {
  const state = follow(orderLifeCycle, null, 'order-received')
  const { rows } = await sql`
    with received as (
      insert into customer_order
        (id, tenant_id, reference, channel, state, buyer_key, data, created_at)
      values (${orderId}, ${tenantId}, ${order.reference}, ${order.channel}, ${state},
        ${buyerKey(order, tenantId)}, ${data}::jsonb, ${now}::timestamptz)
      on conflict (tenant_id, reference) do nothing
      returning id
    ), recorded as (
      insert into order_event (tenant_id, order_id, type, state, actor, cause, at)
      select ${tenantId}, id, 'order-received', ${state}, ${JSON.stringify(actor)}::jsonb,
        ${JSON.stringify(cause)}::jsonb, ${now}::timestamptz
      from received
    )
    select id from received`.execute(transaction)
  return rows.length === 1
}

/** The same for every order of one buyer at one address within a tenant, and tells nothing of either. */
function buyerKey({ buyer, deliverTo }: Order, tenantId: string): string {
  const parts = [tenantId, buyer.name, deliverTo.postcode ?? '', ...deliverTo.lines]
  return sha256Hex(parts.map((part) => part.trim().toLowerCase()).join('\n'))
}

const notOrderedYet: Failure = {
  code: 'invalid-input',
  path: '/orderedOn',
  message: 'The order is dated later than today, wherever it was placed.',
  mend: 'State the day on which the buyer ordered.',
  zh: { message: '订单日期晚于今天（按全球任何时区计）。', mend: '请填写买方下单的日期。' },
}

async function referenceTaken(
  transaction: TenantTransaction,
  reference: string,
): Promise<Result<never>> {
  const { id, created_at } = await transaction
    .selectFrom('customer_order')
    .select(['id', 'created_at'])
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow()
  const day = instantOf(created_at).slice(0, 10)
  return failure({
    code: 'conflict',
    path: '/reference',
    message: `There is already an order ${reference} with other facts, which came in on ${day}: ${id}.`,
    mend: `Give each order a reference of its own, or read the one that exists at /v1/orders/${id}.`,
    zh: {
      message: `已有内容不同的订单 ${reference}，于 ${day} 接收：${id}。`,
      mend: `请为每个订单使用各自的订单号，或查看已有的订单 /v1/orders/${id}。`,
    },
  })
}
