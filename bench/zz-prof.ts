import { readFileSync } from 'node:fs'
import { gbReferenceData, dataFile, valueOf } from '../test/gb-reference-data.ts'
import { orderReader } from '../src/customs/order/read-order.ts'
import { readKnownCodes } from '../src/customs/order/known-codes.ts'
import { consignmentFromOrder } from '../src/customs/consignment/consignment-from-order.ts'
import { makeQuote } from '../src/customs/quote/make-quote.ts'
import { localDate } from '../src/customs/calendar/local-date.ts'
const ref = gbReferenceData()
const read = orderReader(valueOf(readKnownCodes({ countries: dataFile('reference/countries.json'), currencies: dataFile('reference/currencies.json') })))
const on = localDate('2026-11-22')
const c = consignmentFromOrder(valueOf(read(JSON.parse(readFileSync('examples/marketplace-cn-gb.json', 'utf8')))))
for (let i = 0; i < 3000; i++) makeQuote({ ...ref, consignment: c, on, fees: [] })
const t: number[] = []
const cpu0 = process.cpuUsage()
const N=20000
for (let i = 0; i < N; i++) { const a = process.hrtime.bigint(); makeQuote({ ...ref, consignment: c, on, fees: [] }); t.push(Number(process.hrtime.bigint() - a) / 1000) }
const cpu = process.cpuUsage(cpu0)
t.sort((a, b) => a - b); console.log('median', t[N/2], 'p10', t[N/10], 'p99', t[Math.floor(N*.99)], 'cpu us/quote', (cpu.user+cpu.system)/N)
