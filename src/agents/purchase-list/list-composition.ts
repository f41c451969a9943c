import type { KnownCodes } from '../../customs/order/known-codes.ts'
import { orderReader } from '../../customs/order/read-order.ts'
import type { OrderComposition } from './compose-order.ts'
import type { ListFormat } from './list-format.ts'

/** What a table of one format is read with; made once, as it compiles the check of orders. */
export function listComposition(knownCodes: KnownCodes, format: ListFormat): OrderComposition {
  return { readOrder: orderReader(knownCodes), countries: knownCodes.countries, format }
}
