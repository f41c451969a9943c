import type { Consignment } from '../../customs/consignment/consignment.ts'
import { type Result, success } from '../../customs/result.ts'
import { newId } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { CameInBy } from '../events/case-event.ts'
import { readPersonalFields } from '../personal/personal-record.ts'
import type { ClearancePorts } from '../ports.ts'
import { prepareCaseQueue } from '../queues.ts'
import { insertFacts, newFact } from '../store/case-fact.ts'
import { type ChangeContext, recordEvents } from '../store/record-events.ts'
import { insertSearchTerms } from '../store/search-terms.ts'
import { changeOrders } from '../orders/change-orders.ts'

/** The orders that a case clears, stored before, and the consignment that they travel in. */
export interface NewCase {
  readonly orderIds: readonly string[]
  readonly consignment: Consignment
  /** Of goods that go back. */
  readonly returnOf?: CameInBy
}

/**
 * Opens the case of a consignment and asks for its preparation, within the caller's transaction.
 * Fails as {@link changeOrders} does where an order cannot be consigned, and then opens nothing.
 */
export async function openCase(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { orderIds, consignment, returnOf }: NewCase,
  context: ChangeContext,
): Promise<Result<CaseState>> {
  const orders = await changeOrders(transaction, { orderIds, event: 'order-consigned' }, context)
  if (!orders.ok) return orders
  const caseId = newId('case')
  const { tenantId, now } = context
  const personal = await readPersonalFields(
    transaction,
    orders.value.map(({ data }) => data),
  )
  const fact = newFact('consignment', consignment, personal)
  const opened = await recordEvents(
    transaction,
    { caseId, before: undefined },
    [
      {
        type: 'case-opened',
        data: {
          reference: consignment.reference,
          orderIds,
          consignment: fact.reference,
          destination: consignment.deliverTo.country,
          goodsItemCount: consignment.goodsItems.length,
          ...(returnOf && { returnOf }),
        },
      },
    ],
    context,
  )
  await insertFacts(transaction, [fact], { tenantId, caseId, at: now })
  await insertSearchTerms(transaction, { tenantId, caseId }, { consignment, personal })
  await transaction
    .insertInto('case_order')
    .values(orderIds.map((order_id) => ({ tenant_id: tenantId, case_id: caseId, order_id })))
    .execute()
  await enqueue(transaction, prepareCaseQueue, { tenantId, caseId })
  await ports.tell(transaction, opened, context)
  return success(opened.state)
}
