import { sql } from 'kysely'

import type { TenantTransaction } from '../../platform/postgres/index.ts'

/** What waits for the purchasing agent before there are cases, each as a number of things. */
export interface WaitingWork {
  /** Orders whose goods have not all come. */
  readonly ordersAwaited: number
  /** Orders in the warehouse that are planned for no shipment. */
  readonly ordersToConsolidate: number
  /** Shipments that hold orders and are not sealed. */
  readonly shipmentsToSeal: number
  /** Goods that came and cannot be sent on, about which somebody has to decide. */
  readonly goodsSetApart: number
}

/** Counts what waits for the purchasing agent. */
export async function countWaitingWork(transaction: TenantTransaction): Promise<WaitingWork> {
  const orders = await transaction
    .selectFrom('customer_order')
    .leftJoin('shipment_order', 'shipment_order.order_id', 'customer_order.id')
    .select([
      countWhere(sql<boolean>`state in ('received', 'partly-received')`).as('ordersAwaited'),
      countWhere(sql<boolean>`state = 'in-warehouse' and shipment_id is null`).as(
        'ordersToConsolidate',
      ),
    ])
    .where('state', 'in', ['received', 'partly-received', 'in-warehouse'])
    .executeTakeFirstOrThrow()
  const { shipmentsToSeal } = await transaction
    .selectFrom('shipment')
    .innerJoin('shipment_order', 'shipment_order.shipment_id', 'shipment.id')
    .select(sql<number>`count(distinct shipment.id)::integer`.as('shipmentsToSeal'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  const { goodsSetApart } = await transaction
    .selectFrom('set_apart_goods')
    .select(sql<number>`count(*)::integer`.as('goodsSetApart'))
    .where('state', '=', 'kept-apart')
    .executeTakeFirstOrThrow()
  return { ...orders, shipmentsToSeal, goodsSetApart }
}

function countWhere(condition: ReturnType<typeof sql<boolean>>) {
  return sql<number>`(count(*) filter (where ${condition}))::integer`
}
