import type { CaseState } from '../../clearance/case-state.ts'
import { openCase } from '../../clearance/commands/open-case.ts'
import type { ClearancePorts } from '../../clearance/ports.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { divideShipment } from './divide-shipment.ts'
import { lockShipmentAsSeen, readShipment, type SeenShipment, type Shipment } from './shipment.ts'
import { readShippedOrders } from './shipped-orders.ts'

/** A shipment that has been split, and the case of each buyer. */
export interface SplitShipment {
  readonly shipment: Shipment
  readonly cases: readonly CaseState[]
}

/**
 * Splits an open shipment into one consignment a buyer and opens a case for each, all of them in the
 * caller's transaction: either every buyer's goods can be cleared or the shipment stays open.
 *
 * Fails with `conflict` for a shipment without orders, with `precondition-failed` where something else
 * is in it than was seen, with `illegal-transition` when it was split
 * before, and with each reason why the orders of a buyer cannot travel as one consignment.
 */
export async function splitOpenShipment(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  seen: SeenShipment,
  context: ChangeContext,
): Promise<Result<SplitShipment>> {
  const open = await lockShipmentAsSeen(transaction, seen)
  if (!open.ok) return open
  const { shipmentId, orderIds } = open.value
  if (orderIds.length === 0) return failure(empty(open.value.reference))
  const orders = await readShippedOrders(transaction, orderIds)
  if (!orders.ok) return orders
  const divided = divideShipment({ ...open.value, orders: orders.value })
  if (!divided.ok) return divided
  const cases: CaseState[] = []
  for (const newCase of divided.value) {
    const opened = await openCase(ports, transaction, newCase, context)
    // The orders are held since they were found to be in the warehouse.
    if (!opened.ok) throw new RangeError(opened.failures[0].message)
    cases.push(opened.value)
  }
  await transaction
    .updateTable('shipment')
    .set({ state: 'split' })
    .where('id', '=', shipmentId)
    .execute()
  const shipment = await readShipment(transaction, shipmentId)
  return shipment.ok ? success({ shipment: shipment.value, cases }) : shipment
}

function empty(reference: string): Failure {
  return {
    code: 'conflict',
    path: '',
    message: `Shipment ${reference} has no orders.`,
    mend: 'Add orders whose goods are in the warehouse.',
    zh: { message: `集运批次 ${reference} 没有订单。`, mend: '请加入货物已入库的订单。' },
  }
}
