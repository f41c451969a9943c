import { sql } from 'kysely'

import type { OrderState } from '../../clearance/life-cycle/order-life-cycle.ts'
import { rejoin } from '../../clearance/personal/personal-fields.ts'
import { readPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { inMinorUnits, type Money, sum } from '../../customs/money/money.ts'
import type { Party } from '../../customs/order/party.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { type BuyersCase, readBuyersBills } from '../bill/read-buyers-bill.ts'

/** Somebody for whom an agent buys: all orders of one name at one address. */
export interface Buyer {
  /** Id of the first order of this buyer; who has ordered nothing is no buyer. */
  readonly buyerId: string
  readonly party: Party
  /** Number of orders by how far they have come. */
  readonly orders: Readonly<Record<'awaited' | 'inWarehouse' | 'shipped' | 'givenUp', number>>
  readonly bills: BillsStanding
  readonly lastOrderedAt: Instant
}

/** What the bills of a buyer come to. */
export interface BillsStanding {
  /** Bills whose sums can still change, and those that are final. */
  readonly expected: number
  readonly final: number
  /** Of all of them together, one amount a currency. */
  readonly due: readonly Money[]
}

interface BuyerRow {
  readonly buyer_key: string
  readonly first_order: string
  readonly party: object
  readonly awaited: number
  readonly in_warehouse: number
  readonly shipped: number
  readonly given_up: number
  readonly case_ids: readonly string[]
  readonly last_at: Date
}

const statesOf = {
  awaited: ['received', 'partly-received'],
  inWarehouse: ['in-warehouse'],
  shipped: ['consigned'],
  givenUp: ['cancelled', 'sent-back'],
} as const satisfies Record<string, readonly OrderState[]>

/**
 * Buyers, those who began to order last first, one more than the limit so that the caller sees
 * whether there are more. Orders whose buyer was erased belong to nobody.
 */
export async function listBuyers(
  transaction: TenantTransaction,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<readonly Buyer[]> {
  const since = before === undefined ? sql`true` : sql`id < ${before}`
  // The first order of each buyer is found along the index, and no more of them than are wanted.
  const { rows: first } = await sql<{ readonly buyer_key: string }>`
    select buyer_key from customer_order
    where ${since} and buyer_key not like 'erased:%' and not exists (
      select from customer_order earlier
      where earlier.buyer_key = customer_order.buyer_key and earlier.id < customer_order.id
    )
    order by id desc limit ${limit + 1}`.execute(transaction)
  const rows = await readBuyerRows(
    transaction,
    first.map(({ buyer_key }) => buyer_key),
  )
  const bills = await readBuyersBills(
    transaction,
    rows.flatMap((row) => row.case_ids),
  )
  return buyersOf(transaction, rows, bills)
}

/** A buyer, with each bill, by any of the buyer's orders. Fails with `not-found`. */
export async function readBuyer(
  transaction: TenantTransaction,
  orderId: string,
): Promise<Result<{ readonly buyer: Buyer; readonly cases: readonly BuyersCase[] }>> {
  const order = await transaction
    .selectFrom('customer_order')
    .select('buyer_key')
    .where('id', '=', orderId)
    .where('buyer_key', 'not like', 'erased:%')
    .executeTakeFirst()
  const rows = order === undefined ? [] : await readBuyerRows(transaction, [order.buyer_key])
  const cases = await readBuyersBills(
    transaction,
    rows.flatMap((row) => row.case_ids),
  )
  const [buyer] = await buyersOf(transaction, rows, cases)
  return buyer === undefined ? failure(noSuchBuyer(orderId)) : success({ buyer, cases })
}

/** The orders of a buyer, the newest first. */
export async function readOrderIdsOfBuyer(
  transaction: TenantTransaction,
  orderId: string,
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('customer_order')
    .select('id')
    .where('buyer_key', '=', (query) =>
      query.selectFrom('customer_order').select('buyer_key').where('id', '=', orderId),
    )
    .orderBy('id', 'desc')
    .limit(ORDERS_MAX)
    .execute()
  return rows.map(({ id }) => id)
}

const ORDERS_MAX = 200

/** What the orders of some buyers come to, those who began last first. */
async function readBuyerRows(
  transaction: TenantTransaction,
  buyerKeys: readonly string[],
): Promise<readonly BuyerRow[]> {
  if (buyerKeys.length === 0) return []
  const countOf = (states: readonly OrderState[]) =>
    sql`count(*) filter (where state = any(${sql.val(states)}::text[]))::integer`
  const { rows } = await sql<BuyerRow>`
    with buyers as (
      select buyer_key, min(customer_order.id) as first_order, max(customer_order.id) as last_order,
        ${countOf(statesOf.awaited)} as awaited, ${countOf(statesOf.inWarehouse)} as in_warehouse,
        ${countOf(statesOf.shipped)} as shipped, ${countOf(statesOf.givenUp)} as given_up,
        coalesce(array_agg(distinct case_order.case_id)
          filter (where case_order.case_id is not null), '{}') as case_ids
      from customer_order left join case_order on case_order.order_id = customer_order.id
      where buyer_key = any(${sql.val(buyerKeys)}::text[])
      group by buyer_key
    )
    select buyers.*, last.data -> 'buyer' as party, last.created_at as last_at
    from buyers join customer_order last on last.id = buyers.last_order
    order by first_order desc`.execute(transaction)
  return rows
}

async function buyersOf(
  transaction: TenantTransaction,
  rows: readonly BuyerRow[],
  cases: readonly BuyersCase[],
): Promise<readonly Buyer[]> {
  const personal = await readPersonalFields(
    transaction,
    rows.map(({ party }) => party),
  )
  const billOf = new Map(cases.map(({ caseId, bill }) => [caseId, bill]))
  return rows.map((row) => {
    const bills = row.case_ids.flatMap((caseId) => billOf.get(caseId) ?? [])
    return {
      buyerId: row.first_order,
      party: rejoin(row.party, personal) as Party,
      orders: {
        awaited: row.awaited,
        inWarehouse: row.in_warehouse,
        shipped: row.shipped,
        givenUp: row.given_up,
      },
      bills: {
        expected: bills.filter(({ standing }) => standing === 'expected').length,
        final: bills.filter(({ standing }) => standing === 'final').length,
        due: byCurrency(bills.flatMap(({ due }) => due)),
      },
      lastOrderedAt: instantOf(row.last_at),
    }
  })
}

function byCurrency(amounts: readonly Money[]): readonly Money[] {
  const currencies = [...new Set(amounts.map(({ currency }) => currency))]
  return currencies.map((currency) => {
    const own = amounts.filter((amount) => amount.currency === currency)
    return inMinorUnits(sum(own, currency))
  })
}

function noSuchBuyer(orderId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no buyer with an order ${orderId}.`,
    mend: 'The id of the order may be cut short or misspelt; look for the buyer in the list of buyers.',
    zh: {
      message: `没有下过订单 ${orderId} 的买方。`,
      mend: '订单编号可能不完整或有误，请在买方列表中查找。',
    },
  }
}
