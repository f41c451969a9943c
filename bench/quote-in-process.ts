import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalDate } from '../src/customs/calendar/local-date.ts'
import { consignmentFromOrder } from '../src/customs/consignment/consignment-from-order.ts'
import { readKnownCodes } from '../src/customs/order/known-codes.ts'
import { orderReader } from '../src/customs/order/read-order.ts'
import { makeQuote, type QuoteRequest } from '../src/customs/quote/make-quote.ts'
import { dataFile, gbReferenceData, valueOf } from '../test/gb-reference-data.ts'

/**
 * Measures one quote of three lines in process: lane, valuation, duty, VAT and the text of every
 * formula, from an order that has been read already. Nothing of it is kept between the runs.
 *
 * Run it with `node --import tsx bench/quote-in-process.ts [runs]`.
 */
const runs = Number(process.argv[2] ?? 20_000)
const warmUpRuns = 5_000

const request = threeLineRequest()
for (let run = 0; run < warmUpRuns; run += 1) valueOf(makeQuote(request))

const microseconds = Array.from({ length: runs }, () => {
  const startedAt = process.hrtime.bigint()
  valueOf(makeQuote(request))
  return Number(process.hrtime.bigint() - startedAt) / 1000
}).sort((left, right) => left - right)

const at = (share: number) => microseconds[Math.floor(share * (runs - 1))] ?? NaN
const total = microseconds.reduce((sum, value) => sum + value, 0)
console.log(
  JSON.stringify({
    benchmark: 'quote of three lines, in process, one thread',
    runs,
    medianMicroseconds: at(0.5).toFixed(1),
    p10Microseconds: at(0.1).toFixed(1),
    p99Microseconds: at(0.99).toFixed(1),
    quotesPerSecond: Math.round((runs / total) * 1e6),
    node: process.version,
  }),
)

function threeLineRequest(): QuoteRequest {
  const file = join(import.meta.dirname, '..', 'examples', 'marketplace-cn-gb.json')
  const readOrder = orderReader(
    valueOf(
      readKnownCodes({
        countries: dataFile('reference/countries.json'),
        currencies: dataFile('reference/currencies.json'),
      }),
    ),
  )
  const order = valueOf(readOrder(JSON.parse(readFileSync(file, 'utf8'))))
  return {
    ...gbReferenceData(),
    consignment: consignmentFromOrder(order),
    on: '2026-11-22' as LocalDate,
    fees: [],
  }
}
