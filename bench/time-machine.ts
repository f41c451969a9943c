import { setTimeout as pause } from 'node:timers/promises'

import { localDate } from '../src/customs/calendar/local-date.ts'
import { daysToQuote } from '../src/customs/landed-cost/days-to-quote.ts'
import { type LandedCostBook, quoteSources } from '../src/customs/landed-cost/landed-cost-book.ts'
import { quotePeriods } from '../src/customs/landed-cost/quote-periods.ts'
import type { QuoteRequest } from '../src/customs/landed-cost/quote-request.ts'
import { quoteSale } from '../src/customs/landed-cost/quote-sale.ts'
import { ratesHeld, withRatesHeld } from '../src/customs/landed-cost/rates-held.ts'
import { createLog } from '../src/platform/log.ts'
import { connect, type Schema } from '../src/platform/postgres/index.ts'
import { LiveBook } from '../src/tariffs/index.ts'
import { valueOf } from '../test/gb-reference-data.ts'
import { type LineFacts, saleTo } from '../test/landed-cost.ts'
import { openBenchInstallation } from './bench-installation.ts'
import { printFigures, progress, quantile } from './figures.ts'
import { COMMODITIES, importSchedule, importSynthetic, schedules } from './whole-tariffs.ts'

// What a sale costs on every day of three years, with whole tariffs loaded: worked out in process, and
// answered over HTTP with every quote in full.

const ROUNDS = 7
const WARM_UP_ROUNDS = 2
const HTTP_ROUNDS = 4
const days = { from: localDate('2024-01-01'), until: localDate('2027-01-01') }
const ratesOf = localDate('2026-09-01')

const shirt = { price: '600.00', netWeightKg: '4', origin: 'CN' }
const sales: Readonly<Record<string, QuoteRequest>> = {
  'a shirt, China to the United States': sale('US', [{ ...shirt, commodityCode: '6109100012' }]),
  'the same from Mexico, preference claimed': sale('US', [
    { ...shirt, commodityCode: '6109100012', origin: 'MX', preference: 'S' },
  ]),
  'three kinds of goods to the United States': sale('US', [
    { ...shirt, commodityCode: '6109100012' },
    { ...shirt, commodityCode: '8517130000', origin: 'VN' },
    { ...shirt, commodityCode: '4202216000', origin: 'IT' },
  ]),
  'heading 6109, China to the United States': sale('US', [{ ...shirt, commodityCode: '6109' }]),
  'three kinds of goods, China to Germany': sale('DE', [
    { ...shirt, commodityCode: '6109100010' },
    { ...shirt, commodityCode: '8517130000' },
    { ...shirt, commodityCode: '4202221000' },
  ]),
  'a shirt, China to Great Britain': sale('GB', [{ ...shirt, commodityCode: '6109100010' }]),
}

function sale(to: string, lines: readonly LineFacts[]): QuoteRequest {
  const cost = (amount: string) => ({ amount, currency: 'USD' })
  return saleTo({
    ...{ to, currency: 'USD', incoterm: 'FOB', lines },
    ...{ channel: 'freight', transportMode: 'air', buyer: { kind: 'business' } },
    ...{ freight: cost('50.00'), insurance: cost('2.00') },
  })
}

interface Measured {
  readonly tried: number
  readonly periods: number
  readonly milliseconds: readonly number[]
}

const installation = await openBenchInstallation({ tenants: 0, renderDocuments: 'off' })
try {
  const book = await withWholeTariffs(installation.databases.ownerUrl)
  const inProcess = Object.values(sales).map((one) => inThisProcess(one, book))
  await untilTakenIn()
  const overHttp: (readonly number[])[] = []
  for (const one of Object.values(sales)) overHttp.push(await answered(one))
  printFigures({
    title: 'Time machine',
    about:
      'What a sale costs on every day of three years, 2024 to 2026: the periods in which nothing ' +
      'changes with their quotes, worked out in process, and as answers of ' +
      '`POST /v1/estimates/over-time`. Loaded are six editions of the United States schedule with all ' +
      'programmes, and tariffs of Great Britain and the European Union of ' +
      `${COMMODITIES.toLocaleString('en')} commodities with ten made-up measures each. Medians of ` +
      `${ROUNDS} rounds in process and ${HTTP_ROUNDS} over HTTP, after ${WARM_UP_ROUNDS} to warm up. ` +
      'Repeat: `npm run bench -- time-machine`.',
    columns: ['', 'days tried', 'periods', 'in process, median ms', 'over HTTP, median ms'],
    rows: Object.keys(sales).map((name, index) => {
      const { tried, periods, milliseconds } = inProcess[index]!
      const medians = [milliseconds, overHttp[index]!].map((all) => quantile(all, 0.5).toFixed(0))
      return [name, String(tried), String(periods), ...medians]
    }),
  })
} finally {
  await installation.close()
}

async function withWholeTariffs(url: string): Promise<LandedCostBook> {
  const database = connect<Schema>({
    ...{ url, applicationName: 'bench', maxConnections: 1 },
    log: createLog({ level: 'silent', name: 'bench' }),
  })
  for (const file of schedules) await importSchedule(database, file)
  await importSynthetic(database, { territory: 'EU', commodities: COMMODITIES })
  await importSynthetic(database, { territory: 'GB', commodities: COMMODITIES })
  const { book } = await LiveBook.open(database)
  await database.close()
  return book
}

function inThisProcess(request: QuoteRequest, book: LandedCostBook): Measured {
  const found = valueOf(quoteSources(book, request.destination.country))
  const sources = withRatesHeld(found, valueOf(ratesHeld(book.rates, ratesOf)))
  const milliseconds: number[] = []
  let figures = { tried: 0, periods: 0 }
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
    const startedAt = performance.now()
    const tried = daysToQuote(days, request, sources)
    const periods = quotePeriods(days, (on) => quoteSale(request, on, sources), tried)
    milliseconds.push(performance.now() - startedAt)
    figures = { tried: tried.length, periods: periods.length }
  }
  return { ...figures, milliseconds: milliseconds.slice(WARM_UP_ROUNDS) }
}

async function answered(request: QuoteRequest): Promise<readonly number[]> {
  const milliseconds: number[] = []
  for (let round = 0; round < WARM_UP_ROUNDS + HTTP_ROUNDS; round += 1) {
    const startedAt = performance.now()
    await ask('/v1/estimates/over-time', { sale: request, ...days, exchangeRatesOf: ratesOf })
    milliseconds.push(performance.now() - startedAt)
  }
  return milliseconds.slice(WARM_UP_ROUNDS)
}

/** The API takes editions in of itself, each tariff when it is there. */
async function untilTakenIn(): Promise<void> {
  for (const request of Object.values(sales)) {
    for (;;) {
      const answer = await ask('/v1/estimates', { ...request, on: ratesOf })
      if (/"tariffEditions":\["(hts|synthetic)/.test(answer)) break
      progress('the API has not taken the editions in yet ...')
      await pause(1_000)
    }
  }
}

async function ask(path: string, body: unknown): Promise<string> {
  const answer = await fetch(installation.apiUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`)
  return text
}
