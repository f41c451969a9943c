import type { NetConnectOpts } from 'node:net'
import { join } from 'node:path'
import { checkoutFolder } from '../../src/platform/checkout.ts'
import type { Credentials } from '../../src/start/credentials.ts'
import { openHttpGate } from './gates/http-gate.ts'
import { openPostgresGate } from './gates/postgres-gate.ts'
import type { Gate, ProcessName, Watch } from './gates/sighting.ts'
import type { ProcessPlans } from './process-house.ts'
import type { ProofDatabases } from './proof-databases.ts'

/** The ways on which what passes is watched. */
export type Gates = Readonly<
  Record<
    'workerToDatabase' | 'apiToDatabase' | 'authorityToDatabase' | 'submissions' | 'pushes',
    Gate
  >
>

export interface Ports {
  readonly api: number
  readonly authority: number
}

/** Opens a gate on every way that a process can be killed on. */
export async function openGates(
  watch: Watch,
  databases: ProofDatabases,
  ports: Ports,
): Promise<Gates> {
  const toDatabase = (process: ProcessName, url: string): Promise<Gate> => {
    return openPostgresGate({ process, target: serverAt(url), watch })
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

/** A URL whose host is a folder names the Unix socket in it. */
function serverAt(url: string): NetConnectOpts {
  const { hostname, port } = new URL(url)
  const host = decodeURIComponent(hostname)
  const number = Number(port || 5432)
  return host.startsWith('/') ? { path: join(host, `.s.PGSQL.${number}`) } : { host, port: number }
}

export interface PlanFacts {
  readonly databases: ProofDatabases
  readonly ports: Ports
  readonly gates: Gates
  readonly secrets: Pick<Credentials, 'ukCdsToken' | 'ukCdsPushToken'>
  readonly folders: { readonly ours: string; readonly authority: string }
}

/** How the processes are started so that everything they do passes a gate. */
export function processPlans({
  databases,
  ports,
  gates,
  folders,
  secrets,
}: PlanFacts): ProcessPlans {
  const entry = (path: string): string => join(checkoutFolder, 'src', path)
  const through = (url: string, { port }: Gate): string =>
    Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href
  const shared = { TIDEWAITER_LOG_LEVEL: 'warn' }
  const ours = { ...shared, TIDEWAITER_DATA: folders.ours }
  return {
    authority: {
      ...{ name: 'authority', entry: entry('authority/main.ts') },
      environment: {
        ...shared,
        TIDEWAITER_DATA: folders.authority,
        AUTHORITY_DATABASE_URL: through(databases.authorityUrl, gates.authorityToDatabase),
        TIDEWAITER_AUTHORITY_PORT: String(ports.authority),
      },
    },
    api: {
      ...{ name: 'api', entry: entry('services/api.ts') },
      environment: {
        ...ours,
        TIDEWAITER_PORT: String(ports.api),
        DATABASE_APP_URL: through(databases.appUrl, gates.apiToDatabase),
        TIDEWAITER_UK_CDS_PUSH_TOKEN: secrets.ukCdsPushToken,
      },
    },
    worker: {
      ...{ name: 'worker', entry: entry('services/worker.ts') },
      environment: {
        ...ours,
        DATABASE_WORKER_URL: through(databases.workerUrl, gates.workerToDatabase),
        TIDEWAITER_UK_CDS_URL: `http://127.0.0.1:${gates.submissions.port}`,
        TIDEWAITER_UK_CDS_TOKEN: secrets.ukCdsToken,
        TIDEWAITER_CHANNEL_LIMIT_PER_SECOND: 'off',
        TIDEWAITER_RENDER_DOCUMENTS: 'off',
      },
    },
  }
}
