import { sql } from 'kysely'

import type { Party } from '../../customs/order/party.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { ERASED } from '../personal/personal-fields.ts'
import { withPersonalFields } from '../personal/personal-record.ts'

/** Whose earlier facts are suggested. */
export type SuggestedRole = 'seller' | 'buyer'

/** So many of the latest orders are looked through: what was bought long ago is not meant. */
const ORDERS_MAX = 2_000
const SUGGESTIONS_MAX = 8

/**
 * Sellers or buyers of the tenant's own earlier orders whose name, e-mail, city or postcode contain
 * some words, the latest first. Who has been erased is not suggested.
 */
export async function suggestParties(
  transaction: TenantTransaction,
  role: SuggestedRole,
  words: string,
): Promise<readonly Party[]> {
  const { rows } = await sql<{ party: Party }>`
    with latest as (
      select id, data -> ${role} as party from customer_order order by id desc limit ${ORDERS_MAX}
    ), named as (
      select distinct on (party) id, party from latest order by party, id desc
    )
    select party from named order by id desc`.execute(transaction)
  const parties = await withPersonalFields(
    transaction,
    rows.map(({ party }) => party),
  )
  const wanted = words.trim().toLowerCase()
  const found = parties.filter(
    (party) => !JSON.stringify(party).includes(ERASED) && textOf(party).includes(wanted),
  )
  return withoutRepeats(found).slice(0, SUGGESTIONS_MAX)
}

function textOf({ name, email = '', address }: Party): string {
  const { city, postcode = '', lines } = address
  return [name, email, city, postcode, ...lines].join('\n').toLowerCase()
}

/** A person stands under another reference in every order, so that repeats show only here. */
function withoutRepeats(parties: readonly Party[]): readonly Party[] {
  const byText = new Map(parties.map((party) => [JSON.stringify(party), party]))
  return [...byText.values()]
}
