import type { CaseState } from '../../clearance/case-state.ts'
import { openCase } from '../../clearance/commands/open-case.ts'
import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { ClearancePorts } from '../../clearance/ports.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { Order } from '../../customs/order/order.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { readReceiptsOf } from '../warehouse/warehouse-receipt.ts'
import { divideShipment, type ShippedOrder } from './divide-shipment.ts'
import { lockOpenShipment, readShipment, type Shipment } from './shipment.ts'

/** A shipment that has been split, and the case of each buyer. */
export interface SplitShipment {
  readonly shipment: Shipment
  readonly cases: readonly CaseState[]
}

/**
 * Splits an open shipment into one consignment a buyer and opens a case for each, all of them in the
 * caller's transaction: either every buyer's goods can be cleared or the shipment stays open.
 *
 * Fails with `conflict` for a shipment without orders, with `illegal-transition` when it was split
 * before, and with each reason why the orders of a buyer cannot travel as one consignment.
 */
export async function splitOpenShipment(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  shipmentId: string,
  context: ChangeContext,
): Promise<Result<SplitShipment>> {
  const open = await lockOpenShipment(transaction, shipmentId)
  if (!open.ok) return open
  const { orderIds } = open.value
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

/** Reads the orders of a shipment with their receipts, and holds them until the transaction ends. */
async function readShippedOrders(
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

function empty(reference: string): Failure {
  return {
    code: 'conflict',
    path: '',
    message: `Shipment ${reference} has no orders.`,
    mend: 'Add orders whose goods are in the warehouse.',
  }
}

function cannotTravel(reference: string, state: string): Failure {
  return {
    code: 'goods-not-received',
    path: '',
    message: `The goods of order ${reference}, which is ${state}, are not in the warehouse as ordered.`,
    mend: 'Take it out of the shipment, or choose to ship what came.',
  }
}
