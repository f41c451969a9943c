import { sql } from 'kysely'

import type { Order } from '../../customs/order/order.ts'
import type { Party } from '../../customs/order/party.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { ERASED } from '../personal/personal-fields.ts'
import { withPersonalFields } from '../personal/personal-record.ts'
import { foundBy } from './order-search-terms.ts'

/** Whose earlier facts are suggested. */
export type SuggestedRole = 'seller' | 'buyer'

/** So many of the latest orders that fit are looked at: what was bought long ago is not meant. */
const ORDERS_MAX = 500
/** So many of their parties: some turn out to be repeats, or to have been erased. */
const PARTIES_MAX = 40
const SUGGESTIONS_MAX = 8

/**
 * Sellers or buyers of the tenant's own earlier orders whose name, e-mail, town and postcode have
 * words that begin as some words do, the latest first. Who has been erased is not suggested.
 */
export async function suggestParties(
  transaction: TenantTransaction,
  role: SuggestedRole,
  words: string,
): Promise<readonly Party[]> {
  // Buyers are known by their digest; a person stands under another reference in every order.
  const party = role === 'buyer' ? sql`buyer_key` : sql`data -> 'seller'`
  const rows = await transaction
    .with('latest', (query) => {
      const orders = query
        .selectFrom('customer_order')
        .select(['id', sql`${party}`.as('party')])
        .orderBy('id', 'desc')
        .limit(ORDERS_MAX)
      return words.trim() === '' ? orders : orders.where(foundBy(words, role))
    })
    .with('last_of_each', (query) =>
      query
        .selectFrom('latest')
        .select(({ fn }) => fn.max('id').as('id'))
        .groupBy('party')
        .orderBy('id', 'desc')
        .limit(PARTIES_MAX),
    )
    .selectFrom('last_of_each')
    .innerJoin('customer_order', 'customer_order.id', 'last_of_each.id')
    .select('data')
    .orderBy('customer_order.id', 'desc')
    .execute()
  const parties = await withPersonalFields(
    transaction,
    rows.map(({ data }) => (data as Order)[role]),
  )
  const present = parties.filter((known) => !JSON.stringify(known).includes(ERASED))
  return withoutRepeats(present).slice(0, SUGGESTIONS_MAX)
}

/** A private seller stands under another reference in every order, so that repeats show only here. */
function withoutRepeats(parties: readonly Party[]): readonly Party[] {
  const byText = new Map(parties.map((party) => [JSON.stringify(party), party]))
  return [...byText.values()]
}
