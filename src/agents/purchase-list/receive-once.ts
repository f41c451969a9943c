import { readOrderById, receiveOrder } from '../../clearance/commands/receive-order.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import { sameFact } from '../../customs/consignment/same-fact.ts'
import type { Order } from '../../customs/order/order.ts'
import { type Failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { ListFinding } from './list-finding.ts'

/** An order that is on file, and whether it has just come. */
export interface OrderOnFile {
  readonly orderId: string
  readonly came: 'now' | 'before'
}

/**
 * Takes an order unless it is there already with exactly the same facts. Fails as receiving an order
 * does, where its reference is taken by another one or its day has not begun.
 */
export async function receiveOnce(
  transaction: TenantTransaction,
  order: Order,
  context: ChangeContext,
): Promise<Result<OrderOnFile>> {
  const received = await receiveOrder(transaction, order, context)
  if (received.ok) return success({ ...received.value, came: 'now' })
  const row = await transaction
    .selectFrom('customer_order')
    .select('id')
    .where('reference', '=', order.reference)
    .executeTakeFirst()
  if (row === undefined) return received
  const onFile = await readOrderById(transaction, row.id)
  return sameFact(onFile, order) ? success({ orderId: row.id, came: 'before' }) : received
}

/** Why an order was not taken, as a finding in the first of its rows. */
export function findingOfOrder(
  { code, message, mend, zh }: Failure,
  orderReference: string,
  rows: readonly number[],
): ListFinding {
  const place = { row: rows[0] ?? 0, column: 'order_reference', orderReference }
  return { ...place, code, message, ...(mend !== undefined && { mend }), ...(zh && { zh }) }
}
