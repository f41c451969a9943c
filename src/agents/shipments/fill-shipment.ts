import { orderStateZh } from '../../clearance/life-cycle/state-names.ts'
import { noSuchOrder } from '../../clearance/orders/change-orders.ts'
import { lockOrders } from '../../clearance/orders/lock-orders.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import { jsonPointer } from '../../customs/json-pointer.ts'
import type { Order } from '../../customs/order/order.ts'
import { checked, combine, type Failure, failure, type Result } from '../../customs/result.ts'
import { newId } from '../../platform/ids.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import { orderInShipment } from './order-in-shipment.ts'
import { contradictedCosts, costsFinerThanCoins, type ShipmentCosts } from './shipment-costs.ts'
import { lockOpenShipment, readShipment, type Shipment, type ShipmentFacts } from './shipment.ts'

/** A shipment before it is stored. */
export interface NewShipment extends ShipmentFacts {
  readonly orderIds: readonly string[]
}

/**
 * Opens a shipment with orders whose goods are in the warehouse. Fails with `goods-not-received` or
 * `conflict` for each order that cannot be added, with `conflict` when the reference is taken, and
 * with what is wrong with the costs: finer than coins, stated by an order as well, or in another
 * currency than an order.
 */
export async function openShipment(
  transaction: TenantTransaction,
  { orderIds, ...facts }: NewShipment,
  context: ChangeContext,
): Promise<Result<Shipment>> {
  const ready = combine({
    costs: checked(costsFinerThanCoins(facts)),
    orders: await lockOrdersToShip(transaction, orderIds, facts),
  })
  if (!ready.ok) return ready
  const inserted = await transaction
    .insertInto('shipment')
    .values({
      ...{ id: newId('shipment'), tenant_id: context.tenantId, state: 'open' },
      reference: facts.reference,
      transport: stored(facts.transport),
      freight: stored(facts.freight),
      insurance: stored(facts.insurance),
      created_at: context.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'reference']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) return failure(referenceTaken(facts.reference))
  await insertOrders(transaction, { shipmentId: inserted.id, orderIds }, context)
  return readShipment(transaction, inserted.id)
}

/**
 * Adds an order to an open shipment; one that is in it already changes nothing. Fails for an order
 * as {@link openShipment} does.
 */
export async function addToShipment(
  transaction: TenantTransaction,
  { shipmentId, orderId }: { readonly shipmentId: string; readonly orderId: string },
  context: ChangeContext,
): Promise<Result<Shipment>> {
  const open = await lockOpenShipment(transaction, shipmentId)
  if (!open.ok) return open
  if (open.value.orderIds.includes(orderId)) return open
  const ready = await lockOrdersToShip(transaction, [orderId], open.value)
  if (!ready.ok) return ready
  await insertOrders(transaction, { shipmentId, orderIds: [orderId] }, context)
  return readShipment(transaction, shipmentId)
}

/** Takes an order out of an open shipment; its goods stay in the warehouse. */
export async function removeFromShipment(
  transaction: TenantTransaction,
  { shipmentId, orderId }: { readonly shipmentId: string; readonly orderId: string },
): Promise<Result<Shipment>> {
  const open = await lockOpenShipment(transaction, shipmentId)
  if (!open.ok) return open
  await transaction
    .deleteFrom('shipment_order')
    .where('shipment_id', '=', shipmentId)
    .where('order_id', '=', orderId)
    .execute()
  return readShipment(transaction, shipmentId)
}

/** Holds orders until the transaction ends, if all of them can go into a shipment. */
async function lockOrdersToShip(
  transaction: TenantTransaction,
  orderIds: readonly string[],
  costs: ShipmentCosts,
): Promise<Result<undefined>> {
  await lockOrders(transaction, orderIds)
  const rows = await transaction
    .selectFrom('customer_order')
    .leftJoin('shipment_order', 'shipment_order.order_id', 'customer_order.id')
    .select(['customer_order.id', 'reference', 'state', 'data', 'shipment_order.shipment_id'])
    .where('customer_order.id', 'in', orderIds)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const failures = orderIds.flatMap((id, index) => {
    const fault = faultOf(byId.get(id), id)
    return fault === undefined ? [] : [{ ...fault, path: jsonPointer('orderIds', index) }]
  })
  // Personal values stay replaced: costs, prices and the reference are none.
  const orders = rows.map(({ data, reference }) => ({ ...(data as Order), reference }))
  return checked([...failures, ...contradictedCosts(costs, orders)])
}

/** What the orders of a shipment say that its costs can contradict. */
export async function ordersInShipment(
  transaction: TenantTransaction,
  orderIds: readonly string[],
): Promise<readonly Order[]> {
  if (orderIds.length === 0) return []
  const rows = await transaction
    .selectFrom('customer_order')
    .select('data')
    .where('id', 'in', orderIds)
    .execute()
  // Personal values stay replaced: costs, prices and the reference are none.
  return rows.map(({ data }) => data as Order)
}

async function insertOrders(
  transaction: TenantTransaction,
  { shipmentId, orderIds }: { readonly shipmentId: string; readonly orderIds: readonly string[] },
  { tenantId }: ChangeContext,
): Promise<void> {
  const ids = { tenant_id: tenantId, shipment_id: shipmentId }
  await transaction
    .insertInto('shipment_order')
    .values(orderIds.map((order_id) => ({ ...ids, order_id })))
    .execute()
}

interface Candidate {
  readonly reference: string
  readonly state: Row<'customer_order'>['state']
  readonly shipment_id: string | null
}

function faultOf(order: Candidate | undefined, orderId: string): Failure | undefined {
  if (order === undefined) return noSuchOrder(orderId)
  if (order.shipment_id !== null) return orderInShipment(order.reference)
  return order.state === 'in-warehouse' ? undefined : notInWarehouse(order)
}

/** A fact that was not stated is kept as JSON `null`. */
function stored(fact: object | undefined): string {
  return JSON.stringify(fact ?? null)
}

/** The failure of a reference that another shipment has. */
export function referenceTaken(reference: string): Failure {
  return {
    code: 'conflict',
    path: '/reference',
    message: `There is already a shipment ${reference}.`,
    mend: 'Give each shipment a reference of its own.',
    zh: { message: `已有集运批次 ${reference}。`, mend: '请为每个集运批次使用各自的批次号。' },
  }
}

/** What came in part waits for the agent's choice: it may be a quarter of what the papers would say. */
function notInWarehouse({ reference, state }: Candidate): Failure {
  return {
    code: 'goods-not-received',
    path: '',
    message: `The goods of order ${reference}, which is ${state}, are not in the warehouse as ordered.`,
    mend:
      state === 'partly-received'
        ? 'Wait for the rest, or choose to ship what came.'
        : 'Record their receipt at the warehouse first.',
    zh: {
      message: `订单 ${reference} 的状态为“${orderStateZh[state]}”，货物尚未按订购全部入库。`,
      mend:
        state === 'partly-received'
          ? '请等待其余货物，或选择按已到数量发运。'
          : '请先在仓库登记入库。',
    },
  }
}
