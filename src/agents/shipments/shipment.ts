import type { Instant } from '../../customs/calendar/local-date.ts'
import type { Money } from '../../customs/money/money.ts'
import type { Order } from '../../customs/order/order.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import { sha256Hex } from '../../platform/ids.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import type { ShipmentCosts } from './shipment-costs.ts'

/** Orders from the warehouse that travel together. An open one can still be changed. */
export interface Shipment extends ShipmentFacts {
  readonly shipmentId: string
  readonly state: 'open' | 'split'
  readonly orderIds: readonly string[]
  readonly createdAt: Instant
}

/** What is known of a shipment as a whole, beside its orders. */
export interface ShipmentFacts extends ShipmentCosts {
  readonly reference: string
  /** How all of it travels; absent where each order states its own transport. */
  readonly transport?: Order['transport']
}

/** Tells one content of a shipment from another: its orders, and what is stated of it as a whole. */
export function contentsOf(shipment: Omit<Shipment, 'shipmentId' | 'state' | 'createdAt'>): string {
  const { reference, transport, freight, insurance, orderIds } = shipment
  return sha256Hex(JSON.stringify({ reference, transport, freight, insurance, orderIds }))
}

/** Reads a shipment with its orders. Fails with `not-found`. */
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

/** Which shipments are listed, and where the page begins. */
export interface ShipmentPage {
  readonly before?: string
  readonly limit: number
  /** Absent for all of them. */
  readonly state?: Shipment['state']
}

/** Shipments, the newest first, one more than the limit so that the caller sees whether there are more. */
export async function listShipments(
  transaction: TenantTransaction,
  { before, limit, state }: ShipmentPage,
): Promise<readonly Shipment[]> {
  let query = transaction.selectFrom('shipment').selectAll()
  if (before !== undefined) query = query.where('id', '<', before)
  if (state !== undefined) query = query.where('state', '=', state)
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

/**
 * The shipment, held until the transaction ends, if it can still be changed. Fails with `not-found`,
 * or with `illegal-transition` once it has been split.
 */
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

/** A shipment as somebody has seen it who decides on it. */
export interface SeenShipment {
  readonly shipmentId: string
  /** See {@link contentsOf}; absent for whatever is in it. */
  readonly contents?: string
}

/**
 * The same, for what is decided on all that is in it. Fails with `precondition-failed` as well, where
 * something else is in it or stated of it than was seen.
 */
export async function lockShipmentAsSeen(
  transaction: TenantTransaction,
  { shipmentId, contents }: SeenShipment,
): Promise<Result<Shipment>> {
  const open = await lockOpenShipment(transaction, shipmentId)
  const isOther = open.ok && contents !== undefined && contents !== contentsOf(open.value)
  return isOther ? failure(changedMeanwhile(open.value.reference)) : open
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

function noSuchShipment(shipmentId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no shipment ${shipmentId}.`,
    mend: 'Its id may be cut short or misspelt; look for it in the list of shipments.',
    zh: {
      message: `没有集运批次 ${shipmentId}。`,
      mend: '编号可能不完整或有误，请在集运批次列表中查找。',
    },
  }
}

function changedMeanwhile(reference: string): Failure {
  return {
    code: 'precondition-failed',
    path: '',
    message: `Shipment ${reference} has been changed since you looked at it.`,
    mend: 'Look at what is in it now, and decide then.',
    zh: {
      message: `您查看之后，集运批次 ${reference} 已有变更。`,
      mend: '请查看现有内容后再作决定。',
    },
  }
}

function alreadySplit(reference: string): Failure {
  return {
    code: 'illegal-transition',
    path: '',
    message: `Shipment ${reference} has been split into its consignments.`,
    mend: 'Put further orders into a new shipment.',
    zh: {
      message: `集运批次 ${reference} 已拆分为各票货物。`,
      mend: '请将其他订单放入新的集运批次。',
    },
  }
}
