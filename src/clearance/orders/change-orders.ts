import { sql } from 'kysely'

import { failure, type Failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { type OrderEvent, orderLifeCycle, type OrderState } from '../life-cycle/order-life-cycle.ts'
import { orderEventZh, orderStateZh } from '../life-cycle/state-names.ts'
import { pseudonymise } from '../personal/personal-fields.ts'
import { readPersonalFieldsOfOrders } from '../personal/personal-record.ts'
import type { ChangeContext } from '../store/record-events.ts'

/** What happens to some orders at once, and why where a person decided it. */
export interface OrderChange {
  /** Each once. */
  readonly orderIds: readonly string[]
  readonly event: Exclude<OrderEvent, 'order-received'>
  readonly reason?: string
  /** What it says besides, with references in the place of personal values. */
  readonly details?: object
}

/** An order after its change, its personal data still apart. */
export interface ChangedOrder {
  readonly id: string
  readonly reference: string
  readonly state: OrderState
  readonly data: object
}

/**
 * The one way in which the state of an order changes: all orders are locked, each takes the edge that
 * the table of its life has for the event, and who, why and when is recorded beside. Where the table
 * has no edge for one of them, none changes.
 *
 * The lock, the guard and the change are one statement, so that of two changes at once the later
 * finds the state that the earlier has left. Fails with `not-found` and `illegal-transition`.
 */
export async function changeOrders(
  transaction: TenantTransaction,
  change: OrderChange,
  context: ChangeContext,
): Promise<Result<readonly ChangedOrder[]>> {
  const { orderIds, event, details } = change
  const stored = details === undefined ? null : JSON.stringify(details)
  const reason = await storedReason(transaction, change)
  const { tenantId, actor, cause, now } = context
  const { rows } = await sql<ChangedOrder>`
    with present as materialized (
      select id, state from customer_order where id = any(${orderIds}) order by id for update
    ), allowed as materialized (
      select present.id, edge.to_state from present
      join (values ${edgesOf(event)}) as edge (from_state, to_state)
        on edge.from_state = present.state
    ), changed as (
      update customer_order set state = allowed.to_state from allowed
      where customer_order.id = allowed.id
        and (select count(*) from allowed) = ${orderIds.length}::integer
      returning customer_order.id, reference, customer_order.state, data
    ), recorded as (
      insert into order_event (tenant_id, order_id, type, state, reason, details, actor, cause, at)
      select ${tenantId}, id, ${event}, state, ${reason}::text, ${stored}::jsonb,
        ${JSON.stringify(actor)}::jsonb, ${JSON.stringify(cause)}::jsonb, ${now}::timestamptz
      from changed
    )
    select * from changed`.execute(transaction)
  if (rows.length === orderIds.length) return success(inOrderOf(orderIds, rows))
  const [first, ...others] = await failuresOf(transaction, change)
  return failure(first!, ...others)
}

/** References stand for names and addresses in it, as in the record of a case. */
async function storedReason(
  transaction: TenantTransaction,
  { orderIds, reason }: OrderChange,
): Promise<string | null> {
  if (reason === undefined) return null
  return pseudonymise(reason, await readPersonalFieldsOfOrders(transaction, orderIds))
}

/** The edges of an event as rows for the statement; they come from our table, never from a request. */
function edgesOf(event: OrderEvent) {
  const edges = orderLifeCycle.transitions.filter((edge) => edge.event === event)
  return sql.join(edges.map(({ from, to }) => sql`(${from}::text, ${to}::text)`))
}

function inOrderOf(orderIds: readonly string[], rows: readonly ChangedOrder[]) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return orderIds.map((orderId) => byId.get(orderId)!)
}

/** Why each order that stood in the way cannot take the event; their rows are locked still. */
async function failuresOf(
  transaction: TenantTransaction,
  { orderIds, event }: OrderChange,
): Promise<readonly Failure[]> {
  const rows = await transaction
    .selectFrom('customer_order')
    .select(['id', 'reference', 'state'])
    .where('id', 'in', orderIds)
    .execute()
  const allowed = new Set(
    orderLifeCycle.transitions.filter((edge) => edge.event === event).map(({ from }) => from),
  )
  return orderIds.flatMap((orderId): readonly Failure[] => {
    const row = rows.find(({ id }) => id === orderId)
    if (row === undefined) return [noSuchOrder(orderId)]
    return allowed.has(row.state) ? [] : [notInThisState(row, event)]
  })
}

/** The failure of a command about an order that this tenant does not have. */
export function noSuchOrder(orderId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no order ${orderId}.`,
    mend: 'Its id may be cut short or misspelt; look for it in the list of orders.',
    zh: { message: `没有订单 ${orderId}。`, mend: '编号可能不完整或有误，请在订单列表中查找。' },
  }
}

function notInThisState(
  { reference, state }: Pick<ChangedOrder, 'reference' | 'state'>,
  event: OrderEvent,
): Failure {
  return {
    code: 'illegal-transition',
    path: '',
    message: `Order ${reference} is ${state}, and ${event.replaceAll('-', ' ')} cannot follow.`,
    mend: 'Read the order for how it came there; its life cycle is drawn in docs/life-cycle.md.',
    zh: {
      message: `订单 ${reference} 的状态为“${orderStateZh[state]}”，不能再${orderEventZh[event]}。`,
      mend: '请查看订单的经过；其流程图见 docs/life-cycle.md。',
    },
  }
}
