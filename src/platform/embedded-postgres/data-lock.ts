import { link, mkdir, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { newSecret, sha256Hex } from '../ids.ts'
import { isErrno, readIfThere, writePrivateFile } from '../private-file.ts'
import { identityOf, isAlive } from '../process/process-identity.ts'

/** Who uses a data folder, as written into its lock file. */
export interface LockHolder {
  readonly pid: number
  /** Tells the process from a later one with the same number. */
  readonly identity: string
  /** When the lock was taken, for people who read the file. */
  readonly startedAt: string
  /** Where its API says whether it lives. */
  readonly apiPort?: number
  /** The embedded server, for people who want to look into the database. */
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
/** A person waits for the answer to the second start; a healthy API takes milliseconds. */
const HEALTH_TIME_LIMIT_MS = 2_000
/** Each attempt follows a change of the lock by somebody else, so a few are enough. */
const MOST_ATTEMPTS = 200
const RETRY_MS = 10
/** What a folder that cannot be used answers. */
const UNUSABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']

/**
 * Takes a data folder for this process. A living holder is never pushed aside: the caller gets one
 * line that says where it runs and how to end it. The lock of a process that has ended is replaced.
 */
export async function acquireDataLock(dataFolder: string): Promise<Result<DataLock>> {
  try {
    await mkdir(dataFolder, { recursive: true })
    return await takeLock(dataFolder, join(dataFolder, LOCK_FILE))
  } catch (error) {
    if (!UNUSABLE.some((code) => isErrno(error, code))) throw error
    return failure({
      code: 'configuration-invalid',
      path: 'TIDEWAITER_DATA',
      message: `The data folder ${dataFolder} cannot be made or written.`,
      mend: 'run as the user who owns it, or set TIDEWAITER_DATA to another folder',
    })
  }
}

async function takeLock(dataFolder: string, path: string): Promise<Result<DataLock>> {
  const holder: LockHolder = {
    pid: process.pid,
    identity: await identityOf(process.pid),
    startedAt: new Date().toISOString(),
  }
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    if (await tryToTake(path, holder)) return success(heldLock(path, holder))
    const found = await readIfThere(path)
    if (found === undefined) continue
    const owner = await livingHolder(found)
    if (owner !== undefined) return failure(await inUse(dataFolder, owner))
    await removeStale(path, found, holder)
    await sleep(RETRY_MS)
  }
  throw new Error(`${path} changes hands all the time`)
}

/** Only the holder writes into a held lock, so replacing the whole file is safe. */
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
 * Removes a lock that was judged stale, unless somebody else has done so and put their own in its
 * place. Who removes it must first take a marker named after the judged content: only one process
 * at a time can, and while it has the marker nobody else replaces that content. A marker left by a
 * process that was killed in this very moment is removed in the same way.
 */
async function removeStale(path: string, judged: string, holder: LockHolder): Promise<void> {
  const marker = `${path}.${sha256Hex(judged).slice(0, 12)}`
  if (await tryToTake(marker, holder)) {
    if ((await readIfThere(path)) === judged) await unlink(path)
    await unlink(marker)
    return
  }
  const found = await readIfThere(marker)
  if (found !== undefined && (await livingHolder(found)) === undefined) {
    await removeStale(marker, found, holder)
  }
}

/** The holder that a lock names, if that process still runs. */
async function livingHolder(text: string): Promise<LockHolder | undefined> {
  const holder = readHolder(text)
  if (holder === undefined || !isAlive(holder.pid)) return undefined
  return (await identityOf(holder.pid)) === holder.identity ? holder : undefined
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

/** The one line that a second start shows. */
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

/** A holder that starts, stops or hangs does not answer; it is alive all the same. */
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
