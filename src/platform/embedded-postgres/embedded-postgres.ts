import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { success, type Result } from '../../customs/result.ts'
import { freePort } from '../process/port.ts'
import { findBinaries, locateInstalled, type Binaries } from './binaries.ts'
import { clusterFolder } from './cluster-folder.ts'
import { openCluster, type Cluster, type Durability } from './cluster.ts'
import {
  startPostmaster,
  stopOrphan,
  type Postmaster,
  type PostmasterOptions,
} from './postmaster.ts'
import { findServerAccount, type ServerAccount } from './server-account.ts'
import { findServerHome, type ServerHome } from './server-home.ts'

/** A PostgreSQL server that belongs to this process. */
export interface EmbeddedPostgres {
  /** The login of the superuser, on the database `postgres`. */
  readonly superuserUrl: string
  /** Another free port at each start. */
  readonly port: number
  /** The postmaster's process, for the lock file. */
  readonly pid: number
  /** Where the cluster lies, which is not the data folder where the server cannot reach that. */
  readonly home: string
  /** Shuts the server down in order; to be called after everything that uses it has ended. */
  readonly stop: () => Promise<void>
}

/** Where the server lives and who is told about it. */
export interface EmbeddedPostgresOptions {
  /** Need not be reachable for the server's own user. */
  readonly dataFolder: string
  /** Told one line at a time where things are kept and what was recovered. */
  readonly tell: (line: string) => void
  /** `none` is for tests, whose data nobody will miss; everything else wants `full`. */
  readonly durability?: Durability
}

const OLD_SESSIONS_LIMIT_MS = 15_000

/** What a server needs before it can run. */
interface Installation {
  readonly account: ServerAccount
  readonly home: ServerHome
  readonly binaries: Binaries
  readonly cluster: Cluster
}

/**
 * Starts the server on its data folder, which must be locked by the caller: initialises it the
 * first time, and shuts down a server that a killed process has left behind.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<Result<EmbeddedPostgres>> {
  const { dataFolder, durability = 'full' } = options
  const installation = await prepareInstallation(dataFolder, durability)
  if (!installation.ok) return installation
  const { account, home, binaries, cluster } = installation.value
  tellPlaces(options, installation.value)
  if ((await stopOrphan(cluster.folder)) === 'stopped') {
    options.tell('A database server left behind by a killed process was shut down.')
  }
  const postmaster = await startOnceAlone({
    account,
    binaries,
    cluster,
    logFile: join(home.folder, 'postgres.log'),
    port: await freePort(),
    durability,
  })
  if (!postmaster.ok) return postmaster
  const { port, host, pid, stop } = postmaster.value
  const place = `${encodeURIComponent(host)}:${port}`
  const superuserUrl = `postgres://postgres:${cluster.password}@${place}/postgres`
  return success({ superuserUrl, port, pid, home: home.folder, stop })
}

/** Everything up to the point where the server could be started. */
async function prepareInstallation(
  dataFolder: string,
  durability: Durability,
): Promise<Result<Installation>> {
  const account = await findServerAccount(dataFolder)
  if (!account.ok) return account
  const home = await findServerHome(account.value, dataFolder)
  if (!home.ok) return home
  const installed = await locateInstalled()
  if (!installed.ok) return installed
  const place = { account: account.value, home: home.value.folder }
  const binaries = await findBinaries({ ...place, installed: installed.value })
  if (!binaries.ok) return binaries
  const cluster = await openCluster({ ...place, durability, binaries: binaries.value })
  if (!cluster.ok) return cluster
  return success({
    account: account.value,
    home: home.value,
    binaries: binaries.value,
    cluster: cluster.value,
  })
}

/** A person who looks for the data, or wants to delete it, must know where it is. */
function tellPlaces(options: EmbeddedPostgresOptions, installation: Installation): void {
  const { account, home, binaries } = installation
  if (home.place === 'substitute') {
    options.tell(
      `The database is kept in ${home.folder}: ` +
        `the user ${account.name}, who runs it, could not reach ${options.dataFolder}.`,
    )
  }
  if (binaries.origin === 'copied') {
    options.tell(
      `PostgreSQL runs from a copy in ${binaries.folder}: ` +
        `the user ${account.name} cannot run the installed one.`,
    )
  }
}

/** Sessions of a server that was killed end a moment later than it; until then no other may start. */
async function startOnceAlone(options: PostmasterOptions): Promise<Result<Postmaster>> {
  const deadline = Date.now() + OLD_SESSIONS_LIMIT_MS
  for (;;) {
    const started = await startPostmaster(options)
    const oldSessions = !started.ok && started.failures[0].message.includes('shared memory block')
    if (!oldSessions || Date.now() > deadline) return started
    await sleep(200)
  }
}

/** Removes a server with all its data, which nobody must be using; for the tests' own servers. */
export async function removeEmbeddedPostgres(dataFolder: string): Promise<void> {
  const account = await findServerAccount(dataFolder)
  const home = account.ok ? await findServerHome(account.value, dataFolder) : account
  if (home.ok) {
    await stopOrphan(clusterFolder(home.value.folder))
    await rm(home.value.folder, { recursive: true, force: true })
  }
  await rm(dataFolder, { recursive: true, force: true })
}
