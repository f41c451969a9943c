import type { ReferenceData } from '../clearance/reference-data.ts'
import { quoteOrder } from '../clearance/quote-order.ts'
import type { LocalDate } from '../customs/calendar/local-date.ts'
import { orderReader } from '../customs/order/read-order.ts'
import { isSale } from '../customs/landed-cost/is-sale.ts'
import { quote } from '../customs/landed-cost/quote.ts'
import { answerLines, type InputLine } from './answer-lines.ts'
import type { Terminal } from './terminal.ts'

/** What quotes are made from. */
export interface QuoteBasis {
  readonly on: LocalDate
  readonly reference: ReferenceData
}

/** Quotes a stream of orders and sales, one JSON object a line, each with an id beside its fields. */
export async function quoteLines(
  terminal: Terminal,
  file: string | undefined,
  basis: QuoteBasis,
): Promise<void> {
  await answerLines(terminal, file, quoter(basis))
}

function quoter({ on, reference }: QuoteBasis): (line: InputLine) => object {
  const readOrder = orderReader(reference.knownCodes)
  return ({ id, fields }) => {
    if (isSale(fields)) {
      const sale = quote(fields, on, reference.quoting.book)
      return sale.ok ? { id, ...sale.value } : { id, failures: sale.failures }
    }
    const order = readOrder(fields)
    if (!order.ok) return { id, failures: order.failures }
    const quoted = quoteOrder(order.value, on, reference)
    return quoted.ok ? { id, ...quoted.value } : { id, failures: quoted.failures }
  }
}
