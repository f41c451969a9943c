import type { Actor } from '../../clearance/events/actor.ts'
import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import type { ReceiptDifference } from './compare-receipt.ts'
import { readSetApartGoods, type SetApartGoods } from './set-apart-goods.ts'

/** Pieces of one order line that came in good order, as they were counted and weighed. */
export interface ReceivedLine {
  /** 1 for the first line of the order. */
  readonly lineNumber: number
  readonly quantity: number
  readonly netWeightKg?: DecimalText
  readonly grossWeightKg: DecimalText
}

/** Packages of one kind and size in which the goods lie in the warehouse. */
export interface ReceivedPackages {
  /** UN/ECE Rec. 21 code. */
  readonly type: string
  readonly count: number
  readonly lengthCm?: DecimalText
  readonly widthCm?: DecimalText
  readonly heightCm?: DecimalText
}

/** Goods of an order that came to the agent's warehouse at one time: all of them or a part. */
export interface WarehouseReceipt {
  readonly receiptId: string
  readonly orderId: string
  readonly receivedAt: Instant
  readonly receivedBy: Actor
  /** What can be sent on; the quantity of an order that can be consigned is the sum of these. */
  readonly lines: readonly ReceivedLine[]
  /** What came as well and is not sent on. */
  readonly setApart: readonly SetApartGoods[]
  readonly packages: readonly ReceivedPackages[]
  readonly photoIds: readonly string[]
  /** What was found otherwise than ordered, as it stood after this receipt. */
  readonly differences: readonly ReceiptDifference[]
}

/** Fails with `not-found`. */
export async function readReceipt(
  transaction: TenantTransaction,
  receiptId: string,
): Promise<Result<WarehouseReceipt>> {
  const rows = await transaction
    .selectFrom('warehouse_receipt')
    .selectAll()
    .where('id', '=', receiptId)
    .execute()
  const [receipt] = await withSetApartGoods(transaction, rows)
  return receipt === undefined ? failure(noSuchReceipt(receiptId)) : success(receipt)
}

/**
 * Receipts, of one order if it is named, the newest first, one more than the limit so that the caller
 * sees whether there are more.
 */
export async function listReceipts(
  transaction: TenantTransaction,
  { before, limit }: { readonly before?: string; readonly limit: number },
  orderId?: string,
): Promise<readonly WarehouseReceipt[]> {
  let query = transaction.selectFrom('warehouse_receipt').selectAll()
  if (orderId !== undefined) query = query.where('order_id', '=', orderId)
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return withSetApartGoods(transaction, rows)
}

/** The receipts of some orders, the first first. */
export async function readReceiptsOf(
  transaction: TenantTransaction,
  orderIds: readonly string[],
): Promise<readonly WarehouseReceipt[]> {
  if (orderIds.length === 0) return []
  const rows = await transaction
    .selectFrom('warehouse_receipt')
    .selectAll()
    .where('order_id', 'in', orderIds)
    .orderBy('id')
    .execute()
  return withSetApartGoods(transaction, rows)
}

async function withSetApartGoods(
  transaction: TenantTransaction,
  rows: readonly Row<'warehouse_receipt'>[],
): Promise<readonly WarehouseReceipt[]> {
  const setApart = await readSetApartGoods(
    transaction,
    rows.map((row) => row.id),
  )
  const receipts = rows.map((row) => ({
    receiptId: row.id,
    orderId: row.order_id,
    receivedAt: instantOf(row.received_at),
    receivedBy: row.received_by as Actor,
    lines: row.lines as readonly ReceivedLine[],
    setApart: setApart.filter((goods) => goods.receiptId === row.id),
    packages: row.packages as readonly ReceivedPackages[],
    photoIds: row.photo_ids as readonly string[],
    differences: row.differences as readonly ReceiptDifference[],
  }))
  // Who received them is named by reference.
  return withPersonalFields(transaction, receipts)
}

function noSuchReceipt(receiptId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no warehouse receipt ${receiptId}.`,
    mend: 'Its id may be cut short or misspelt; look for it among the warehouse receipts.',
    zh: {
      message: `没有入库记录 ${receiptId}。`,
      mend: '编号可能不完整或有误，请在入库记录中查找。',
    },
  }
}
