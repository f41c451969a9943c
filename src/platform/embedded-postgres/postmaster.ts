import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, fstatSync, openSync } from 'node:fs'
import { chown, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { Client } from 'pg'

import { failure, success, type Result } from '../../customs/result.ts'
import { readIfThere } from '../private-file.ts'
import {
  commandLineOf,
  isAlive,
  isNumberTaken,
  signalProcess,
} from '../process/process-identity.ts'
import type { Binaries } from './binaries.ts'
import type { Cluster, Durability } from './cluster.ts'
import { serverEnvironment } from './run-as.ts'
import type { ServerAccount } from './server-account.ts'

/** A running PostgreSQL server of ours. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Where clients connect: the folder of its Unix socket, or the loopback address. */
  readonly host: string
  /** Ends sessions, writes a checkpoint and waits until the server has ended. */
  readonly stop: () => Promise<void>
}

/** A prepared installation and the port to listen on. */
export interface PostmasterOptions {
  readonly account: ServerAccount
  readonly binaries: Binaries
  readonly cluster: Cluster
  readonly port: number
  readonly logFile: string
  readonly durability: Durability
}

/** Settings for one machine that runs everything. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  wal_compression: 'on',
  checkpoint_timeout: '15min',
  autovacuum_naptime: '15s',
  jit: 'off',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] %q%a ',
  timezone: 'UTC',
} as const

/** With full durability, what was committed is on the disk. */
const DURABILITY = {
  full: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
  none: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
} as const satisfies Record<Durability, Readonly<Record<string, string>>>

/** Recovery after a crash replays the log before the server answers, which may take a while. */
const START_TIME_LIMIT_MS = 60_000
/** A fast shutdown writes everything to the disk first. */
const FAST_STOP_LIMIT_MS = 15_000
const IMMEDIATE_STOP_LIMIT_MS = 5_000
const ORPHANED_SESSIONS_MS = 1_000
const POLL_MS = 20

/**
 * Starts the server and waits until it answers. It runs in a process group of its own: Ctrl-C in
 * the terminal reaches us but not the server, which is stopped after everything that uses it.
 */
export async function startPostmaster(options: PostmasterOptions): Promise<Result<Postmaster>> {
  const { account, port, logFile, cluster } = options
  const log = openSync(logFile, 'a', 0o600)
  const logStart = fstatSync(log).size
  if (account.switchTo !== undefined) {
    await chown(logFile, account.switchTo.uid, account.switchTo.gid)
  }
  await removeOldSockets(options)
  const child = spawnServer(options, log)
  closeSync(log)
  const host = socketFolder(options) ?? LOOPBACK
  const problem = await waitUntilItAnswers(child, { host, port, password: cluster.password })
  const { pid } = child
  if (problem === undefined && pid !== undefined) {
    return success({ pid, port, host, stop: () => stopPostmaster(pid) })
  }
  if (pid !== undefined) await stopPostmaster(pid)
  return failure({
    code: 'database-unavailable',
    path: '',
    message: `PostgreSQL did not start: ${problem}. ${await complaintIn(logFile, logStart)}`,
    mend: `read ${logFile}, or set DATABASE_URL to a PostgreSQL server of your own`,
  })
}

/** `unref` lets a process end that has nothing left but its server, as after a crash of ours. */
function spawnServer(options: PostmasterOptions, log: number): ChildProcess {
  const { account, binaries, cluster } = options
  const child = spawn(join(binaries.folder, 'bin', 'postgres'), serverParameters(options), {
    ...account.switchTo,
    cwd: cluster.folder,
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.unref()
  return child
}

/** @returns what kept the server from answering, nothing when it answers */
async function waitUntilItAnswers(
  child: ChildProcess,
  login: SuperuserLogin,
): Promise<string | undefined> {
  let end: string | undefined
  child.on('error', (error) => (end = error.message))
  child.on('exit', (code, signal) => (end = `it ended with ${signal ?? `code ${code}`}`))
  const deadline = Date.now() + START_TIME_LIMIT_MS
  while (!(await answers(login))) {
    if (end !== undefined) return end
    if (Date.now() > deadline) return `it did not answer within ${START_TIME_LIMIT_MS / 1000} s`
    await sleep(POLL_MS)
  }
  return end
}

/**
 * Shuts down a server that an earlier start has left behind on the cluster.
 *
 * @returns whether there was a server to shut down
 */
export async function stopOrphan(clusterFolder: string): Promise<'stopped' | 'none'> {
  const pidFile = join(clusterFolder, 'postmaster.pid')
  const pid = Number((await readIfThere(pidFile))?.split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 1 || !isNumberTaken(pid)) return 'none'
  const commandLine = await commandLineOf(pid)
  const isOurs = commandLine.includes(`postgres -D ${clusterFolder} `)
  if (isOurs) await stopPostmaster(pid)
  await removeMisleadingPidFile(pidFile, pid)
  return isOurs ? 'stopped' : 'none'
}

/**
 * After a crash, the number in the pid file may belong to another process, or to one that ended but
 * was not buried. PostgreSQL would take that process for a server of its own and refuse to start.
 */
async function removeMisleadingPidFile(pidFile: string, pid: number): Promise<void> {
  if (!existsSync(pidFile) || !isNumberTaken(pid)) return
  // The file is also how a new server finds the last sessions of the old one; they end within
  // moments of their server, so by now there is nothing left to find.
  await sleep(ORPHANED_SESSIONS_MS)
  await rm(pidFile, { force: true })
}

/** A fast shutdown first; where it hangs, an immediate one, which the next start recovers from. */
async function stopPostmaster(pid: number): Promise<void> {
  const steps = [
    ['SIGINT', FAST_STOP_LIMIT_MS],
    ['SIGQUIT', IMMEDIATE_STOP_LIMIT_MS],
    ['SIGKILL', IMMEDIATE_STOP_LIMIT_MS],
  ] as const
  for (const [signal, limitMs] of steps) {
    if (!isAlive(pid)) return
    signalProcess(pid, signal)
    const deadline = Date.now() + limitMs
    while (isAlive(pid) && Date.now() < deadline) await sleep(POLL_MS)
  }
}

const LOOPBACK = '127.0.0.1'

/** Unix systems take no longer path for a socket, the closing zero not counted (macOS: 104). */
const SOCKET_PATH_BYTES = 103

/**
 * Statements through a Unix socket cost a third less than through TCP. It lies with the cluster,
 * where only the server's own user and root get in; none where its path would be too long, nor on
 * Windows.
 */
function socketFolder({ cluster, port }: PostmasterOptions): string | undefined {
  const path = join(cluster.folder, `.s.PGSQL.${port}`)
  const fits = Buffer.byteLength(path) <= SOCKET_PATH_BYTES
  return fits && process.platform !== 'win32' ? cluster.folder : undefined
}

/** Ports change with each start, so the sockets of killed servers would heap up. */
async function removeOldSockets({ cluster }: PostmasterOptions): Promise<void> {
  const old = (await readdir(cluster.folder)).filter((name) => name.startsWith('.s.PGSQL.'))
  await Promise.all(old.map((name) => rm(join(cluster.folder, name), { force: true })))
}

interface SuperuserLogin {
  readonly host: string
  readonly port: number
  readonly password: string
}

/** On the command line rather than in postgresql.conf: an old cluster gets new settings too. */
function serverParameters(options: PostmasterOptions): string[] {
  const { cluster, port, durability } = options
  const all = {
    ...{ ...SETTINGS, ...DURABILITY[durability], port: String(port) },
    unix_socket_directories: socketFolder(options) ?? '',
  }
  const assignments = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', cluster.folder, ...assignments]
}

/** A login, not only an open port: during recovery the port is open but nobody is let in. */
async function answers(login: SuperuserLogin): Promise<boolean> {
  const client = new Client({
    ...login,
    user: 'postgres',
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  })
  // An error between the answer and the end of the connection changes nothing for us.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The last serious line that this start has written, or else its last line. */
async function complaintIn(logFile: string, start: number): Promise<string> {
  const lines = (await readFile(logFile)).subarray(start).toString().trim().split('\n')
  return lines.findLast((line) => /(?:FATAL|PANIC):/.test(line)) ?? lines.at(-1) ?? ''
}
