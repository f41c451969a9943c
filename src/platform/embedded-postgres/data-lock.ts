import { link, mkdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { newSecret } from '../ids.ts'
import { isErrno, readIfThere, writePrivateFile } from '../private-file.ts'
import { identityOf, isAlive } from '../process/process-identity.ts'

/** Who uses a data folder, as written into its lock file. */
export interface LockHolder {
  readonly pid: number
  /** Tells the process from a later one with the same number. */
  readonly identity: string
  readonly startedAt: string
  readonly apiPort?: number
  readonly postgresPort?: number
  readonly postgresPid?: number
}

/** The right to use a data folder, held by this process until it is released. */
export interface DataLock {
  /** Adds what has become known since, such as the ports. */
  note(facts: Pick<LockHolder, 'apiPort' | 'postgresPort' | 'postgresPid'>): Promise<void>
  release(): Promise<void>
}

const LOCK_FILE = 'tidewaiter.lock'
const HEALTH_TIME_LIMIT_MS = 2_000
const MOST_ATTEMPTS = 20

/**
 * Takes a data folder for this process. A living holder is never pushed aside: the caller gets one
 * line that says where it runs and how to end it. The lock of a process that has ended is replaced.
 */
export async function acquireDataLock(dataFolder: string): Promise<Result<DataLock>> {
  await mkdir(dataFolder, { recursive: true })
  const path = join(dataFolder, LOCK_FILE)
  const holder: LockHolder = {
    pid: process.pid,
    identity: await identityOf(process.pid),
    startedAt: new Date().toISOString(),
  }
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    if (await tryToTake(path, holder)) return success(heldLock(path, holder))
    const found = await readIfThere(path)
    if (found === undefined) continue
    const owner = readHolder(found)
    if (owner !== undefined && (await isRunning(owner))) {
      return failure(await inUse(dataFolder, owner))
    }
    await removeStale(path, found)
  }
  throw new Error(`${path} changes hands all the time`)
}

function heldLock(path: string, holder: LockHolder): DataLock {
  let current = holder
  return {
    note: async (facts) => {
      current = { ...current, ...facts }
      await writePrivateFile(path, JSON.stringify(current))
    },
    release: () => rm(path, { force: true }),
  }
}

/** Puts the complete file in place at once; linking fails when there is a file already. */
async function tryToTake(path: string, holder: LockHolder): Promise<boolean> {
  const draft = `${path}.${newSecret(6)}`
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false
    throw error
  } finally {
    await unlink(draft)
  }
}

/**
 * Removes a lock that was judged stale. Between judging and removing, another start may have put
 * its own lock there: what was moved away is compared, and put back when it is not what was judged.
 */
async function removeStale(path: string, judged: string): Promise<void> {
  const aside = `${path}.${newSecret(6)}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return
    throw error
  }
  if ((await readFile(aside, 'utf8')) !== judged) {
    await link(aside, path).catch((error: unknown) => {
      if (!isErrno(error, 'EEXIST')) throw error
    })
  }
  await unlink(aside)
}

function readHolder(text: string): LockHolder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<LockHolder>
    return typeof holder.pid === 'number' && typeof holder.identity === 'string'
      ? (holder as LockHolder)
      : undefined
  } catch {
    // Whatever cannot be read was not written by a start that lives.
    return undefined
  }
}

async function isRunning(holder: LockHolder): Promise<boolean> {
  return isAlive(holder.pid) && (await identityOf(holder.pid)) === holder.identity
}

async function inUse(dataFolder: string, holder: LockHolder): Promise<Failure> {
  const { pid, apiPort } = holder
  const place =
    apiPort !== undefined && (await isHealthy(apiPort))
      ? `and answers at http://127.0.0.1:${apiPort}`
      : 'and is starting or stopping, for it does not answer'
  return {
    code: 'data-folder-in-use',
    path: 'TIDEWAITER_DATA',
    message: `Tidewaiter already runs on ${dataFolder} as process ${pid} ${place}.`,
    mend: `stop it with: kill ${pid}`,
  }
}

async function isHealthy(apiPort: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${apiPort}/health/live`, {
      signal: AbortSignal.timeout(HEALTH_TIME_LIMIT_MS),
    })
    return answer.ok
  } catch {
    return false
  }
}
