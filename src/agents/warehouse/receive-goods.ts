import { readOrderById } from '../../clearance/commands/receive-order.ts'
import type { Actor } from '../../clearance/events/actor.ts'
import { nextState } from '../../clearance/life-cycle/life-cycle.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { jsonPointer } from '../../customs/json-pointer.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import { orderLifeCycle } from '../order-life-cycle.ts'
import { compareReceipt, type ReceiptDifference, type ReceivedLine } from './compare-receipt.ts'
import { findMissingPhotos } from './goods-photo.ts'

/** Packages of one kind and size in which the goods lie in the warehouse. */
export interface ReceivedPackages {
  /** UN/ECE Rec. 21 code. */
  readonly type: string
  readonly count: number
  readonly lengthCm?: DecimalText
  readonly widthCm?: DecimalText
  readonly heightCm?: DecimalText
}

/** What the warehouse states of the goods of one order. */
export interface NewReceipt {
  readonly orderId: string
  /** When the goods were counted; now unless stated. */
  readonly receivedAt?: Instant
  readonly lines: readonly ReceivedLine[]
  readonly packages: readonly ReceivedPackages[]
  readonly photoIds: readonly string[]
}

/** All goods of an order as they came to the agent's warehouse. */
export interface WarehouseReceipt extends NewReceipt {
  readonly receiptId: string
  readonly receivedAt: Instant
  readonly receivedBy: Actor
}

/** A receipt with what was found otherwise than ordered. */
export interface RecordedReceipt {
  readonly receipt: WarehouseReceipt
  readonly differences: readonly ReceiptDifference[]
}

/**
 * Records that the goods of an order are in the warehouse, counted and weighed. An order is received
 * once and whole, so the record needs no correction later.
 *
 * Fails with `goods-not-received` while pieces are missing or too many, with `illegal-transition` for
 * an order whose goods are not expected, and with `not-found` for an unknown order or photograph.
 */
export async function receiveGoods(
  transaction: TenantTransaction,
  receipt: NewReceipt,
  context: ChangeContext,
): Promise<Result<RecordedReceipt>> {
  const { orderId, receivedAt = context.now } = receipt
  const row = await lockOrder(transaction, orderId)
  const order = await readOrderById(transaction, orderId)
  if (row === undefined || order === undefined) return failure(noSuchOrder(orderId))
  const state = nextState(orderLifeCycle, row.state, 'goods-received')
  if (state === undefined) return failure(notExpected(row.state))
  if (receivedAt > context.now) return failure(inTheFuture)
  const compared = compareReceipt(order, receipt.lines)
  if (!compared.ok) return compared
  const [missing, ...others] = await missingPhotos(transaction, receipt.photoIds)
  if (missing !== undefined) return failure(missing, ...others)
  const stored = await insertReceipt(transaction, { ...receipt, receivedAt }, context)
  await transaction.updateTable('customer_order').set({ state }).where('id', '=', orderId).execute()
  return success({ receipt: stored, differences: compared.value })
}

/** Fails with `not-found`. */
export async function readReceipt(
  transaction: TenantTransaction,
  receiptId: string,
): Promise<Result<WarehouseReceipt>> {
  const row = await transaction
    .selectFrom('warehouse_receipt')
    .selectAll()
    .where('id', '=', receiptId)
    .executeTakeFirst()
  return row === undefined ? failure(noSuchReceipt(receiptId)) : success(receiptOf(row))
}

/** Receipts, the newest first, one more than the limit so that the caller sees whether there are more. */
export async function listReceipts(
  transaction: TenantTransaction,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<readonly WarehouseReceipt[]> {
  let query = transaction.selectFrom('warehouse_receipt').selectAll()
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(receiptOf)
}

/** The receipts of some orders, in no particular order. */
export async function readReceiptsOf(
  transaction: TenantTransaction,
  orderIds: readonly string[],
): Promise<readonly WarehouseReceipt[]> {
  if (orderIds.length === 0) return []
  const rows = await transaction
    .selectFrom('warehouse_receipt')
    .selectAll()
    .where('order_id', 'in', orderIds)
    .execute()
  return rows.map(receiptOf)
}

function receiptOf(row: Row<'warehouse_receipt'>): WarehouseReceipt {
  return {
    receiptId: row.id,
    orderId: row.order_id,
    receivedAt: instantOf(row.received_at),
    lines: row.lines as readonly ReceivedLine[],
    packages: row.packages as readonly ReceivedPackages[],
    photoIds: row.photo_ids as readonly string[],
    receivedBy: row.received_by as Actor,
  }
}

function lockOrder(
  transaction: TenantTransaction,
  orderId: string,
): Promise<Pick<Row<'customer_order'>, 'state'> | undefined> {
  return transaction
    .selectFrom('customer_order')
    .select('state')
    .where('id', '=', orderId)
    .forUpdate()
    .executeTakeFirst()
}

async function insertReceipt(
  transaction: TenantTransaction,
  receipt: NewReceipt & { readonly receivedAt: Instant },
  { tenantId, actor }: ChangeContext,
): Promise<WarehouseReceipt> {
  const row = await transaction
    .insertInto('warehouse_receipt')
    .values({
      id: newId('receipt'),
      tenant_id: tenantId,
      order_id: receipt.orderId,
      received_at: receipt.receivedAt,
      lines: JSON.stringify(receipt.lines),
      packages: JSON.stringify(receipt.packages),
      photo_ids: JSON.stringify(receipt.photoIds),
      received_by: JSON.stringify(actor),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return receiptOf(row)
}

async function missingPhotos(
  transaction: TenantTransaction,
  photoIds: readonly string[],
): Promise<readonly Failure[]> {
  const missing = await findMissingPhotos(transaction, photoIds)
  return missing.map((photoId) => ({
    code: 'not-found',
    path: jsonPointer('photoIds', photoIds.indexOf(photoId)),
    message: `There is no photograph ${photoId}.`,
    mend: 'Upload it first; the answer holds its id.',
  }))
}

function noSuchOrder(orderId: string): Failure {
  return {
    code: 'not-found',
    path: '/orderId',
    message: `There is no order ${orderId}.`,
    mend: 'Check the id; the list of orders is at /v1/orders.',
  }
}

function notExpected(state: string): Failure {
  return {
    code: 'illegal-transition',
    path: '/orderId',
    message: `Goods of an order that is ${state} are not expected at the warehouse.`,
    mend: 'Goods are received once, before they travel on.',
  }
}

const inTheFuture: Failure = {
  code: 'invalid-input',
  path: '/receivedAt',
  message: 'The goods cannot have been received in the future.',
  mend: 'State when they were counted, or leave it away for now.',
}

function noSuchReceipt(receiptId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no warehouse receipt ${receiptId}.`,
    mend: 'Check the id; the list of receipts is at /v1/warehouse-receipts.',
  }
}
