import type { Party } from '../order/party.ts'
import type { Consignment } from './consignment.ts'
import { purchasesOf } from './purchases-of.ts'
import { sameFact } from './same-fact.ts'

/**
 * Everybody who sold goods of a consignment to its buyer, each once, in the order of the goods.
 *
 * @throws RangeError for goods that nobody sold, which no order can state
 */
export function sellersOf(consignment: Consignment): readonly Party[] {
  const sellers: Party[] = []
  for (const { parties, reference } of purchasesOf(consignment)) {
    const { seller } = parties
    if (seller === undefined) throw new RangeError(`goods of ${reference} have no seller`)
    if (!sellers.some((known) => sameFact(known, seller))) sellers.push(seller)
  }
  return sellers
}
