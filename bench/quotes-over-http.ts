import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { localDate } from '../src/customs/calendar/local-date.ts'
import { quote } from '../src/customs/landed-cost/quote.ts'
import { shippedBook } from '../src/tariffs/index.ts'
import { openBenchInstallation, threeLineOrder } from './bench-installation.ts'
import { printFigures, progress, quantile } from './figures.ts'
import { codesOf, seededSale } from './seeded-sales.ts'
import { type LoadFigures, sendLoad } from './send-load.ts'
import { threeLineSale } from './three-line-sale.ts'

// POST /v1/quotes on the real API process beside a bare Fastify echo of the same payload: one sale of
// three lines asked again and again, sales of which none comes twice, and an order of three lines. They
// take turns, so that a change of the machine's pace meets all of them.

const ROUNDS = 5
const SECONDS = 3
const WARM_UP_SECONDS = 6
const CONNECTIONS = 16
/** Enough keys that none of them is limited. */
const TENANTS = 60
/** More than the server remembers answers of, so that each is reckoned whenever it comes. */
const DIFFERENT_SALES = 4_000

const installation = await openBenchInstallation({ tenants: TENANTS, renderDocuments: 'off' })
const echo = fork(join(import.meta.dirname, 'echo-server.ts'), { execArgv: ['--import', 'tsx'] })
try {
  const [echoUrl] = (await once(echo, 'message')) as [string]
  const bodies = {
    'the same sale': [JSON.stringify(threeLineSale)],
    'different sales': await differentSales(),
    order: [JSON.stringify(await threeLineOrder())],
  } as const
  const { apiUrl, apiKeys } = installation
  const loads = {
    'the same sale': { at: apiUrl, bodies: bodies['the same sale'] },
    'echo of the same sale': { at: echoUrl, bodies: bodies['the same sale'] },
    'different sales': { at: apiUrl, bodies: bodies['different sales'] },
    'echo of different sales': { at: echoUrl, bodies: bodies['different sales'] },
    order: { at: apiUrl, bodies: bodies.order },
    'echo of order': { at: echoUrl, bodies: bodies.order },
  } as const
  const names = Object.keys(loads) as readonly (keyof typeof loads)[]
  const measured = new Map<keyof typeof loads, LoadFigures[]>(names.map((name) => [name, []]))
  const send = (name: keyof typeof loads, seconds: number): Promise<LoadFigures> => {
    const { at, bodies: sent } = loads[name]
    const url = `${at}/v1/quotes`
    return sendLoad({ url, bodies: sent, seconds, connections: CONNECTIONS, apiKeys })
  }
  for (const name of names) await send(name, WARM_UP_SECONDS)
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const name of names) {
      const figures = await send(name, SECONDS)
      measured.get(name)?.push(figures)
      progress(`round ${round}, ${name}: ${figures.perSecond.toFixed(0)} a second`)
    }
  }
  report(measured)
} finally {
  echo.disconnect()
  await installation.close()
}

/** Sales to Germany that can be quoted from what comes with the program. */
async function differentSales(): Promise<readonly string[]> {
  const book = await shippedBook()
  const lane = { country: 'DE', territory: 'EU', currency: 'EUR' }
  const codes = codesOf(book, lane)
  const sales: string[] = []
  for (let seed = 1; sales.length < DIFFERENT_SALES; seed += 1) {
    const sale = seededSale(codes, lane, seed)
    if (quote(sale, localDate('2026-09-01'), book).ok) sales.push(JSON.stringify(sale))
  }
  return sales
}

function report(measured: ReadonlyMap<string, readonly LoadFigures[]>): void {
  const median = (name: string, figure: keyof LoadFigures): number =>
    quantile(
      (measured.get(name) ?? []).map((figures) => figures[figure]),
      0.5,
    )
  const share = (name: string): string =>
    ((median(name, 'perSecond') / median(`echo of ${name}`, 'perSecond')) * 100).toFixed(0)
  printFigures({
    title: 'Quotes over HTTP',
    about:
      '`POST /v1/quotes` with one sale of three lines from China to Germany again and again, whose ' +
      `answer is remembered, with ${DIFFERENT_SALES} sales of three lines, each of which is reckoned ` +
      'whenever it comes, and with the three-line order, on the API process, as `npm start` runs it; ' +
      'and the same bytes sent to a bare Fastify that writes them back. The answer to a sale has some ' +
      `nine kilobytes. ${CONNECTIONS} connections from a third process, ${ROUNDS} rounds of ` +
      `${SECONDS} seconds each in turn, medians of the rounds. Repeat: ` +
      '`npm run bench -- quotes-over-http`.',
    columns: ['', 'requests a second', 'median ms', '99 % below ms'],
    rows: [...measured.keys()].map((name) => [
      name,
      median(name, 'perSecond').toFixed(0),
      median(name, 'medianMs').toFixed(1),
      median(name, 'p99Ms').toFixed(1),
    ]),
    remarks: [
      `As often as the bare echo answers are answered: the same sale ${share('the same sale')} %, ` +
        `different sales ${share('different sales')} %, an order ${share('order')} %.`,
    ],
  })
}
