import type { Order } from '../order/order.ts'

/** Purposes of goods that end consumers in the United Kingdom buy or use. */
const stayingPurposes: ReadonlySet<string> = new Set(['sale-to-end-consumers', 'final-use'])

/**
 * Whether a trader who is authorised under the UK Internal Market Scheme states that goods stay in the
 * United Kingdom: for sale to its end consumers, or for their final use. Goods for processing may not.
 */
export function staysInTheUnitedKingdom({
  internalMarket,
}: Pick<Order, 'internalMarket'>): boolean {
  return internalMarket !== undefined && stayingPurposes.has(internalMarket.purpose)
}
