import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTenant } from '../../src/access/index.ts'
import type { TraderProfile } from '../../src/customs/parties/trader-profile.ts'
import { checkoutFolder } from '../../src/platform/checkout.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { createLog } from '../../src/platform/log.ts'
import { connect, type Database, type Schema } from '../../src/platform/postgres/index.ts'
import {
  type ChildService,
  type ChildServiceOptions,
  freePort,
  startChildService,
} from '../../src/platform/process/index.ts'
import { openDefermentAccount, registerApplication } from '../../src/start/authority-desk.ts'
import { openHttpGate } from './gates/http-gate.ts'
import { openPostgresGate } from './gates/postgres-gate.ts'
import type { Gate, ProcessName } from './gates/sighting.ts'
import { OfficerDesk } from './officer-desk.ts'
import { type Killer, Trap } from './trap.ts'

/** Logins on migrated, empty databases. */
export interface ProofDatabases {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly workerUrl: string
  readonly authorityUrl: string
}

/** API, worker and authority as processes of their own, reached through gates where it matters. */
export interface KillableInstallation {
  readonly apiUrl: string
  readonly databases: ProofDatabases
  /** For looking at what is stored; the processes have connections of their own. */
  readonly database: Database<Schema>
  readonly officers: OfficerDesk
  readonly trap: Trap
  readonly defermentAccount: string
  /** How many processes were killed until now. */
  kills(): number
  /** The last lines that the processes wrote. */
  lastLines(): readonly string[]
  addTenant(declareWhenReady: boolean): Promise<ProofTenant>
  close(): Promise<void>
}

export interface ProofTenant {
  readonly tenantId: string
  readonly apiKey: string
}

const CDS_TOKEN = 'cds-token-of-the-proof-0123456789abcdef'
const PUSH_TOKEN = 'push-token-of-the-proof-0123456789abcdef'
const LINES_KEPT = 60

export async function startKillableInstallation(
  databases: ProofDatabases,
  dataFolder: string,
): Promise<KillableInstallation> {
  const lines: string[] = []
  const processes = new ProcessHouse((name, line) => {
    lines.push(`[${name}] ${line}`)
    if (lines.length > LINES_KEPT) lines.shift()
  })
  const trap = new Trap(processes)
  const ports = { api: await freePort(), authority: await freePort() }
  const gates = await openGates(trap, databases, ports)
  const folders = { ours: join(dataFolder, 'ours'), authority: join(dataFolder, 'authority') }
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true })
  await processes.startAll(plansOf({ databases, ports, gates, folders }))

  const token = await readFile(join(folders.authority, 'authority-officer-token'), 'utf8')
  const desk = { url: `http://127.0.0.1:${ports.authority}`, officerToken: token.trim() }
  const callback = `http://127.0.0.1:${gates.pushes.port}/exchange/uk-cds/notifications`
  await registerApplication(
    desk,
    { clientId: 'proof', ukCdsToken: CDS_TOKEN, ukCdsPushToken: PUSH_TOKEN },
    callback,
  )
  const profile = await readProfile()
  const { accountNumber, holderEori } = profile.deferment!
  await openDefermentAccount(desk, {
    ...{ number: accountNumber, holderEori, limitGbp: '1000000.00' },
    name: profile.declarant.name,
  })
  const database = connect<Schema>({
    ...{ url: databases.appUrl, applicationName: 'proof', maxConnections: 4 },
    log: createLog({ name: 'proof', level: 'silent' }),
  })
  return {
    apiUrl: `http://127.0.0.1:${ports.api}`,
    databases,
    database,
    officers: new OfficerDesk(desk),
    trap,
    defermentAccount: accountNumber,
    kills: () => processes.kills,
    lastLines: () => lines,
    addTenant: async (declareWhenReady) => {
      const created = await createTenant(
        database,
        { name: 'Proof', kind: 'e-commerce-platform', profile, declareWhenReady },
        { actor: { kind: 'operator', id: 'proof' }, now: systemClock.now() },
      )
      return { tenantId: created.tenant.tenantId, apiKey: created.ownerKey.secret }
    },
    close: async () => {
      await processes.stopAll()
      for (const gate of Object.values(gates)) await gate.close()
      await database.close()
    },
  }
}

async function readProfile(): Promise<TraderProfile> {
  const path = join(checkoutFolder, 'examples', 'trader-profile-platform.json')
  return JSON.parse(await readFile(path, 'utf8')) as TraderProfile
}

type Plans = Readonly<Record<ProcessName, ChildServiceOptions>>

/** Keeps one process of each kind running and kills it on demand. */
class ProcessHouse implements Killer {
  readonly #onLine: ChildServiceOptions['onLine']
  readonly #running = new Map<ProcessName, ChildService>()
  #plans: Plans | undefined
  kills = 0

  constructor(onLine: ChildServiceOptions['onLine']) {
    this.#onLine = onLine
  }

  async startAll(plans: Plans): Promise<void> {
    this.#plans = plans
    for (const process of ['authority', 'api', 'worker'] as const) await this.replace(process)
  }

  async kill(name: ProcessName): Promise<void> {
    const service = this.#running.get(name)
    if (service === undefined) throw new Error(`there is no ${name} to kill`)
    this.kills += 1
    process.kill(service.pid, 'SIGKILL')
    await service.ended
  }

  async replace(name: ProcessName): Promise<void> {
    const started = await startChildService({ ...this.#plans![name], onLine: this.#onLine })
    if (!started.ok) throw new Error(started.failures[0].message)
    this.#running.set(name, started.value)
  }

  async stopAll(): Promise<void> {
    for (const name of ['worker', 'api', 'authority'] as const) await this.#running.get(name)?.stop()
  }
}

interface Gates {
  readonly workerToDatabase: Gate
  readonly apiToDatabase: Gate
  readonly authorityToDatabase: Gate
  readonly submissions: Gate
  readonly pushes: Gate
}

interface Ports {
  readonly api: number
  readonly authority: number
}

async function openGates(
  { watch }: Trap,
  databases: ProofDatabases,
  ports: Ports,
): Promise<Gates & Readonly<Record<string, Gate>>> {
  const toDatabase = (process: ProcessName, url: string): Promise<Gate> => {
    const { hostname: host, port } = new URL(url)
    return openPostgresGate({ process, target: { host, port: Number(port || 5432) }, watch })
  }
  const toService = (process: ProcessName, port: number): Promise<Gate> =>
    openHttpGate({ process, target: { host: '127.0.0.1', port }, watch })
  return {
    workerToDatabase: await toDatabase('worker', databases.workerUrl),
    apiToDatabase: await toDatabase('api', databases.appUrl),
    authorityToDatabase: await toDatabase('authority', databases.authorityUrl),
    submissions: await toService('worker', ports.authority),
    pushes: await toService('authority', ports.api),
  }
}

interface PlanFacts {
  readonly databases: ProofDatabases
  readonly ports: Ports
  readonly gates: Gates
  readonly folders: { readonly ours: string; readonly authority: string }
}

function plansOf({ databases, ports, gates, folders }: PlanFacts): Plans {
  const entry = (path: string): string => join(checkoutFolder, 'src', path)
  const through = (url: string, { port }: Gate): string =>
    Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href
  const onLine = (): undefined => undefined
  const shared = { TIDEWAITER_LOG_LEVEL: 'warn' }
  const ours = { ...shared, TIDEWAITER_DATA: folders.ours }
  return {
    authority: {
      ...{ name: 'authority', entry: entry('authority/main.ts'), onLine },
      environment: {
        ...shared,
        TIDEWAITER_DATA: folders.authority,
        AUTHORITY_DATABASE_URL: through(databases.authorityUrl, gates.authorityToDatabase),
        TIDEWAITER_AUTHORITY_PORT: String(ports.authority),
      },
    },
    api: {
      ...{ name: 'api', entry: entry('services/api.ts'), onLine },
      environment: {
        ...ours,
        TIDEWAITER_PORT: String(ports.api),
        DATABASE_APP_URL: through(databases.appUrl, gates.apiToDatabase),
        TIDEWAITER_UK_CDS_PUSH_TOKEN: PUSH_TOKEN,
      },
    },
    worker: {
      ...{ name: 'worker', entry: entry('services/worker.ts'), onLine },
      environment: {
        ...ours,
        DATABASE_WORKER_URL: through(databases.workerUrl, gates.workerToDatabase),
        TIDEWAITER_UK_CDS_URL: `http://127.0.0.1:${gates.submissions.port}`,
        TIDEWAITER_UK_CDS_TOKEN: CDS_TOKEN,
        TIDEWAITER_CHANNEL_LIMIT_PER_SECOND: 'off',
        TIDEWAITER_RENDER_DOCUMENTS: 'off',
      },
    },
  }
}
