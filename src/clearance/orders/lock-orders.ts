import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { OrderState } from '../life-cycle/order-life-cycle.ts'

/** An order that is held, and where it is. */
export interface LockedOrder {
  readonly reference: string
  readonly state: OrderState
  /** As it is stored, with references in the place of personal values. */
  readonly data: object
  /** The case that clears it, once it is consigned. */
  readonly caseId: string | null
  /** The shipment that it is in. */
  readonly shipmentId: string | null
  readonly shipmentReference: string | null
}

/**
 * Holds orders until the transaction ends. What is read of them is read afterwards and by itself: a
 * statement that waited for the lock would still see the cases and shipments of before.
 */
export async function lockOrders(
  transaction: TenantTransaction,
  orderIds: readonly string[],
): Promise<void> {
  await transaction
    .selectFrom('customer_order')
    .select('id')
    .where('id', 'in', orderIds)
    // Whoever takes several takes them in the same order, so that no two wait for each other.
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Holds an order until the transaction ends, and reads where it is. */
export async function lockOrder(
  transaction: TenantTransaction,
  orderId: string,
): Promise<LockedOrder | undefined> {
  await lockOrders(transaction, [orderId])
  return transaction
    .selectFrom('customer_order')
    .leftJoin('case_order', 'case_order.order_id', 'customer_order.id')
    .leftJoin('shipment_order', 'shipment_order.order_id', 'customer_order.id')
    .leftJoin('shipment', 'shipment.id', 'shipment_order.shipment_id')
    .select([
      'customer_order.reference',
      'customer_order.state',
      'customer_order.data',
      'case_order.case_id as caseId',
      'shipment.id as shipmentId',
      'shipment.reference as shipmentReference',
    ])
    .where('customer_order.id', '=', orderId)
    .executeTakeFirst()
}
