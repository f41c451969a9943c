import { failure, type Failure, type Result } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { OrderState } from '../life-cycle/order-life-cycle.ts'
import type { MainState } from '../life-cycle/main-life-cycle.ts'
import { readCase } from '../store/case-store.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { type ChangedOrder, changeOrders, noSuchOrder } from '../orders/change-orders.ts'

/** An order that is given up, and why. */
export interface GivenUpOrder {
  readonly orderId: string
  /** In words, for those who read the record. */
  readonly reason: string
}

/**
 * Cancels an order whose goods have not been consigned. From then on its case decides, so the
 * failure names what to do there: an order that was cancelled while its declaration stands would
 * leave customs with a declaration of goods that nobody sends.
 *
 * Fails with `illegal-transition` or, while it is in a shipment, with `conflict`.
 */
export async function cancelOrder(
  transaction: TenantTransaction,
  { orderId, reason }: GivenUpOrder,
  context: ChangeContext,
): Promise<Result<ChangedOrder>> {
  return giveUp(transaction, { orderId, reason, event: 'order-cancelled' }, context)
}

/** Records that the goods of an order went back to where they were bought. Fails as cancelling does. */
export async function sendGoodsBack(
  transaction: TenantTransaction,
  { orderId, reason }: GivenUpOrder,
  context: ChangeContext,
): Promise<Result<ChangedOrder>> {
  return giveUp(transaction, { orderId, reason, event: 'goods-sent-back' }, context)
}

interface GivingUp extends GivenUpOrder {
  readonly event: 'order-cancelled' | 'goods-sent-back'
}

async function giveUp(
  transaction: TenantTransaction,
  { orderId, reason, event }: GivingUp,
  context: ChangeContext,
): Promise<Result<ChangedOrder>> {
  const order = await lockOrder(transaction, orderId)
  if (order === undefined) return failure(noSuchOrder(orderId))
  if (order.state === 'consigned') return failure(await consigned(transaction, order))
  if (order.shipment !== null) return failure(inShipment(order))
  const changed = await changeOrders(transaction, { orderIds: [orderId], event, reason }, context)
  return changed.ok ? { ok: true, value: changed.value[0]! } : changed
}

interface LockedOrder {
  readonly reference: string
  readonly state: OrderState
  readonly caseId: string | null
  /** Reference of the shipment that it is in. */
  readonly shipment: string | null
}

/**
 * Holds an order and reads where it is. The lock comes first and by itself: a statement that waited
 * for it would still see the shipments of before.
 */
async function lockOrder(
  transaction: TenantTransaction,
  orderId: string,
): Promise<LockedOrder | undefined> {
  await transaction
    .selectFrom('customer_order')
    .select('id')
    .where('id', '=', orderId)
    .forUpdate()
    .execute()
  return transaction
    .selectFrom('customer_order')
    .leftJoin('case_order', 'case_order.order_id', 'customer_order.id')
    .leftJoin('shipment_order', 'shipment_order.order_id', 'customer_order.id')
    .leftJoin('shipment', 'shipment.id', 'shipment_order.shipment_id')
    .select([
      'customer_order.reference',
      'customer_order.state',
      'case_order.case_id as caseId',
      'shipment.reference as shipment',
    ])
    .where('customer_order.id', '=', orderId)
    .executeTakeFirst()
}

async function consigned(
  transaction: TenantTransaction,
  { reference, caseId }: LockedOrder,
): Promise<Failure> {
  const state = caseId === null ? undefined : await readCase(transaction, caseId)
  return {
    code: 'illegal-transition',
    path: '',
    message:
      state === undefined
        ? `Order ${reference} is consigned.`
        : `Order ${reference} is consigned, and its case ${caseId} is ${state.main}.`,
    mend: state === undefined ? 'Find the case that clears it.' : wayOut(state.main, caseId!),
  }
}

/** What to do about the case of an order that nobody wants any more. */
export function wayOut(main: MainState, caseId: string): string {
  switch (main) {
    case 'draft':
    case 'preparing':
    case 'ready':
      return `Stop its case: POST /v1/cases/${caseId}/stop.`
    case 'stopped':
      return 'Its case is stopped and nothing has been declared: leave it stopped.'
    case 'lodged':
      return 'Wait until customs has answered, then ask for the invalidation of its declaration.'
    case 'registered':
    case 'accepted':
      return `Ask for the invalidation of its declaration: POST /v1/cases/${caseId}/invalidation.`
    case 'released':
    case 'cleared':
      return 'Customs has released the goods: have the carrier return them and claim the charges back.'
    case 'delivered':
      return 'The goods are with the buyer: have them sent back and claim the charges back.'
    case 'refused':
      return 'Customs has refused the goods: decide whether they go back, are destroyed or abandoned.'
    case 'seized':
      return 'Customs has seized the goods: challenge that, or leave them.'
    case 'expired':
    case 'invalidated':
    case 'returned':
    case 'destroyed':
    case 'abandoned':
    case 'restored':
    case 'forfeited':
      return `Its case has ended as ${main}, so there is nothing left to cancel.`
  }
}

function inShipment({ reference, shipment }: LockedOrder): Failure {
  return {
    code: 'conflict',
    path: '',
    message: `Order ${reference} is in shipment ${shipment}.`,
    mend: 'Take it out of the shipment first.',
  }
}
