import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { Order } from '../../../customs/order/order.ts'

/** Who can bear duty and tax in the end, as an order says it. */
export const dutyPayers: Readonly<Record<Order['dutiesBilledTo'], BilingualText>> = {
  buyer: { en: 'the buyer', zh: '买方' },
  seller: { en: 'the seller', zh: '卖方' },
  marketplace: { en: 'the marketplace', zh: '平台' },
  'purchasing-agent': { en: 'the purchasing agent', zh: '代购' },
}
