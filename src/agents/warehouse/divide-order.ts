import { readOrderById, receiveOrder } from '../../clearance/commands/receive-order.ts'
import { changeOrders, noSuchOrder } from '../../clearance/orders/change-orders.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { NameLists } from '../../customs/documents/document-names.ts'
import { jsonPointer } from '../../customs/json-pointer.ts'
import { checkCoins } from '../../customs/order/check-amounts.ts'
import { checked, type Failure, failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { orderInShipment } from '../shipments/order-in-shipment.ts'
import {
  dividedOrder,
  type PartAsOrder,
  type PartOfOrder,
  receivedPieces,
} from './divided-order.ts'
import { receiveGoods } from './receive-goods.ts'
import {
  readReceiptsOf,
  type ReceivedPackages,
  type WarehouseReceipt,
} from './warehouse-receipt.ts'

/** One of the parcels over which the goods of an order are divided. */
export interface OrderPart extends PartOfOrder {
  /** What its pieces lie in now. */
  readonly packages: readonly ReceivedPackages[]
}

/** An order whose goods travel in several parcels. */
export interface OrderDivision {
  readonly orderId: string
  /** Every received piece is in one of them. */
  readonly parts: readonly OrderPart[]
}

/** A part of a divided order, which is an order of its own from now on. */
export interface DividedOrder {
  readonly orderId: string
  readonly reference: string
}

/**
 * Divides the goods of an order over several parcels. Each part becomes an order of its own with its
 * share of weights and costs, in the warehouse as the whole was; the whole ends as `divided`.
 *
 * Fails with `invalid-input` where the parts do not hold the received pieces exactly, with `conflict`
 * while the order is in a shipment or where the reference of a part is taken, with
 * `illegal-transition` for an order that is not in the warehouse, and with `not-found`.
 */
export async function divideOrder(
  names: Pick<NameLists, 'packageTypes'>,
  transaction: TenantTransaction,
  { orderId, parts }: OrderDivision,
  context: ChangeContext,
): Promise<Result<readonly DividedOrder[]>> {
  const ended = await changeOrders(
    transaction,
    { orderIds: [orderId], event: 'order-divided' },
    context,
  )
  if (!ended.ok) return ended
  const order = await readOrderById(transaction, orderId)
  if (order === undefined) return failure(noSuchOrder(orderId))
  if (await isInShipment(transaction, orderId)) return failure(orderInShipment(order.reference))
  const receipts = await readReceiptsOf(transaction, [orderId])
  const complete = checked([...repeatedLines(parts), ...pieceFaults(parts, receipts)])
  if (!complete.ok) return complete
  const orders = dividedOrder(order, receipts, parts)
  const payable = checked(orders.flatMap((part, index) => unpayableLines(part, index)))
  if (!payable.ok) return payable
  const divided: DividedOrder[] = []
  for (const [index, part] of orders.entries()) {
    const received = await receiveOrder(transaction, part.order, context)
    if (!received.ok) return received
    const receipt = {
      orderId: received.value.orderId,
      lines: part.lines,
      packages: parts[index]!.packages,
      photoIds: [...new Set(receipts.flatMap(({ photoIds }) => photoIds))],
      receivedAt: receipts.at(-1)!.receivedAt,
    }
    const recorded = await receiveGoods(names, transaction, receipt, context)
    if (!recorded.ok) return atPart(recorded, index)
    await transaction
      .insertInto('order_part')
      .values({
        tenant_id: context.tenantId,
        order_id: received.value.orderId,
        part_of: orderId,
      })
      .execute()
    divided.push({ ...received.value, reference: part.order.reference })
  }
  return success(divided)
}

async function isInShipment(transaction: TenantTransaction, orderId: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('shipment_order')
    .select('shipment_id')
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  return row !== undefined
}

function pieceFaults(
  parts: readonly OrderPart[],
  receipts: readonly WarehouseReceipt[],
): readonly Failure[] {
  const received = receivedPieces(receipts)
  const placed = new Map<number, number>()
  for (const { lineNumber, quantity } of parts.flatMap(({ lines }) => lines)) {
    placed.set(lineNumber, (placed.get(lineNumber) ?? 0) + quantity)
  }
  const lineNumbers = [...new Set([...received.keys(), ...placed.keys()])]
  return lineNumbers
    .filter((lineNumber) => received.get(lineNumber) !== placed.get(lineNumber))
    .map((lineNumber) =>
      notAllPlaced(lineNumber, received.get(lineNumber) ?? 0, placed.get(lineNumber) ?? 0),
    )
}

/** A line stands once in a part, with all of its pieces there. */
function repeatedLines(parts: readonly OrderPart[]): readonly Failure[] {
  return parts.flatMap(({ lines }, part) =>
    lines.flatMap(({ lineNumber }, index) =>
      lines.findIndex((line) => line.lineNumber === lineNumber) === index
        ? []
        : [repeatedLine(jsonPointer('parts', part, 'lines', index), lineNumber)],
    ),
  )
}

/** A unit price finer than a coin comes to whole coins for some numbers of pieces only. */
function unpayableLines({ order }: PartAsOrder, index: number): readonly Failure[] {
  return order.lines.flatMap(({ unitPrice, quantity }, line) =>
    checkCoins({
      path: jsonPointer('parts', index, 'lines', line, 'quantity'),
      value: unitPrice,
      times: quantity,
    }),
  )
}

function repeatedLine(path: string, lineNumber: number): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `Line ${lineNumber} stands twice in this part.`,
    mend: 'State its pieces together.',
    zh: { message: `第 ${lineNumber} 行在该部分中出现两次。`, mend: '请合并填写件数。' },
  }
}

function notAllPlaced(lineNumber: number, received: number, placed: number): Failure {
  return {
    code: 'invalid-input',
    path: '/parts',
    message: `Of line ${lineNumber} ${received} pieces are in the warehouse, the parts hold ${placed}.`,
    mend: 'Put every received piece into one of the parts.',
    zh: {
      message: `第 ${lineNumber} 行在库 ${received} 件，各部分合计 ${placed} 件。`,
      mend: '请把每一件已收货物放入某一部分。',
    },
  }
}

function atPart(refused: { readonly failures: readonly Failure[] }, index: number): Result<never> {
  const [first, ...others] = refused.failures.map((fault) => ({
    ...fault,
    path: jsonPointer('parts', index) + fault.path,
  }))
  return failure(first!, ...others)
}
