import { sql } from 'kysely'

import type { OrderLine } from '../../customs/order/order.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { withPersonalFields } from '../personal/personal-record.ts'

const ORDERS_MAX = 2_000
const SUGGESTIONS_MAX = 8

/** Goods as they were ordered before, with the seller whom they came from. */
export interface SuggestedGoods {
  readonly line: OrderLine
  readonly seller: string
  /** The order that stated them last. */
  readonly orderId: string
}

/**
 * Goods of the tenant's own earlier orders whose description, article number or commodity code
 * contain some words, each kind once as it was ordered last.
 */
export async function suggestGoods(
  transaction: TenantTransaction,
  words: string,
): Promise<readonly SuggestedGoods[]> {
  const wanted = `%${words.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const { rows } = await sql<{ line: OrderLine; seller: string; order_id: string }>`
    with latest as (
      select id, data from customer_order order by id desc limit ${ORDERS_MAX}
    ), lines as (
      select latest.id, line, data -> 'seller' ->> 'name' as seller
      from latest, jsonb_array_elements(data -> 'lines') as line
      where line ->> 'description' ilike ${wanted} or line ->> 'sku' ilike ${wanted}
        or line ->> 'commodityCode' like ${wanted}
    ), kinds as (
      select distinct on (line ->> 'description', line ->> 'sku') id, line, seller from lines
      order by line ->> 'description', line ->> 'sku', id desc
    )
    select line, seller, id as order_id from kinds order by id desc limit ${SUGGESTIONS_MAX}
  `.execute(transaction)
  const goods = rows.map(({ line, seller, order_id }) => ({ line, seller, orderId: order_id }))
  return withPersonalFields(transaction, goods)
}
