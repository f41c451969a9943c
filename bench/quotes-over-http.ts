import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { openBenchInstallation, threeLineOrder } from './bench-installation.ts'
import { printFigures, progress, quantile } from './figures.ts'
import { type Load, type LoadFigures, sendLoad } from './send-load.ts'

// POST /v1/quotes on the real API process beside a bare Fastify echo of the same payload. The two
// take turns, so that a change of the machine's pace meets both.

const ROUNDS = 5
const REQUESTS = 6_000
const WARM_UP_REQUESTS = 3_000
const CONNECTIONS = 16
/** Enough keys that none of them is limited. */
const TENANTS = 20

const installation = await openBenchInstallation({ tenants: TENANTS, renderDocuments: 'off' })
const echo = fork(join(import.meta.dirname, 'echo-server.ts'), { execArgv: ['--import', 'tsx'] })
try {
  const [echoUrl] = (await once(echo, 'message')) as [string]
  const body = JSON.stringify(await threeLineOrder())
  const loadOn = (baseUrl: string, amount: number): Load => ({
    ...{ url: `${baseUrl}/v1/quotes`, body, amount, connections: CONNECTIONS },
    apiKeys: installation.apiKeys,
  })
  const places = { quote: installation.apiUrl, echo: echoUrl } as const
  for (const url of Object.values(places)) await sendLoad(loadOn(url, WARM_UP_REQUESTS))
  const measured = { quote: [] as LoadFigures[], echo: [] as LoadFigures[] }
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const name of ['echo', 'quote'] as const) {
      const figures = await sendLoad(loadOn(places[name], REQUESTS))
      measured[name].push(figures)
      progress(`round ${round}, ${name}: ${figures.perSecond.toFixed(0)} a second`)
    }
  }
  report(measured, body.length)
} finally {
  echo.disconnect()
  await installation.close()
}

function report(
  measured: { readonly quote: readonly LoadFigures[]; readonly echo: readonly LoadFigures[] },
  bodyBytes: number,
): void {
  const median = (rounds: readonly LoadFigures[], name: keyof LoadFigures): number =>
    quantile(
      rounds.map((figures) => figures[name]),
      0.5,
    )
  const row = (title: string, rounds: readonly LoadFigures[]): readonly string[] => [
    title,
    median(rounds, 'perSecond').toFixed(0),
    median(rounds, 'medianMs').toFixed(1),
    median(rounds, 'p99Ms').toFixed(1),
  ]
  const ratio = median(measured.quote, 'perSecond') / median(measured.echo, 'perSecond')
  printFigures({
    title: 'Quotes over HTTP',
    about:
      `\`POST /v1/quotes\` with the three-line order (${bodyBytes} bytes) on the API process, as ` +
      `\`npm start\` runs it, and the same bytes sent to a bare Fastify that writes them back. ` +
      `${CONNECTIONS} connections from a third process, ${ROUNDS} rounds of ${REQUESTS} requests ` +
      `each in turn, medians of the rounds. Repeat: \`npm run bench -- quotes-over-http\`.`,
    columns: ['', 'requests a second', 'median ms', '99 % below ms'],
    rows: [row('quote', measured.quote), row('bare echo', measured.echo)],
    remarks: [`A quote service answers ${(ratio * 100).toFixed(0)} % as often as the bare echo.`],
  })
}
