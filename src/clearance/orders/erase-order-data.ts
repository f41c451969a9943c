import { failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { OrderState } from '../life-cycle/order-life-cycle.ts'
import { orderStateZh } from '../life-cycle/state-names.ts'
import { eraseFrom, type Erasers, type OrdersSubject } from '../personal/eraser.ts'
import { ordersSubject } from '../personal/erasure-subject.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { noSuchOrder } from './change-orders.ts'

/** Ends of an order that never came into a case. One that was consigned goes with its case. */
const OVER: ReadonlySet<OrderState> = new Set(['cancelled', 'sent-back', 'divided'])

/**
 * Erases the personal data of an order that was given up before its goods travelled. Nothing of it
 * was declared, so no records have to be kept for customs.
 *
 * @returns from how many records of each kind something was erased
 * @law Regulation (EU) 2016/679 and UK GDPR, article 17
 */
export async function eraseOrderData(
  erasers: Erasers<OrdersSubject>,
  transaction: TenantTransaction,
  { orderId }: { readonly orderId: string },
  context: Pick<ChangeContext, 'tenantId' | 'now'>,
): Promise<Result<Readonly<Record<string, number>>>> {
  const order = await transaction
    .selectFrom('customer_order')
    .leftJoin('case_order', 'case_order.order_id', 'customer_order.id')
    .select(['state', 'case_order.case_id'])
    .where('id', '=', orderId)
    .forUpdate('customer_order')
    .executeTakeFirst()
  if (order === undefined) return failure(noSuchOrder(orderId))
  if (order.case_id !== null) return inACase(order.case_id)
  if (!OVER.has(order.state)) return notOver(order.state)
  const subject = await ordersSubject(transaction, [orderId], context)
  return success(await eraseFrom(erasers, transaction, subject))
}

function inACase(caseId: string) {
  return failure({
    code: 'conflict',
    path: '',
    message: `The order is cleared in the case ${caseId}, which holds the same personal data.`,
    mend: `Erase the personal data of that case: /v1/cases/${caseId}/personal-data.`,
    zh: {
      message: `该订单在清关案 ${caseId} 中清关，该案含有相同的个人数据。`,
      mend: `请删除该案的个人数据：/v1/cases/${caseId}/personal-data。`,
    },
  })
}

function notOver(state: OrderState) {
  return failure({
    code: 'conflict',
    path: '',
    message: `An order that is ${state} still needs its personal data.`,
    mend: 'Cancel it first, or erase the data of its case once that is over.',
    zh: {
      message: `状态为“${orderStateZh[state]}”的订单仍需要其个人数据。`,
      mend: '请先取消订单，或在其清关案结束后删除该案的数据。',
    },
  })
}
