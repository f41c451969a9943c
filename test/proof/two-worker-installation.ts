import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { checkoutFolder } from '../../src/platform/checkout.ts'
import { createLog } from '../../src/platform/log.ts'
import { connect, type Schema } from '../../src/platform/postgres/index.ts'
import { type ChildService, freePort, startChildService } from '../../src/platform/process/index.ts'
import { openCredentials } from '../../src/start/credentials.ts'
import {
  addProofTenant,
  introduceToAuthority,
  type ProofInstallation,
  readOfficerToken,
  readProofProfile,
} from './killable-installation.ts'
import { OfficerDesk } from './officer-desk.ts'
import type { ProofDatabases } from './proof-databases.ts'
import type { SeededChoice } from './seeded-choice.ts'
import { UnrulyWire } from './unruly-wire.ts'

/** The wires of one worker to the authority. */
interface WorkerWires {
  /** By which declarations go, and questions about them. */
  readonly declarations: UnrulyWire
  /** By which letters go and come: another interface, with a limit of its own. */
  readonly letters: UnrulyWire
}

/** A worker whose every request to the authority goes over wires of its own. */
export class ProofWorker {
  readonly wire: UnrulyWire
  readonly letters: UnrulyWire
  readonly #start: () => Promise<ChildService>
  #service: ChildService

  private constructor(
    { declarations, letters }: WorkerWires,
    start: () => Promise<ChildService>,
    service: ChildService,
  ) {
    this.wire = declarations
    this.letters = letters
    this.#start = start
    this.#service = service
  }

  static async start(wires: WorkerWires, start: () => Promise<ChildService>): Promise<ProofWorker> {
    return new ProofWorker(wires, start, await start())
  }

  get pid(): number {
    return this.#service.pid
  }

  async kill(): Promise<void> {
    await this.#service.kill()
  }

  async startAgain(): Promise<void> {
    this.#service = await this.#start()
  }

  stop(): Promise<void> {
    return this.#service.stop()
  }
}

/** Two workers, an API and the authority, with unruly wires between them in both directions. */
export interface TwoWorkerInstallation extends ProofInstallation {
  readonly workers: readonly [ProofWorker, ProofWorker]
  /** From the authority to us. */
  readonly pushes: UnrulyWire
}

export interface TwoWorkerOptions {
  readonly databases: ProofDatabases
  readonly dataFolder: string
  readonly choice: SeededChoice
  /** Requests a second of both workers together. */
  readonly limitPerSecond: number
}

const LINES_KEPT = 80
/** Often, so that fetching is disturbed as well. */
const PULL_SECONDS = 5

export async function startTwoWorkerInstallation(
  options: TwoWorkerOptions,
): Promise<TwoWorkerInstallation> {
  const { databases, dataFolder, choice } = options
  const folders = { ours: join(dataFolder, 'ours'), authority: join(dataFolder, 'authority') }
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true })
  const secrets = await openCredentials(folders.ours)
  const ports = { api: await freePort(), authority: await freePort() }
  const lines: string[] = []
  const start = startWith((line) => {
    lines.push(line)
    if (lines.length > LINES_KEPT) lines.shift()
  })
  const ours = { TIDEWAITER_LOG_LEVEL: 'error', TIDEWAITER_DATA: folders.ours }

  const authority = await start('authority', 'authority/main.ts', {
    TIDEWAITER_LOG_LEVEL: 'error',
    TIDEWAITER_DATA: folders.authority,
    AUTHORITY_DATABASE_URL: databases.authorityUrl,
    TIDEWAITER_AUTHORITY_PORT: String(ports.authority),
  })
  const api = await start('api', 'services/api.ts', {
    ...ours,
    TIDEWAITER_PORT: String(ports.api),
    DATABASE_APP_URL: databases.appUrl,
    TIDEWAITER_UK_CDS_PUSH_TOKEN: secrets.ukCdsPushToken,
    // Letters are written here; it is the workers that send them.
    TIDEWAITER_UK_LETTERS_URL: `http://127.0.0.1:${ports.authority}`,
  })
  const pushes = await UnrulyWire.lay({ targetPort: ports.api, choice })
  const startWorker = async (name: string): Promise<ProofWorker> => {
    const declarations = await UnrulyWire.lay({ targetPort: ports.authority, choice })
    const letters = await UnrulyWire.lay({ targetPort: ports.authority, choice })
    return ProofWorker.start({ declarations, letters }, () =>
      start(name, 'services/worker.ts', {
        ...ours,
        DATABASE_WORKER_URL: databases.workerUrl,
        TIDEWAITER_UK_CDS_URL: `http://127.0.0.1:${declarations.port}`,
        TIDEWAITER_UK_LETTERS_URL: `http://127.0.0.1:${letters.port}`,
        TIDEWAITER_UK_CDS_TOKEN: secrets.ukCdsToken,
        TIDEWAITER_CHANNEL_LIMIT_PER_SECOND: String(options.limitPerSecond),
        TIDEWAITER_UK_CDS_PULL_SECONDS: String(PULL_SECONDS),
        TIDEWAITER_RENDER_DOCUMENTS: 'off',
      }),
    )
  }
  const workers = [await startWorker('worker-1'), await startWorker('worker-2')] as const

  const desk = {
    url: `http://127.0.0.1:${ports.authority}`,
    officerToken: await readOfficerToken(folders.authority),
  }
  const profile = await readProofProfile()
  await introduceToAuthority(desk, secrets, { profile, pushPort: pushes.port })
  const database = connect<Schema>({
    ...{ url: databases.appUrl, applicationName: 'proof', maxConnections: 4 },
    log: createLog({ name: 'proof', level: 'silent' }),
  })
  return {
    apiUrl: `http://127.0.0.1:${ports.api}`,
    ...{ databases, database, workers, pushes },
    officers: new OfficerDesk(desk),
    lastLines: () => lines,
    addTenant: (declaredBy) => addProofTenant(database, { declaredBy, profile }),
    close: async () => {
      for (const worker of workers) await worker.stop()
      for (const service of [api, authority]) await service.stop()
      const wires = workers.flatMap((worker) => [worker.wire, worker.letters])
      for (const wire of [...wires, pushes]) await wire.close()
      await database.close()
    },
  }
}

type Start = (
  name: string,
  entry: string,
  environment: Readonly<Record<string, string>>,
) => Promise<ChildService>

function startWith(keep: (line: string) => void): Start {
  return async (name, entry, environment) => {
    const started = await startChildService({
      ...{ name, environment, entry: join(checkoutFolder, 'src', entry) },
      onLine: (speaker, line) => keep(`[${speaker}] ${line}`),
    })
    if (!started.ok) throw new Error(started.failures[0].message)
    return started.value
  }
}
