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
import { mainState } from './case-view.ts'
import { everyoneInTurn, type everythingWaitedFor, whoseTurn } from './next-action.ts'

/** How far an order has come. */
export const orderState = oneOf(orderStates, 'how far the order has come')

/** What a list shows of each order. */
export const orderSummary = {
  id: Type.String(),
  reference: Type.String(),
  channel: oneOf(['shop', 'marketplace', 'purchasing-agent'], 'where the order was placed'),
  state: orderState,
  caseId: Type.Optional(Type.String({ description: 'the case that clears it' })),
  case: Type.Optional(
    Type.Object(
      {
        id: Type.String(),
        reference: Type.String(),
        state: mainState,
        whose: Type.Optional(oneOf(everyoneInTurn, 'whose turn it is there')),
      },
      { description: 'where that case stands, which tells of the goods from then on' },
    ),
  ),
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
    .leftJoin('clearance_case', 'clearance_case.id', 'case_order.case_id')
    .select(['customer_order.id', 'customer_order.reference', 'channel', 'customer_order.state'])
    .select(['data', 'created_at', 'case_order.case_id'])
    .select(['clearance_case.reference as case_reference', 'clearance_case.state as case_state'])
    .select('clearance_case.waiting_for as case_waits_for')
}

type OrderRow = Awaited<ReturnType<ReturnType<typeof selectOrders>['execute']>>[number]

/** Orders with their people, the newest first, one more than the limit. */
export async function readOrderRows(
  transaction: TenantTransaction,
  { state, reference, q }: OrderFilter,
  { before, limit }: PageRequest,
): Promise<readonly OrderRow[]> {
  let query = selectOrders(transaction)
  if (reference !== undefined) query = query.where('customer_order.reference', '=', reference)
  if (state !== undefined) query = query.where('customer_order.state', '=', state)
  if (q !== undefined && q.trim() !== '') query = query.where(foundBy(q))
  if (before !== undefined) query = query.where('customer_order.id', '<', before)
  const rows = await query
    .orderBy('customer_order.id', 'desc')
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
    .where('customer_order.id', 'in', orderIds)
    .orderBy('customer_order.id', 'desc')
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
export function orderSummaryOf(row: OrderRow) {
  const { id, reference, channel, state, data, case_id, created_at } = row
  const { buyer, seller, deliverTo, lines } = data as Order
  return {
    ...{ id, reference, state },
    channel: channel as Order['channel'],
    ...(case_id !== null && { caseId: case_id }),
    ...caseOf(row),
    ...{ buyer: buyer.name, seller: seller.name, destination: deliverTo.country },
    goodsValue: goodsValueOf(lines),
    lineCount: lines.length,
    createdAt: instantOf(created_at),
  }
}

function caseOf({ case_id, case_reference, case_state, case_waits_for }: OrderRow) {
  if (case_id === null || case_reference === null || case_state === null) return {}
  const waitsFor = case_waits_for as (typeof everythingWaitedFor)[number] | null
  return {
    case: {
      ...{ id: case_id, reference: case_reference },
      state: case_state as Static<typeof mainState>,
      ...(waitsFor !== null && { whose: whoseTurn(waitsFor) }),
    },
  }
}

/** What the buyer pays for all goods of an order, which has one currency. */
export function goodsValueOf(lines: Order['lines']) {
  const prices = lines.map(({ unitPrice, quantity }) =>
    multiply(unitPrice, String(quantity) as DecimalText),
  )
  return inMinorUnits(sum(prices, orderCurrency({ lines })))
}
