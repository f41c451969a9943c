import { setTimeout as sleep } from 'node:timers/promises'
import {
  type BenchInstallation,
  openBenchInstallation,
  threeLineOrder,
} from './bench-installation.ts'
import { printFigures, progress, quantile } from './figures.ts'
import { JourneyDriver } from './journey-driver.ts'
import { processTimes, type ProcessTimes } from './process-time.ts'

// Whole journeys: order, preparation, declaration, registration, arrival, acceptance, assessment,
// payment, release, each step by the process and the database that does it under `npm start`.

const TENANTS = 6
const IN_FLIGHT = 96
const WARM_UP = 150
const JOURNEYS = { off: 1_000, on: 300 } as const

interface Measured {
  readonly seconds: number
  readonly durationsMs: readonly number[]
  /** Seconds of processor time by process, during the measured time. */
  readonly processor: ProcessTimes
}

const off = await measure('off')
const on = await measure('on')
report()

async function measure(renderDocuments: 'on' | 'off'): Promise<Measured> {
  const installation = await openBenchInstallation({ tenants: TENANTS, renderDocuments })
  const driver = new JourneyDriver({
    ...{ apiUrl: installation.apiUrl, apiKeys: installation.apiKeys, inFlight: IN_FLIGHT },
    order: await threeLineOrder(),
  })
  try {
    await driver.run(WARM_UP)
    await papersRendered(installation)
    progress(`rendering ${renderDocuments}: warm`)
    const processorBefore = processTimes(pidsOf(installation))
    const startedAt = performance.now()
    const durationsMs = await driver.run(JOURNEYS[renderDocuments])
    await papersRendered(installation)
    const seconds = (performance.now() - startedAt) / 1000
    const processor = difference(processTimes(pidsOf(installation)), processorBefore)
    progress(
      `rendering ${renderDocuments}: ${(durationsMs.length / seconds).toFixed(1)} journeys a second`,
    )
    return { seconds, processor, durationsMs }
  } finally {
    driver.close()
    await installation.close()
  }
}

/** Papers are rendered by jobs that nobody waits for; a journey counts once they are done. */
async function papersRendered({ apiUrl }: BenchInstallation): Promise<void> {
  for (;;) {
    const metrics = await (await fetch(`${apiUrl}/metrics`)).text()
    if (!/^tidewaiter_jobs\{queue="render-documents"/m.test(metrics)) return
    await sleep(100)
  }
}

function pidsOf({ supervisor, databases }: BenchInstallation): Readonly<Record<string, number>> {
  const services = supervisor.services.map(({ name, pid }) => [name, pid] as const)
  return {
    ...Object.fromEntries(services),
    PostgreSQL: databases.embedded?.pid ?? 0,
    'this driver': process.pid,
  }
}

function difference(after: ProcessTimes, before: ProcessTimes): ProcessTimes {
  const entries = Object.entries(after)
  return Object.fromEntries(entries.map(([name, total]) => [name, total - (before[name] ?? 0)]))
}

function report(): void {
  const row = (title: string, { seconds, durationsMs }: Measured): readonly string[] => [
    title,
    String(durationsMs.length),
    (durationsMs.length / seconds).toFixed(1),
    quantile(durationsMs, 0.5).toFixed(0),
    quantile(durationsMs, 0.95).toFixed(0),
  ]
  const share = (title: string, { processor, durationsMs }: Measured): string => {
    const each = Object.entries(processor).map(
      ([name, used]) => `${name} ${((used / durationsMs.length) * 1000).toFixed(1)} ms`,
    )
    return `Processor time of one journey, ${title}: ${each.join(', ')}.`
  }
  printFigures({
    title: 'Whole journeys',
    about:
      'Three-line orders from `POST /v1/orders` to the goods released and the file closed by the ' +
      'sandbox authority: prepared, declared when ready, registered, arrival reported and passed ' +
      'on, accepted, assessed, paid from the deferment account. API, worker and authority are the ' +
      'processes of `npm start`, the database is the embedded one with full durability, the limit ' +
      `of the channel is lifted. ${TENANTS} tenants, ${IN_FLIGHT} orders on their way at a time, ` +
      `${WARM_UP} journeys before to warm up; authority, database and driver share the machine. ` +
      'Repeat: `npm run bench -- journeys`.',
    columns: ['', 'journeys', 'journeys a second', 'median ms', '95 % below ms'],
    rows: [row('PDF rendering off', off), row('PDF rendering on', on)],
    remarks: [
      'The aim is 100 a second with rendering off on 2 cores. Processor time is the limit: some 200 statements and 50 commits a journey in all processes together, of which PostgreSQL takes the largest part.',
      'With rendering on, the time runs until the papers of all journeys are rendered as well.',
      share('rendering off', off),
      share('rendering on', on),
    ],
  })
}
