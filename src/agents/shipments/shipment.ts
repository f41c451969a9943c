import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { jsonPointer } from '../../customs/json-pointer.ts'
import type { Money } from '../../customs/money/money.ts'
import type { Order } from '../../customs/order/order.ts'
import { checked, type Failure, failure, type Result, success } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'

/** Orders from the warehouse that travel together. An open one can still be changed. */
export interface Shipment extends ShipmentFacts {
  readonly shipmentId: string
  readonly state: 'open' | 'split'
  readonly orderIds: readonly string[]
  readonly createdAt: Instant
}

export interface ShipmentFacts {
  readonly reference: string
  /** How all of it travels; absent where each order states its own transport. */
  readonly transport?: Order['transport']
  /** Of the whole shipment, to be divided over the buyers; absent where the orders state it. */
  readonly freight?: Money
  readonly insurance?: Money
}

export interface NewShipment extends ShipmentFacts {
  readonly orderIds: readonly string[]
}

/** Opens a shipment with orders whose goods are in the warehouse. */
export async function openShipment(
  transaction: TenantTransaction,
  { orderIds, ...facts }: NewShipment,
  context: ChangeContext,
): Promise<Result<Shipment>> {
  const ready = await lockOrdersToShip(transaction, orderIds)
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

/** Adds an order to an open shipment. */
export async function addToShipment(
  transaction: TenantTransaction,
  { shipmentId, orderId }: { readonly shipmentId: string; readonly orderId: string },
  context: ChangeContext,
): Promise<Result<Shipment>> {
  const open = await lockOpenShipment(transaction, shipmentId)
  if (!open.ok) return open
  if (open.value.orderIds.includes(orderId)) return open
  const ready = await lockOrdersToShip(transaction, [orderId])
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

export async function readShipment(
  transaction: TenantTransaction,
  shipmentId: string,
): Promise<Result<Shipment>> {
  const row = await transaction
    .selectFrom('shipment')
    .selectAll()
    .where('id', '=', shipmentId)
    .executeTakeFirst()
  if (row === undefined) return failure(noSuchShipment(shipmentId))
  return success(await withOrders(transaction, row))
}

/** Shipments, the newest first, one more than the limit so that the caller sees whether there are more. */
export async function listShipments(
  transaction: TenantTransaction,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<readonly Shipment[]> {
  let query = transaction.selectFrom('shipment').selectAll()
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const orderIds = await orderIdsOf(
    transaction,
    rows.map((row) => row.id),
  )
  return rows.map((row) => shipmentOf(row, orderIds.get(row.id) ?? []))
}

/** The shipment, held until the transaction ends, if it can still be changed. */
export async function lockOpenShipment(
  transaction: TenantTransaction,
  shipmentId: string,
): Promise<Result<Shipment>> {
  const row = await transaction
    .selectFrom('shipment')
    .selectAll()
    .where('id', '=', shipmentId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return failure(noSuchShipment(shipmentId))
  if (row.state !== 'open') return failure(alreadySplit(row.reference))
  return success(await withOrders(transaction, row))
}

/** Holds orders until the transaction ends, if all of them can go into a shipment. */
async function lockOrdersToShip(
  transaction: TenantTransaction,
  orderIds: readonly string[],
): Promise<Result<undefined>> {
  const rows = await transaction
    .selectFrom('customer_order')
    .leftJoin('shipment_order', 'shipment_order.order_id', 'customer_order.id')
    .select(['customer_order.id', 'reference', 'state', 'shipment_order.shipment_id'])
    .where('customer_order.id', 'in', orderIds)
    .orderBy('customer_order.id')
    .forUpdate('customer_order')
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const failures = orderIds.flatMap((id, index) => {
    const fault = faultOf(byId.get(id), id)
    return fault === undefined ? [] : [{ ...fault, path: jsonPointer('orderIds', index) }]
  })
  return checked(failures)
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
  if (order.shipment_id !== null) return inAShipment(order.reference)
  return order.state === 'in-warehouse' ? undefined : notInWarehouse(order)
}

/** The orders of each shipment that has any. */
async function orderIdsOf(
  transaction: TenantTransaction,
  shipmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (shipmentIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('shipment_order')
    .select('shipment_id')
    .select(({ fn }) =>
      fn.agg<string[]>('array_agg', ['order_id']).orderBy('order_id').as('order_ids'),
    )
    .where('shipment_id', 'in', shipmentIds)
    .groupBy('shipment_id')
    .execute()
  return new Map(rows.map((row) => [row.shipment_id, row.order_ids]))
}

async function withOrders(transaction: TenantTransaction, row: Row<'shipment'>): Promise<Shipment> {
  const orderIds = await orderIdsOf(transaction, [row.id])
  return shipmentOf(row, orderIds.get(row.id) ?? [])
}

/** A fact that was not stated is kept as JSON `null`. */
function stored(fact: object | undefined): string {
  return JSON.stringify(fact ?? null)
}

function shipmentOf(row: Row<'shipment'>, orderIds: readonly string[]): Shipment {
  const transport = row.transport as Order['transport'] | null
  const freight = row.freight as Money | null
  const insurance = row.insurance as Money | null
  return {
    shipmentId: row.id,
    reference: row.reference,
    state: row.state,
    ...(transport && { transport }),
    ...(freight && { freight }),
    ...(insurance && { insurance }),
    orderIds,
    createdAt: instantOf(row.created_at),
  }
}

function referenceTaken(reference: string): Failure {
  return {
    code: 'conflict',
    path: '/reference',
    message: `There is already a shipment ${reference}.`,
    mend: 'Give each shipment a reference of its own.',
  }
}

function noSuchShipment(shipmentId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no shipment ${shipmentId}.`,
    mend: 'Check the id; the list of shipments is at /v1/shipments.',
  }
}

function alreadySplit(reference: string): Failure {
  return {
    code: 'illegal-transition',
    path: '',
    message: `Shipment ${reference} has been split into its consignments.`,
    mend: 'Put further orders into a new shipment.',
  }
}

function noSuchOrder(orderId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no order ${orderId}.`,
    mend: 'Check the id; the list of orders is at /v1/orders.',
  }
}

function inAShipment(reference: string): Failure {
  return {
    code: 'conflict',
    path: '',
    message: `Order ${reference} is in a shipment already.`,
    mend: 'Take it out of that one first.',
  }
}

function notInWarehouse({ reference, state }: Candidate): Failure {
  return {
    code: 'goods-not-received',
    path: '',
    message: `The goods of order ${reference}, which is ${state}, are not in the warehouse.`,
    mend: 'Record their receipt at the warehouse first.',
  }
}
