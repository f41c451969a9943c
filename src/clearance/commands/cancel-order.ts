import type { BilingualText } from '../../customs/bilingual-text.ts'
import { failure, type Failure, type Result } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { mainStateZh } from '../life-cycle/state-names.ts'
import type { MainState } from '../life-cycle/main-life-cycle.ts'
import { readCase } from '../store/case-store.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { type ChangedOrder, changeOrders, noSuchOrder } from '../orders/change-orders.ts'
import { lockOrder, type LockedOrder } from '../orders/lock-orders.ts'

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
  if (order.shipmentId !== null) return failure(inShipment(order))
  const changed = await changeOrders(transaction, { orderIds: [orderId], event, reason }, context)
  return changed.ok ? { ok: true, value: changed.value[0]! } : changed
}

async function consigned(
  transaction: TenantTransaction,
  { reference, caseId }: LockedOrder,
): Promise<Failure> {
  const state = caseId === null ? undefined : await readCase(transaction, caseId)
  return state === undefined ? consignedOnly(reference) : consignedInCase(reference, state)
}

function consignedOnly(reference: string): Failure {
  return {
    code: 'illegal-transition',
    path: '',
    message: `Order ${reference} is consigned.`,
    mend: 'Find the case that clears it.',
    zh: { message: `订单 ${reference} 已组票。`, mend: '请查找为其清关的清关案。' },
  }
}

function consignedInCase(reference: string, { caseId, main }: CaseState): Failure {
  const mend = wayOut(main, caseId)
  return {
    code: 'illegal-transition',
    path: '',
    message: `Order ${reference} is consigned, and its case ${caseId} is ${main}.`,
    mend: mend.en,
    zh: {
      message: `订单 ${reference} 已组票，其清关案 ${caseId} 的状态为“${mainStateZh[main]}”。`,
      mend: mend.zh,
    },
  }
}

/** What to do about the case of an order that nobody wants any more. */
export function wayOut(main: MainState, caseId: string): BilingualText {
  switch (main) {
    case 'draft':
    case 'preparing':
    case 'ready':
      return {
        en: `Stop its case: POST /v1/cases/${caseId}/stop.`,
        zh: `请停办其清关案：POST /v1/cases/${caseId}/stop。`,
      }
    case 'stopped':
      return {
        en: 'Its case is stopped and nothing has been declared: leave it stopped.',
        zh: '其清关案已停办，尚未申报：保持停办即可。',
      }
    case 'lodged':
      return {
        en: 'Wait until customs has answered, then ask for the invalidation of its declaration.',
        zh: '请等待海关答复，然后申请撤销其报关单。',
      }
    case 'registered':
    case 'accepted':
      return {
        en: `Ask for the invalidation of its declaration: POST /v1/cases/${caseId}/invalidation.`,
        zh: `请申请撤销其报关单：POST /v1/cases/${caseId}/invalidation。`,
      }
    case 'released':
    case 'cleared':
      return {
        en: 'Customs has released the goods: have the carrier return them and claim the charges back.',
        zh: '海关已放行货物：请由承运人退运，并申请退还税费。',
      }
    case 'delivered':
      return {
        en: 'The goods are with the buyer: have them sent back and claim the charges back.',
        zh: '货物已送达买方：请买方退回，并申请退还税费。',
      }
    case 'refused':
      return {
        en: 'Customs has refused the goods: decide whether they go back, are destroyed or abandoned.',
        zh: '海关已拒绝货物入境：请决定退运、销毁还是放弃。',
      }
    case 'seized':
      return {
        en: 'Customs has seized the goods: challenge that, or leave them.',
        zh: '海关已扣押货物：请提出异议，或放弃货物。',
      }
    case 'expired':
    case 'invalidated':
    case 'returned':
    case 'destroyed':
    case 'abandoned':
    case 'restored':
    case 'forfeited':
      return {
        en: `Its case has ended as ${main}, so there is nothing left to cancel.`,
        zh: `其清关案已以“${mainStateZh[main]}”结束，没有可取消的内容。`,
      }
  }
}

function inShipment({ reference, shipmentReference }: LockedOrder): Failure {
  return {
    code: 'conflict',
    path: '',
    message: `Order ${reference} is in shipment ${shipmentReference}.`,
    mend: 'Take it out of the shipment first.',
    zh: {
      message: `订单 ${reference} 在集运批次 ${shipmentReference} 中。`,
      mend: '请先将其移出集运批次。',
    },
  }
}
