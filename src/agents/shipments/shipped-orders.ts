import type { OrderState } from '../../clearance/life-cycle/order-life-cycle.ts'
import { orderStateZh } from '../../clearance/life-cycle/state-names.ts'
import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { Order } from '../../customs/order/order.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { readReceiptsOf } from '../warehouse/warehouse-receipt.ts'
import type { ShippedOrder } from './divide-shipment.ts'

/** Reads the orders of a shipment with their receipts, and holds them until the transaction ends. */
export async function readShippedOrders(
  transaction: TenantTransaction,
  orderIds: readonly string[],
): Promise<Result<readonly ShippedOrder[]>> {
  const rows = await transaction
    .selectFrom('customer_order')
    .select(['id', 'reference', 'state', 'data'])
    .where('id', 'in', orderIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  const [stuck, ...others] = rows
    .filter(({ state }) => state !== 'in-warehouse')
    .map(({ reference, state }) => cannotTravel(reference, state))
  if (stuck !== undefined) return failure(stuck, ...others)
  const stored = rows.map((row) => row.data)
  const orders = (await withPersonalFields(transaction, stored)) as readonly Order[]
  const receipts = await readReceiptsOf(transaction, orderIds)
  return success(
    rows.map(({ id }, index) => ({
      orderId: id,
      order: orders[index]!,
      receipts: receipts.filter(({ orderId }) => orderId === id),
    })),
  )
}

function cannotTravel(reference: string, state: OrderState): Failure {
  return {
    code: 'goods-not-received',
    path: '',
    message: `The goods of order ${reference}, which is ${state}, are not in the warehouse as ordered.`,
    mend: 'Take it out of the shipment, or choose to ship what came.',
    zh: {
      message: `订单 ${reference} 的状态为“${orderStateZh[state]}”，货物尚未按订购全部入库。`,
      mend: '请将其移出集运批次，或选择按已到数量发运。',
    },
  }
}
