import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { success, type Failures, type Result } from '../customs/result.ts'
import { prepareDatabases, type PrepareDatabasesOptions } from './databases.ts'
import { acquireDataLock } from './embedded-postgres/index.ts'
import { findLogin, type LeftLogin } from './left-logins.ts'
import { canLogIn } from './postgres/session.ts'

/** Which login of which installation is wanted. */
export interface InstalledDatabaseOptions extends PrepareDatabasesOptions {
  readonly login: LeftLogin
}

/** An installation that starts needs a few seconds until its database can be used. */
const WAIT_LIMIT_MS = 60_000
const LOOK_AGAIN_MS = 250

/** Whether a data folder holds an installation, running or not. */
export function isInstalled(dataFolder: string): boolean {
  return existsSync(join(dataFolder, 'database-roles.json'))
}

/**
 * Runs work on the embedded database of a data folder, whether its installation runs or not: it uses
 * the server that is up, and otherwise starts one for as long as the work takes. Where another
 * command has started one, it waits its turn.
 *
 * Fails where the database cannot be opened.
 */
export async function onInstalledDatabase<T>(
  options: InstalledDatabaseOptions,
  work: (url: string) => Promise<T>,
): Promise<Result<T>> {
  const { config, login } = options
  const waitUntil = Date.now() + WAIT_LIMIT_MS
  for (;;) {
    const lock = await acquireDataLock(config.dataFolder)
    if (lock.ok) return onOwnServer(options, work).finally(() => lock.value.release())
    const url = await findLogin(config.dataFolder, login)
    if (url !== undefined && (await canLogIn(url))) return success(await work(url))
    if (!isInUse(lock.failures) || Date.now() > waitUntil) return lock
    await sleep(LOOK_AGAIN_MS)
  }
}

function isInUse([{ code }]: Failures): boolean {
  return code === 'data-folder-in-use'
}

/** The lock is held, so no other server runs on the folder. */
async function onOwnServer<T>(
  options: InstalledDatabaseOptions,
  work: (url: string) => Promise<T>,
): Promise<Result<T>> {
  const databases = await prepareDatabases(options)
  if (!databases.ok) return databases
  const { stop, appUrl, ownerUrl } = databases.value
  // The server is a process of its own and would outlive a command that is interrupted.
  const interrupted = (): void => void stop().finally(() => process.exit(INTERRUPTED))
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    return success(await work(options.login === 'owner' ? ownerUrl : appUrl))
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await stop()
  }
}

/** What shells report for a command that was interrupted. */
const INTERRUPTED = 130
