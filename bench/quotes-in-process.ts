import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localDate } from '../src/customs/calendar/local-date.ts'
import { consignmentFromOrder } from '../src/customs/consignment/consignment-from-order.ts'
import { readKnownCodes } from '../src/customs/order/known-codes.ts'
import { orderReader } from '../src/customs/order/read-order.ts'
import { makeQuote, type QuoteRequest } from '../src/customs/quote/make-quote.ts'
import { britishBook } from '../test/british-book.ts'
import { britishLaws, dataFile, valueOf } from '../test/gb-reference-data.ts'
import { printFigures, quantile } from './figures.ts'

// One quote of three lines in process: lane, valuation, duty, VAT and the text of every formula,
// from an order that has been read already. Nothing of it is kept between the runs.

const RUNS = 20_000
const WARM_UP_RUNS = 5_000

const request = threeLineRequest()
for (let run = 0; run < WARM_UP_RUNS; run += 1) valueOf(makeQuote(request))

const cpuBefore = process.cpuUsage()
const microseconds = Array.from({ length: RUNS }, () => {
  const startedAt = process.hrtime.bigint()
  valueOf(makeQuote(request))
  return Number(process.hrtime.bigint() - startedAt) / 1000
})
const cpu = process.cpuUsage(cpuBefore)
const total = microseconds.reduce((sum, value) => sum + value, 0)
const at = (share: number): string => quantile(microseconds, share).toFixed(0)

printFigures({
  title: 'Quotes in process',
  about:
    `A quote for the three-line order of \`examples/marketplace-cn-gb.json\`, one thread, ` +
    `${RUNS} runs after ${WARM_UP_RUNS} to warm up. Repeat: \`npm run bench -- quotes-in-process\`.`,
  columns: ['', 'quotes a second', 'median µs', '10 % below µs', '99 % below µs', 'processor µs'],
  rows: [
    [
      'three lines',
      String(Math.round((RUNS / total) * 1e6)),
      at(0.5),
      at(0.1),
      at(0.99),
      ((cpu.user + cpu.system) / RUNS).toFixed(0),
    ],
  ],
})

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
    laws: britishLaws(),
    book: britishBook(),
    consignment: consignmentFromOrder(order),
    on: localDate('2026-09-01'),
    fees: [],
  }
}
