import type { TenantTransaction } from '../../platform/postgres/index.ts'

/** How an order hangs together with others whose goods were one order once. */
export interface OrderParts {
  /** The order whose goods were divided, where this is a part of it. */
  readonly partOf?: string
  /** The orders that its goods were divided into. */
  readonly parts: readonly string[]
}

/** Reads where the goods of an order come from and go to, if they were divided. */
export async function readOrderParts(
  transaction: TenantTransaction,
  orderId: string,
): Promise<OrderParts> {
  const rows = await transaction
    .selectFrom('order_part')
    .select(['order_id', 'part_of'])
    .where(({ eb, or }) => or([eb('order_id', '=', orderId), eb('part_of', '=', orderId)]))
    .orderBy('order_id')
    .execute()
  const origin = rows.find((row) => row.order_id === orderId)
  return {
    ...(origin && { partOf: origin.part_of }),
    parts: rows.filter((row) => row.part_of === orderId).map((row) => row.order_id),
  }
}

/** The orders and those whose goods they were divided from: they hold the same people. */
export async function withDividedOrders(
  transaction: TenantTransaction,
  orderIds: readonly string[],
): Promise<readonly string[]> {
  if (orderIds.length === 0) return orderIds
  const rows = await transaction
    .selectFrom('order_part')
    .select('part_of')
    .where('order_id', 'in', orderIds)
    .execute()
  if (rows.length === 0) return orderIds
  const origins = await withDividedOrders(transaction, [...new Set(rows.map((row) => row.part_of))])
  return [...new Set([...orderIds, ...origins])]
}
