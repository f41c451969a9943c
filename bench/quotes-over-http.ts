import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { openBenchInstallation, threeLineOrder } from './bench-installation.ts'
import { printFigures, progress, quantile } from './figures.ts'
import { type LoadFigures, sendLoad } from './send-load.ts'
import { threeLineSale } from './three-line-sale.ts'

// POST /v1/quotes on the real API process beside a bare Fastify echo of the same payload: a sale of
// three lines, and an order of three lines. They take turns, so that a change of the machine's pace
// meets all of them.

const ROUNDS = 5
const SECONDS = 3
const WARM_UP_SECONDS = 6
const CONNECTIONS = 16
/** Enough keys that none of them is limited. */
const TENANTS = 20

const installation = await openBenchInstallation({ tenants: TENANTS, renderDocuments: 'off' })
const echo = fork(join(import.meta.dirname, 'echo-server.ts'), { execArgv: ['--import', 'tsx'] })
try {
  const [echoUrl] = (await once(echo, 'message')) as [string]
  const bodies = {
    sale: JSON.stringify(threeLineSale),
    order: JSON.stringify(await threeLineOrder()),
  }
  const { apiUrl, apiKeys } = installation
  const loads = {
    sale: { at: apiUrl, body: bodies.sale },
    'echo of the sale': { at: echoUrl, body: bodies.sale },
    order: { at: apiUrl, body: bodies.order },
    'echo of the order': { at: echoUrl, body: bodies.order },
  } as const
  const names = Object.keys(loads) as readonly (keyof typeof loads)[]
  const measured = new Map<keyof typeof loads, LoadFigures[]>(names.map((name) => [name, []]))
  const send = (name: keyof typeof loads, seconds: number): Promise<LoadFigures> => {
    const { at, body } = loads[name]
    return sendLoad({ url: `${at}/v1/quotes`, body, seconds, connections: CONNECTIONS, apiKeys })
  }
  for (const name of names) await send(name, WARM_UP_SECONDS)
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const name of names) {
      const figures = await send(name, SECONDS)
      measured.get(name)?.push(figures)
      progress(`round ${round}, ${name}: ${figures.perSecond.toFixed(0)} a second`)
    }
  }
  report(measured, bodies)
} finally {
  echo.disconnect()
  await installation.close()
}

function report(
  measured: ReadonlyMap<string, readonly LoadFigures[]>,
  bodies: Readonly<Record<'sale' | 'order', string>>,
): void {
  const median = (name: string, figure: keyof LoadFigures): number =>
    quantile(
      (measured.get(name) ?? []).map((figures) => figures[figure]),
      0.5,
    )
  const share = (name: string): string =>
    ((median(name, 'perSecond') / median(`echo of the ${name}`, 'perSecond')) * 100).toFixed(0)
  printFigures({
    title: 'Quotes over HTTP',
    about:
      `\`POST /v1/quotes\` with a sale of three lines from China to Germany ` +
      `(${bodies.sale.length} bytes) and with the three-line order (${bodies.order.length} bytes) on ` +
      `the API process, as \`npm start\` runs it, and the same bytes sent to a bare Fastify that ` +
      `writes them back. ${CONNECTIONS} connections from a third process, ${ROUNDS} rounds of ` +
      `${SECONDS} seconds each in turn, medians of the rounds. Repeat: ` +
      `\`npm run bench -- quotes-over-http\`.`,
    columns: ['', 'requests a second', 'median ms', '99 % below ms'],
    rows: [...measured.keys()].map((name) => [
      name,
      median(name, 'perSecond').toFixed(0),
      median(name, 'medianMs').toFixed(1),
      median(name, 'p99Ms').toFixed(1),
    ]),
    remarks: [
      `A sale is quoted ${share('sale')} % as often as the bare echo answers, an order ${share('order')} %.`,
    ],
  })
}
