import { type SqlBool, type Expression, type ExpressionBuilder } from 'kysely'

import type { Order } from '../../customs/order/order.ts'
import type { Party } from '../../customs/order/party.ts'
import type { NewRow, Schema, TenantTransaction } from '../../platform/postgres/index.ts'
import type { Eraser } from '../personal/eraser.ts'
import { type PersonalFields, pseudonymise } from '../personal/personal-fields.ts'
import { searchTermsOf, searchWordsOf } from '../store/search-terms.ts'

/**
 * Lets a new order be found by its reference, and by name, e-mail, town and postcode of who buys and
 * sells. A name that somebody has written into the facts of a company is left out: it could not be
 * erased again.
 */
export async function insertOrderSearchTerms(
  transaction: TenantTransaction,
  { tenantId, orderId }: { readonly tenantId: string; readonly orderId: string },
  { order, personal }: { readonly order: Order; readonly personal: PersonalFields },
): Promise<void> {
  const row =
    (about: NewRow<'order_search_term'>['about'], isPersonal: boolean) => (term: string) => ({
      ...{ tenant_id: tenantId, order_id: orderId },
      ...{ about, term, is_personal: isPersonal },
    })
  const rowsOf = (about: 'buyer' | 'seller') => {
    const isPrivate = order[about].kind === 'private'
    const party = isPrivate ? order[about] : pseudonymise(order[about], personal)
    return partyTerms(party).map(row(about, isPrivate))
  }
  const rows = [
    ...searchTermsOf([pseudonymise(order.reference, personal)]).map(row('reference', false)),
    ...rowsOf('buyer'),
    ...rowsOf('seller'),
  ]
  if (rows.length > 0) await transaction.insertInto('order_search_term').values(rows).execute()
}

function partyTerms({ name, email = '', address }: Party): readonly string[] {
  return searchTermsOf([name, email, address.city, address.postcode ?? ''])
}

/** The last character that there is, after every word that begins alike. */
const LAST_CHARACTER = '\u{10FFFF}'
/** More words than that narrow nothing any further. */
const WORDS_MAX = 8

/**
 * That an order is found by some words: each has to be the beginning of one of its terms. A question
 * of nothing but signs finds none, rather than all. Ask only where something is asked for.
 */
export function foundBy(question: string, about?: 'buyer' | 'seller') {
  return (on: ExpressionBuilder<Schema, 'customer_order'>): Expression<SqlBool> => {
    const words = searchWordsOf(question).slice(0, WORDS_MAX)
    if (words.length === 0) return on.lit(false)
    return on.and(
      words.map((word) => {
        let found = on
          .selectFrom('order_search_term')
          .select('order_id')
          .where('term', '>=', word)
          .where('term', '<', word + LAST_CHARACTER)
        if (about !== undefined) found = found.where('about', '=', about)
        return on('customer_order.id', 'in', found)
      }),
    )
  }
}

/** The words of private persons by which their orders were found. */
export const eraseOrderSearchTerms: Eraser = async (transaction, { orderIds }) => {
  if (orderIds.length === 0) return 0
  const erased = await transaction
    .deleteFrom('order_search_term')
    .where('order_id', 'in', orderIds)
    .where('is_personal', '=', true)
    .returning('term')
    .execute()
  return erased.length
}
