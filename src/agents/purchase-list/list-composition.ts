import type { KnownCodes } from '../../customs/order/known-codes.ts'
import { orderReader } from '../../customs/order/read-order.ts'
import type { VagueDescriptions } from '../../customs/readiness/vague-descriptions.ts'
import { warnOfOrder } from '../../customs/readiness/warn-of-order.ts'
import type { OrderComposition } from './compose-order.ts'
import type { ListFormat } from './list-format.ts'

/** What is known of orders, whoever hands them in. */
export interface OrderKnowledge {
  readonly knownCodes: KnownCodes
  readonly vagueDescriptions: VagueDescriptions
}

/** What a table of one format is read with; made once, as it compiles the check of orders. */
export function listComposition(
  { knownCodes, vagueDescriptions }: OrderKnowledge,
  format: ListFormat,
): OrderComposition {
  return {
    readOrder: orderReader(knownCodes),
    warningsOf: (order) => warnOfOrder(order, { vagueDescriptions }),
    ...{ countries: knownCodes.countries, format },
  }
}
