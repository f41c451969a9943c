import { sql } from 'kysely'

import { checkOrder } from '../../customs/order/check-order.ts'
import type { KnownCodes } from '../../customs/order/known-codes.ts'
import type { Order } from '../../customs/order/order.ts'
import { checked, type Failure, failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { changeOrders, noSuchOrder } from '../orders/change-orders.ts'
import { type DeliveryTerms, deliveryTermsOf } from '../orders/delivery-terms.ts'
import { lockOrder, type LockedOrder } from '../orders/lock-orders.ts'
import { pseudonymise } from '../personal/personal-fields.ts'
import { readPersonalFieldsOfOrders, withPersonalFields } from '../personal/personal-record.ts'
import type { ChangeContext } from '../store/record-events.ts'

/** The terms of an order as they are to be, and as what version the order was seen. */
export interface TermsChange {
  readonly orderId: string
  readonly version: number
  /** All of them: a cost that is left out is no longer stated. */
  readonly terms: DeliveryTerms
}

/** An order whose terms were changed. */
export interface OrderWithTerms {
  readonly before: Order
  readonly after: Order
}

/**
 * Changes on which terms the goods of an order are delivered, as long as they have not been consigned.
 * The history of the order says what the terms were and what they became.
 *
 * Fails with `not-found`, `illegal-transition` once it is consigned or given up, `precondition-failed`
 * where something has happened to it since it was read, and as receiving it does where the order would
 * contradict itself.
 */
export async function changeDeliveryTerms(
  known: KnownCodes,
  transaction: TenantTransaction,
  { orderId, version, terms }: TermsChange,
  context: ChangeContext,
): Promise<Result<OrderWithTerms>> {
  const row = await lockOrder(transaction, orderId)
  if (row === undefined) return failure(noSuchOrder(orderId))
  if (row.state === 'consigned') return failure(consigned(row))
  const before = (await withPersonalFields(transaction, row.data)) as Order
  const { freight: _, insurance: __, ...others } = before
  const after: Order = { ...others, ...deliveryTermsOf(terms) }
  const sound = checked(checkOrder(after, known))
  if (!sound.ok) return sound
  if ((await versionOfOrder(transaction, orderId)) !== version) return failure(changedMeanwhile)
  const personal = await readPersonalFieldsOfOrders(transaction, [orderId])
  const details = pseudonymise(
    { before: deliveryTermsOf(before), after: deliveryTermsOf(after) },
    personal,
  )
  const event = { orderIds: [orderId], event: 'delivery-terms-changed', details } as const
  const changed = await changeOrders(transaction, event, context)
  if (!changed.ok) return changed
  await transaction
    .updateTable('customer_order')
    .set({ data: JSON.stringify(pseudonymise(after, personal)) })
    .where('id', '=', orderId)
    .execute()
  return success({ before, after })
}

/** How many things have happened to an order: whoever has seen as many has seen it as it is. */
export async function versionOfOrder(
  transaction: TenantTransaction,
  orderId: string,
): Promise<number> {
  const { count } = await transaction
    .selectFrom('order_event')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('order_id', '=', orderId)
    .executeTakeFirstOrThrow()
  return count
}

function consigned({ reference, caseId }: LockedOrder): Failure {
  return {
    code: 'illegal-transition',
    path: '',
    message: `Order ${reference} is consigned, so its terms are those of its case ${caseId ?? ''}.`,
    mend: 'Mend the goods data of the case, as long as it is not declared.',
    zh: {
      message: `订单 ${reference} 已组票，交货条件以清关案 ${caseId ?? ''} 为准。`,
      mend: '申报之前，请在清关案中补正货物资料。',
    },
  }
}

const changedMeanwhile: Failure = {
  code: 'precondition-failed',
  path: '',
  message: 'Something has happened to the order since it was read.',
  mend: 'Read it again and repeat the change with its present ETag.',
  zh: { message: '您读取之后，订单已有变更。', mend: '请重新读取，并以当前的 ETag 再次提交更改。' },
}
