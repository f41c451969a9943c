import { sendGoodsBack } from '../../clearance/commands/cancel-order.ts'
import {
  type ChangedOrder,
  changeOrders,
  noSuchOrder,
} from '../../clearance/orders/change-orders.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { readReceiptsOf } from './warehouse-receipt.ts'

/** What an agent does about goods that did not come as ordered. */
export const warehouseChoices = ['wait', 'ship-what-came', 'send-back'] as const

/**
 * `wait` for the rest, `ship-what-came` (the quantity received is then declared), or `send-back` to
 * where it was bought.
 */
export type WarehouseChoice = (typeof warehouseChoices)[number]

/** The choice of an agent for one order, and why. */
export interface WarehouseDecision {
  readonly orderId: string
  readonly choice: WarehouseChoice
  readonly reason: string
}

/**
 * Records what the agent has chosen to do about goods that came otherwise than ordered: to wait for
 * the rest; to ship what came, so that papers, quote and declaration follow the received quantity;
 * or to send everything back to where it was bought.
 *
 * Fails with `goods-not-received` where nothing came that could be shipped, with `conflict` where
 * goods that are to go back are in a shipment, and with `illegal-transition`.
 */
export async function settleShortage(
  transaction: TenantTransaction,
  { orderId, choice, reason }: WarehouseDecision,
  context: ChangeContext,
): Promise<Result<ChangedOrder>> {
  switch (choice) {
    case 'wait':
      return record(transaction, { orderId, reason, event: 'rest-awaited' }, context)
    case 'ship-what-came':
      return shipWhatCame(transaction, { orderId, reason }, context)
    case 'send-back':
      return sendGoodsBack(transaction, { orderId, reason }, context)
  }
}

async function shipWhatCame(
  transaction: TenantTransaction,
  { orderId, reason }: Omit<WarehouseDecision, 'choice'>,
  context: ChangeContext,
): Promise<Result<ChangedOrder>> {
  const order = await transaction
    .selectFrom('customer_order')
    .select(['reference', 'state'])
    .where('id', '=', orderId)
    .forUpdate()
    .executeTakeFirst()
  if (order === undefined) return failure(noSuchOrder(orderId))
  const receipts = await readReceiptsOf(transaction, [orderId])
  const cameInGoodOrder = receipts.some(({ lines }) => lines.length > 0)
  if (order.state === 'partly-received' && !cameInGoodOrder) {
    return failure(nothingToShip(order.reference))
  }
  return record(transaction, { orderId, reason, event: 'shortage-accepted' }, context)
}

async function record(
  transaction: TenantTransaction,
  change: {
    readonly orderId: string
    readonly reason: string
    readonly event: 'rest-awaited' | 'shortage-accepted'
  },
  context: ChangeContext,
): Promise<Result<ChangedOrder>> {
  const { orderId, ...rest } = change
  const changed = await changeOrders(transaction, { orderIds: [orderId], ...rest }, context)
  return changed.ok ? success(changed.value[0]!) : changed
}

function nothingToShip(reference: string): Failure {
  return {
    code: 'goods-not-received',
    path: '',
    message: `Nothing of order ${reference} has come in good order.`,
    mend: 'Wait for the goods, send back what came, or cancel the order.',
    zh: {
      message: `订单 ${reference} 没有任何完好货物到货。`,
      mend: '请等待到货、退回已到的货物，或取消订单。',
    },
  }
}
