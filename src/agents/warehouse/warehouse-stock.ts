import type { OrderState } from '../../clearance/life-cycle/order-life-cycle.ts'
import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { addDecimals, type DecimalText } from '../../customs/money/decimal.ts'
import { inMinorUnits, type Money, multiply, sum } from '../../customs/money/money.ts'
import { orderCurrency } from '../../customs/order/order-currency.ts'
import type { Order } from '../../customs/order/order.ts'
import type { Party } from '../../customs/order/party.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import {
  readReceiptsOf,
  type ReceivedPackages,
  type WarehouseReceipt,
} from './warehouse-receipt.ts'

/** What of a line of an order is in the warehouse. */
export interface StockLine {
  /** 1 for the first line of the order. */
  readonly lineNumber: number
  readonly description: string
  /** Number of pieces. */
  readonly ordered: number
  /** Number of pieces that came in good order. */
  readonly received: number
  /** Of all of them, with packaging. */
  readonly grossWeightKg: DecimalText
}

/** Goods of an order that are in the warehouse now. */
export interface StockOrder {
  readonly orderId: string
  readonly reference: string
  /** Only what is `in-warehouse` can be shipped; the rest waits for pieces or for a decision. */
  readonly state: OrderState
  readonly buyer: Party
  readonly seller: string
  readonly lines: readonly StockLine[]
  readonly grossWeightKg: DecimalText
  /** Price of the received pieces. */
  readonly value: Money
  readonly packages: readonly ReceivedPackages[]
  readonly photoIds: readonly string[]
  /** When the first of it came. */
  readonly since: Instant
  /** The open shipment that it is planned for. */
  readonly shipmentId?: string
}

const present = ['partly-received', 'in-warehouse'] as const satisfies readonly OrderState[]

/**
 * What is in the warehouse and has not been consigned, the latest order first, one more than the
 * limit so that the caller sees whether there is more.
 */
export async function listStock(
  transaction: TenantTransaction,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<readonly StockOrder[]> {
  let query = transaction
    .selectFrom('customer_order')
    .leftJoin('shipment_order', 'shipment_order.order_id', 'customer_order.id')
    .select(['customer_order.id', 'reference', 'state', 'data', 'shipment_order.shipment_id'])
    .where('state', 'in', present)
  if (before !== undefined) query = query.where('customer_order.id', '<', before)
  const stored = await query
    .orderBy('customer_order.id', 'desc')
    .limit(limit + 1)
    .execute()
  const rows = await withPersonalFields(transaction, stored)
  const receipts = await readReceiptsOf(
    transaction,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, reference, state, data, shipment_id }) => ({
    ...{ orderId: id, reference, state },
    ...goodsOf(
      data as Order,
      receipts.filter(({ orderId }) => orderId === id),
    ),
    ...(shipment_id !== null && { shipmentId: shipment_id }),
  }))
}

function goodsOf(
  { buyer, seller, lines }: Order,
  receipts: readonly WarehouseReceipt[],
): Omit<StockOrder, 'orderId' | 'reference' | 'state' | 'shipmentId'> {
  const received = receipts.flatMap((receipt) => receipt.lines)
  const inStock = lines.map((line, index) => {
    const own = received.filter(({ lineNumber }) => lineNumber === index + 1)
    const pieces = own.reduce((sum, { quantity }) => sum + quantity, 0)
    const stock: StockLine = {
      lineNumber: index + 1,
      description: line.description,
      ordered: line.quantity,
      received: pieces,
      grossWeightKg: addDecimals(...own.map(({ grossWeightKg }) => grossWeightKg)),
    }
    return { stock, price: multiply(line.unitPrice, String(pieces) as DecimalText) }
  })
  const prices = inStock.map(({ price }) => price)
  return {
    ...{ buyer, seller: seller.name, lines: inStock.map(({ stock }) => stock) },
    grossWeightKg: addDecimals(...received.map(({ grossWeightKg }) => grossWeightKg)),
    value: inMinorUnits(sum(prices, orderCurrency({ lines }))),
    packages: receipts.flatMap(({ packages }) => packages),
    photoIds: receipts.flatMap(({ photoIds }) => photoIds),
    since: firstReceiptOf(receipts),
  }
}

/** @throws RangeError for goods that nobody has received, which are not in stock */
function firstReceiptOf(receipts: readonly WarehouseReceipt[]): Instant {
  const [first] = receipts.map(({ receivedAt }) => receivedAt).toSorted()
  if (first === undefined) throw new RangeError('goods are in stock without a receipt')
  return first
}
