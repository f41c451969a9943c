import { Type, type Static } from 'typebox'

import type { OrderState } from '../../clearance/life-cycle/order-life-cycle.ts'
import { noSuchOrder } from '../../clearance/orders/change-orders.ts'
import { deliveryTermsSchema } from '../../clearance/orders/delivery-terms.ts'
import { readOrderParts } from '../../clearance/orders/order-parts.ts'
import {
  readOrderHistory,
  type OrderHistoryEntry,
} from '../../clearance/orders/read-order-history.ts'
import type { ReferenceData } from '../../clearance/reference-data.ts'
import type { Immutable } from '../../customs/immutable.ts'
import { orderSchema, type Order } from '../../customs/order/order.ts'
import { warnOfOrder } from '../../customs/readiness/warn-of-order.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { failureSchema } from '../http/problem.ts'
import { found } from '../http/refusal.ts'
import { instant, record } from '../http/schema.ts'
import {
  orderState,
  orderSummary,
  orderSummaryOf,
  selectOrders,
  withPeople,
} from './order-summary.ts'

const historySchema = Type.Array(
  Type.Object({
    event: Type.String({ description: 'what happened' }),
    state: orderState,
    reason: Type.Optional(Type.String({ description: 'why, where a person decided it' })),
    details: Type.Optional(
      Type.Object(
        { before: deliveryTermsSchema, after: deliveryTermsSchema },
        { description: 'the delivery terms, where they were changed' },
      ),
    ),
    actor: record<OrderHistoryEntry['actor']>('by whom'),
    at: instant,
  }),
  { description: 'what happened to the order, the first event first' },
)

/** An order with all that happened to it. */
export const orderViewSchema = Type.Object({
  ...orderSummary,
  version: Type.Integer({ description: 'grows with each thing that happens to the order' }),
  order: orderSchema,
  warnings: Type.Array(failureSchema, {
    description: 'what will stand in the way of the declaration, while it can be mended here',
  }),
  history: historySchema,
  partOf: Type.Optional(Type.String({ description: 'the order whose goods were divided' })),
  parts: Type.Array(Type.String(), { description: 'orders that its goods were divided into' }),
})

/** The type of {@link orderViewSchema}. */
export type OrderView = Immutable<Static<typeof orderViewSchema>>

/** States in which the facts of an order are still mended in the order itself. */
const OPEN: ReadonlySet<OrderState> = new Set(['received', 'partly-received', 'in-warehouse'])

/** Reads an order as the interface shows it; refuses the request where there is none. */
export async function readOrderView(
  { vagueDescriptions }: Pick<ReferenceData, 'vagueDescriptions'>,
  transaction: TenantTransaction,
  id: string,
): Promise<OrderView> {
  const stored = await selectOrders(transaction)
    .where('customer_order.id', '=', id)
    .executeTakeFirst()
  const [row] = await withPeople(transaction, [found(stored, noSuchOrder(id))])
  const order = row!.data as Order
  const history = await readOrderHistory(transaction, id)
  const { partOf, parts } = await readOrderParts(transaction, id)
  return {
    ...orderSummaryOf(row!),
    version: history.length,
    order,
    warnings: OPEN.has(row!.state) ? warnOfOrder(order, { vagueDescriptions }) : [],
    history,
    ...(partOf !== undefined && { partOf }),
    parts,
  }
}
