import type { Instant } from '../../customs/calendar/local-date.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { withDividedOrders } from '../orders/order-parts.ts'
import type { CaseSubject, OrdersSubject } from './eraser.ts'
import { personalRecordIds } from './personal-fields.ts'
import { readPersonalRecords } from './personal-record.ts'

interface Erasing {
  readonly tenantId: string
  readonly now: Instant
}

/** The people in some orders, as they are known before anything of them is erased. */
export async function ordersSubject(
  transaction: TenantTransaction,
  ownOrderIds: readonly string[],
  { tenantId, now }: Erasing,
): Promise<OrdersSubject> {
  const orderIds = await withDividedOrders(transaction, ownOrderIds)
  const recordIds = personalRecordIds(await ordersData(transaction, orderIds))
  const personal = await readPersonalRecords(transaction, recordIds)
  return { tenantId, now, orderIds, ids: orderIds, personalRecordIds: recordIds, personal }
}

/** The people in a case: those of its orders, and whoever the case has met on its way. */
export async function caseSubject(
  transaction: TenantTransaction,
  opened: { readonly caseId: string; readonly orderIds: readonly string[] },
  { tenantId, now }: Erasing,
): Promise<CaseSubject> {
  const { caseId } = opened
  const orderIds = await withDividedOrders(transaction, opened.orderIds)
  const facts = await transaction
    .selectFrom('case_fact')
    .select('data')
    .where('case_id', '=', caseId)
    .execute()
  const events = await transaction
    .selectFrom('case_event')
    .select('data')
    .where('case_id', '=', caseId)
    .execute()
  const orders = await ordersData(transaction, orderIds)
  const recordIds = personalRecordIds([facts, events, orders])
  const personal = await readPersonalRecords(transaction, recordIds)
  const ids = [caseId, ...orderIds]
  return { tenantId, now, caseId, orderIds, ids, personalRecordIds: recordIds, personal }
}

function ordersData(
  transaction: TenantTransaction,
  orderIds: readonly string[],
): Promise<readonly { readonly data: object }[]> {
  return transaction
    .selectFrom('customer_order')
    .select('data')
    .where('id', 'in', orderIds)
    .execute()
}
