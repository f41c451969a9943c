import { Type, type Static } from 'typebox'

import { orderStates, type OrderState } from '../../clearance/life-cycle/order-life-cycle.ts'
import { foundBy } from '../../clearance/orders/order-search-terms.ts'
import { rejoin } from '../../clearance/personal/personal-fields.ts'
import { readPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { Immutable } from '../../customs/immutable.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import { inMinorUnits, multiply, sum } from '../../customs/money/money.ts'
import { orderCurrency } from '../../customs/order/order-currency.ts'
import { orderSchema, type Order } from '../../customs/order/order.ts'
import { countryCode, money, oneOf } from '../../customs/order/schema.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { PageRequest } from '../http/page.ts'
import { instant } from '../http/schema.ts'

/** How far an order has come. */
export const orderState = oneOf(orderStates, 'how far the order has come')

/** What a list shows of each order. */
export const orderSummary = {
  id: Type.String(),
  reference: Type.String(),
  channel: oneOf(['shop', 'marketplace', 'purchasing-agent'], 'where the order was placed'),
  state: orderState,
  caseId: Type.Optional(Type.String({ description: 'the case that clears it' })),
  buyer: Type.String({ description: 'name of the buyer' }),
  seller: Type.String({ description: 'name of the seller' }),
  destination: countryCode,
  goodsValue: money,
  lineCount: Type.Integer({ description: 'lines of the order' }),
  createdAt: instant,
}

/** An order as a list shows it. */
export const orderSummarySchema = Type.Object(orderSummary)

/** The type of {@link orderSummarySchema}. */
export type OrderSummaryView = Immutable<Static<typeof orderSummarySchema>>

/** What a list of orders can be narrowed by. */
export const orderFilter = {
  state: Type.Optional(orderState),
  reference: Type.Optional(orderSchema.properties.reference),
  q: Type.Optional(
    Type.String({
      maxLength: 70,
      description:
        'words that the reference, or name, e-mail, town or postcode of buyer or seller begin with',
    }),
  ),
}

interface OrderFilter {
  readonly state?: OrderState
  readonly reference?: string
  readonly q?: string
}

/** An order with the case that clears it. */
export function selectOrders(transaction: TenantTransaction) {
  return transaction
    .selectFrom('customer_order')
    .leftJoin('case_order', 'case_order.order_id', 'customer_order.id')
    .select(['id', 'reference', 'channel', 'state', 'data', 'created_at', 'case_order.case_id'])
}

type OrderRow = Awaited<ReturnType<ReturnType<typeof selectOrders>['execute']>>[number]

/** Orders with their people, the newest first, one more than the limit. */
export async function readOrderRows(
  transaction: TenantTransaction,
  { state, reference, q }: OrderFilter,
  { before, limit }: PageRequest,
): Promise<readonly OrderRow[]> {
  let query = selectOrders(transaction)
  if (reference !== undefined) query = query.where('reference', '=', reference)
  if (state !== undefined) query = query.where('state', '=', state)
  if (q !== undefined && q.trim() !== '') query = query.where(foundBy(q))
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return withPeople(transaction, rows)
}

/** Some orders with their people, the newest first. */
export async function readOrderRowsOf(
  transaction: TenantTransaction,
  orderIds: readonly string[],
): Promise<readonly OrderRow[]> {
  if (orderIds.length === 0) return []
  const rows = await selectOrders(transaction)
    .where('id', 'in', orderIds)
    .orderBy('id', 'desc')
    .execute()
  return withPeople(transaction, rows)
}

/** Orders as they are stored, with their people in place. */
export async function withPeople(
  transaction: TenantTransaction,
  rows: readonly OrderRow[],
): Promise<readonly OrderRow[]> {
  const stored = rows.map(({ data }) => data)
  const personal = await readPersonalFields(transaction, stored)
  return rows.map((row) => ({ ...row, data: rejoin(row.data, personal) }))
}

/** The order as a list shows it. */
export function orderSummaryOf({
  id,
  reference,
  channel,
  state,
  data,
  case_id,
  created_at,
}: OrderRow) {
  const { buyer, seller, deliverTo, lines } = data as Order
  return {
    ...{ id, reference, state },
    channel: channel as Order['channel'],
    ...(case_id !== null && { caseId: case_id }),
    ...{ buyer: buyer.name, seller: seller.name, destination: deliverTo.country },
    goodsValue: goodsValueOf(lines),
    lineCount: lines.length,
    createdAt: instantOf(created_at),
  }
}

/** What the buyer pays for all goods of an order, which has one currency. */
export function goodsValueOf(lines: Order['lines']) {
  const prices = lines.map(({ unitPrice, quantity }) =>
    multiply(unitPrice, String(quantity) as DecimalText),
  )
  return inMinorUnits(sum(prices, orderCurrency({ lines })))
}
