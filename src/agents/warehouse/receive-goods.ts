import { readOrderById } from '../../clearance/commands/receive-order.ts'
import { nextState } from '../../clearance/life-cycle/life-cycle.ts'
import {
  orderLifeCycle,
  type OrderEvent,
  type OrderState,
} from '../../clearance/life-cycle/order-life-cycle.ts'
import { orderStateZh } from '../../clearance/life-cycle/state-names.ts'
import { changeOrders, noSuchOrder } from '../../clearance/orders/change-orders.ts'
import { lockOrder } from '../../clearance/orders/lock-orders.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { type NameLists, unknownPackageType } from '../../customs/documents/document-names.ts'
import { jsonPointer } from '../../customs/json-pointer.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { newId } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { compareReceipt, type CountedGoods, type ReceiptDifference } from './compare-receipt.ts'
import { findMissingPhotos } from './goods-photo.ts'
import { insertSetApartGoods, type NewSetApartGoods } from './set-apart-goods.ts'
import {
  readReceipt,
  readReceiptsOf,
  type ReceivedLine,
  type ReceivedPackages,
  type WarehouseReceipt,
} from './warehouse-receipt.ts'

/** What the warehouse states of goods of one order that came. */
export interface NewReceipt {
  readonly orderId: string
  /** When the goods were counted; now unless stated. */
  readonly receivedAt?: Instant
  /** Pieces in good order, never more than were ordered. */
  readonly lines: readonly ReceivedLine[]
  /** Pieces that are damaged, of other goods, too many or too late. */
  readonly setApart?: readonly NewSetApartGoods[]
  readonly packages: readonly ReceivedPackages[]
  readonly photoIds: readonly string[]
}

/** A receipt, and how far its order has come by it. */
export interface RecordedReceipt {
  readonly receipt: WarehouseReceipt
  readonly orderState: OrderState
}

/**
 * Records what really came of an order, with everything that is otherwise than ordered. An order may
 * come in several receipts; while it lacks pieces it is `partly-received`, and the agent chooses
 * whether to wait, to ship what came, or to send it back. A receipt is never corrected: what came
 * later is another one.
 *
 * Good pieces of an order that is not awaited any more are set apart as `late`.
 *
 * Fails with `goods-surplus` for more pieces than were ordered, with `illegal-transition` for lines of
 * an order that is not awaited any more, with `invalid-input` for a kind of package that is not in the
 * list, and with `not-found` for an unknown order or photograph.
 */
export async function receiveGoods(
  { packageTypes }: Pick<NameLists, 'packageTypes'>,
  transaction: TenantTransaction,
  receipt: NewReceipt,
  context: ChangeContext,
): Promise<Result<RecordedReceipt>> {
  const { orderId, lines, setApart = [], receivedAt = context.now } = receipt
  const row = await lockOrder(transaction, orderId)
  const order = await readOrderById(transaction, orderId)
  if (row === undefined || order === undefined) return failure(at('/orderId', noSuchOrder(orderId)))
  if (receivedAt > context.now) return failure(inTheFuture)
  const [fault, ...more] = [
    ...timeFaults(row.state, { lines, setApart }),
    ...packageFaults(receipt, packageTypes),
  ]
  if (fault !== undefined) return failure(fault, ...more)
  const earlier = await readReceiptsOf(transaction, [orderId])
  const compared = compareReceipt(order, { lines, setApart }, earlier)
  if (!compared.ok) return compared
  const [missing, ...others] = await missingPhotos(transaction, receipt.photoIds)
  if (missing !== undefined) return failure(missing, ...others)
  const event = eventOf(row.state, receipt, compared.value.isComplete)
  const changed = await changeOrders(transaction, { orderIds: [orderId], event }, context)
  if (!changed.ok) return failure(at('/orderId', changed.failures[0]))
  const { differences } = compared.value
  const receiptId = await insertReceipt(
    transaction,
    { ...receipt, setApart, receivedAt, differences },
    context,
  )
  const stored = await readReceipt(transaction, receiptId)
  if (!stored.ok) return stored
  return success({ receipt: stored.value, orderState: changed.value[0]!.state })
}

/** Pieces in good order are counted while the order takes them; those that come later are late. */
function timeFaults(state: OrderState, { lines, setApart }: CountedGoods): readonly Failure[] {
  const isAwaited = nextState(orderLifeCycle, state, 'goods-received') !== undefined
  if (!isAwaited) return lines.length > 0 ? [notAwaited(state)] : []
  return setApart.flatMap(({ kind }, index) =>
    kind === 'late' ? [notLate(jsonPointer('setApart', index, 'kind'), state)] : [],
  )
}

function packageFaults(
  { lines, packages }: NewReceipt,
  packageTypes: NameLists['packageTypes'],
): readonly Failure[] {
  if (lines.length > 0 && packages.length === 0) return [packagesMissing]
  return packages.flatMap(({ type }, index) =>
    packageTypes.has(type)
      ? []
      : [at(jsonPointer('packages', index, 'type'), unknownPackageType(type))],
  )
}

const AWAITED: ReadonlySet<OrderState> = new Set(['received', 'partly-received'])

/** What a receipt means for its order: pieces for it, or pieces that are only kept beside it. */
function eventOf(
  state: OrderState,
  { lines }: NewReceipt,
  isComplete: boolean,
): Exclude<OrderEvent, 'order-received'> {
  if (!AWAITED.has(state)) return lines.length === 0 ? 'goods-set-apart' : 'goods-received'
  return isComplete ? 'goods-received' : 'part-received'
}

interface ReceiptToStore extends NewReceipt {
  readonly setApart: readonly NewSetApartGoods[]
  readonly receivedAt: Instant
  readonly differences: readonly ReceiptDifference[]
}

async function insertReceipt(
  transaction: TenantTransaction,
  receipt: ReceiptToStore,
  context: ChangeContext,
): Promise<string> {
  const receiptId = newId('receipt')
  await transaction
    .insertInto('warehouse_receipt')
    .values({
      id: receiptId,
      tenant_id: context.tenantId,
      order_id: receipt.orderId,
      received_at: receipt.receivedAt,
      lines: JSON.stringify(receipt.lines),
      packages: JSON.stringify(receipt.packages),
      photo_ids: JSON.stringify(receipt.photoIds),
      received_by: JSON.stringify(context.actor),
      differences: JSON.stringify(receipt.differences),
    })
    .execute()
  const { orderId, setApart } = receipt
  await insertSetApartGoods(transaction, { receiptId, orderId }, setApart, context)
  return receiptId
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
    zh: { message: `没有照片 ${photoId}。`, mend: '请先上传照片；上传结果中有其编号。' },
  }))
}

/** The failure at the place of the request that it comes from. */
function at(path: string, fault: Failure): Failure {
  return { ...fault, path }
}

function notAwaited(state: OrderState): Failure {
  return {
    code: 'illegal-transition',
    path: '/lines',
    message: `The order is ${state}, so nothing can be added to what is sent on.`,
    mend: 'Record pieces in good order as set apart, of the kind late.',
    zh: {
      message: `订单的状态为“${orderStateZh[state]}”，不能再增加发运的货物。`,
      mend: '请将完好的货物登记为单独存放，类别为迟到。',
    },
  }
}

function notLate(path: string, state: OrderState): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `The order is ${state} and still takes pieces, so none are late.`,
    mend: 'Count the pieces on their line.',
    zh: {
      message: `订单的状态为“${orderStateZh[state]}”，仍在收货，因此没有迟到的货物。`,
      mend: '请将货物计入其所在行。',
    },
  }
}

const packagesMissing: Failure = {
  code: 'fact-missing',
  path: '/packages',
  message: 'Goods that are sent on lie in packages, which the receipt does not state.',
  mend: 'State number and kind of the packages that the pieces came in.',
  zh: {
    message: '待发运的货物须有包装，而入库记录没有填写。',
    mend: '请填写货物到货时的包装件数和种类。',
  },
}

const inTheFuture: Failure = {
  code: 'invalid-input',
  path: '/receivedAt',
  message: 'The goods cannot have been received in the future.',
  mend: 'State when they were counted, or leave it away for now.',
  zh: { message: '收货时刻不能在将来。', mend: '请填写清点的时刻；为现在的可不填写。' },
}
