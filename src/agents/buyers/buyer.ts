import { sql } from 'kysely'

import type { OrderState } from '../../clearance/life-cycle/order-life-cycle.ts'
import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { inMinorUnits, type Money, sum } from '../../customs/money/money.ts'
import type { Party } from '../../customs/order/party.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { BuyersBill } from '../bill/buyers-bill.ts'
import { readBuyersBill } from '../bill/read-buyers-bill.ts'

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

/** A bill of a buyer with the case that it belongs to. */
export interface BuyersCase {
  readonly caseId: string
  readonly bill: BuyersBill
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
  page: { readonly before?: string; readonly limit: number },
): Promise<readonly Buyer[]> {
  const rows = await selectBuyers(
    transaction,
    sql`having ${sinceCursor(page.before)}`,
    page.limit + 1,
  )
  return Promise.all(rows.map((row) => buyerOf(transaction, row)))
}

/** A buyer, with each bill, by any of the buyer's orders. Fails with `not-found`. */
export async function readBuyer(
  transaction: TenantTransaction,
  orderId: string,
): Promise<Result<{ readonly buyer: Buyer; readonly cases: readonly BuyersCase[] }>> {
  const own = sql`having buyer_key = (select buyer_key from customer_order where id = ${orderId})`
  const [row] = await selectBuyers(transaction, own, 1)
  if (row === undefined) return failure(noSuchBuyer(orderId))
  const cases = await billsOf(transaction, row.case_ids)
  return success({ buyer: await buyerOf(transaction, row), cases })
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

function sinceCursor(before: string | undefined) {
  return before === undefined ? sql`true` : sql`min(customer_order.id) < ${before}`
}

async function selectBuyers(
  transaction: TenantTransaction,
  having: ReturnType<typeof sql>,
  limit: number,
): Promise<readonly BuyerRow[]> {
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
      where buyer_key not like 'erased:%'
      group by buyer_key ${having}
      order by first_order desc limit ${limit}
    )
    select buyers.*, last.data -> 'buyer' as party, last.created_at as last_at
    from buyers join customer_order last on last.id = buyers.last_order
    order by first_order desc`.execute(transaction)
  return rows
}

async function buyerOf(transaction: TenantTransaction, row: BuyerRow): Promise<Buyer> {
  const bills = await billsOf(transaction, row.case_ids)
  return {
    buyerId: row.first_order,
    party: (await withPersonalFields(transaction, row.party)) as Party,
    orders: {
      awaited: row.awaited,
      inWarehouse: row.in_warehouse,
      shipped: row.shipped,
      givenUp: row.given_up,
    },
    bills: {
      expected: bills.filter(({ bill }) => bill.standing === 'expected').length,
      final: bills.filter(({ bill }) => bill.standing === 'final').length,
      due: byCurrency(bills.flatMap(({ bill }) => bill.due)),
    },
    lastOrderedAt: instantOf(row.last_at),
  }
}

/** The bills of some cases, the newest first; a case in which no agent has a part has none. */
async function billsOf(
  transaction: TenantTransaction,
  caseIds: readonly string[],
): Promise<readonly BuyersCase[]> {
  const cases: BuyersCase[] = []
  for (const caseId of caseIds.toSorted().toReversed()) {
    const bill = await readBuyersBill(transaction, caseId)
    if (bill.ok) cases.push({ caseId, bill: bill.value })
  }
  return cases
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
    mend: 'Check the id; the list of buyers is at /v1/buyers.',
    zh: { message: `没有下过订单 ${orderId} 的买方。`, mend: '请核对编号；买方列于 /v1/buyers。' },
  }
}
