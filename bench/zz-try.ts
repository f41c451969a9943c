import { readFileSync } from 'node:fs'
import { gbReferenceData, dataFile, valueOf } from '../test/gb-reference-data.ts'
import { orderReader } from '../src/customs/order/read-order.ts'
import { readKnownCodes } from '../src/customs/order/known-codes.ts'
import { consignmentFromOrder } from '../src/customs/consignment/consignment-from-order.ts'
import { makeQuote } from '../src/customs/quote/make-quote.ts'
import { decideParties } from '../src/customs/parties/decide-parties.ts'
import { readTraderProfile } from '../src/customs/parties/read-trader-profile.ts'
import { checkGoodsData } from '../src/customs/readiness/check-goods-data.ts'
import { readVagueDescriptions } from '../src/customs/readiness/vague-descriptions.ts'
import { localDate } from '../src/customs/calendar/local-date.ts'
const ref = gbReferenceData()
const vagueDescriptions = valueOf(readVagueDescriptions(dataFile('reference/vague-descriptions.json')))
const read = orderReader(valueOf(readKnownCodes({ countries: dataFile('reference/countries.json'), currencies: dataFile('reference/currencies.json') })))
const on = localDate('2026-11-22')
for (const [name, prof] of [['marketplace-cn-gb','platform'],['agent-jp-gb-low-value','agent'],['agent-jp-gb-low-value-vat-charged','agent'],['vague-and-incomplete','platform'],['undervalued-shoes','platform'],['refused','platform']] as const) {
  const j = (f: string) => JSON.parse(readFileSync(`examples/${f}.json`, 'utf8'))
  const profile = valueOf(readTraderProfile(j(`trader-profile-${prof}`)))
  const order = valueOf(read(j(name)))
  const c = consignmentFromOrder(order)
  console.log('=====', name)
  console.dir(checkGoodsData(c, { vagueDescriptions }).map((f) => [f.id, f.path]), { depth: 9 })
  const q = makeQuote({ ...ref, consignment: c, on, fees: [] })
  if (!q.ok) { console.dir(q.failures); continue }
  if (process.argv[2] === name) console.dir(q.value, { depth: 9 })
  console.dir(q.value.totals)
  const p = decideParties({ consignment: c, lane: q.value.lane, profile, on, laws: ref.laws })
  if (process.argv[2] === name || !p.ok) console.dir(p, { depth: 9 })
}
const c = consignmentFromOrder(valueOf(read(JSON.parse(readFileSync('examples/marketplace-cn-gb.json', 'utf8')))))
for (let i = 0; i < 3000; i++) makeQuote({ ...ref, consignment: c, on, fees: [] })
const t: number[] = []
for (let i = 0; i < 5000; i++) { const a = process.hrtime.bigint(); makeQuote({ ...ref, consignment: c, on, fees: [] }); t.push(Number(process.hrtime.bigint() - a) / 1000) }
t.sort((a, b) => a - b); console.log('median', t[2500], 'p99', t[4950])
