import type { CurrencyCode } from '../money/money.ts'
import type { Order } from './order.ts'

/**
 * The currency of the prices of an order, which has one for all of them.
 *
 * @throws RangeError for an order without lines, which no reader of orders lets pass
 */
export function orderCurrency({ lines }: Pick<Order, 'lines'>): CurrencyCode {
  const [first] = lines
  if (first === undefined) throw new RangeError('the order has no lines')
  return first.unitPrice.currency
}
