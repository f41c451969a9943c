import { chmod, lstat, mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { sha256Hex } from '../ids.ts'
import { isErrno } from '../private-file.ts'
import { hasCluster } from './cluster-folder.ts'
import { runAs } from './run-as.ts'
import type { ServerAccount } from './server-account.ts'

/** The folder in which the cluster, its password and, where needed, copied binaries are kept. */
export interface ServerHome {
  readonly folder: string
  readonly place: 'data-folder' | 'substitute'
}

/** Folders that every account can traverse; the first outlives a restart of the machine. */
const OPEN_FOLDERS = ['/var/tmp', tmpdir()]

/**
 * Decides where the server lives: in the data folder, or, where the server's account cannot get
 * there because a parent is closed to it, in a substitute whose name follows from the data folder.
 * Once a cluster exists its place is kept, also when the rights on the folders have changed.
 */
export async function findServerHome(
  account: ServerAccount,
  dataFolder: string,
): Promise<Result<ServerHome>> {
  await mkdir(dataFolder, { recursive: true })
  const inDataFolder = { folder: dataFolder, place: 'data-folder' } as const
  if (account.switchTo === undefined) return success(inDataFolder)

  const name = `tidewaiter-${sha256Hex(await realpath(dataFolder)).slice(0, 12)}`
  const substitutes = OPEN_FOLDERS.map((parent) => join(parent, name))
  const used = substitutes.find(hasCluster)
  if (used !== undefined) return prepareSubstitute(used)
  if (await canReach(account, dataFolder)) return success(inDataFolder)
  if (hasCluster(dataFolder)) return failure(outOfReach(account, dataFolder))
  for (const substitute of substitutes) {
    if (await canReach(account, dirname(substitute))) return prepareSubstitute(substitute)
  }
  return failure(outOfReach(account, [dataFolder, ...OPEN_FOLDERS].join(' or ')))
}

/**
 * Makes the substitute, or takes the one of the last start. Its parent is open to everybody, so a
 * folder or link that another user has put there under our name is refused.
 */
async function prepareSubstitute(folder: string): Promise<Result<ServerHome>> {
  try {
    await mkdir(folder, { mode: 0o755 })
    // The mode above is cut by the umask.
    await chmod(folder, 0o755)
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
  }
  const found = await lstat(folder)
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) {
    return success({ folder, place: 'substitute' })
  }
  return failure({
    code: 'database-unavailable',
    path: '',
    message: `The folder ${folder} is needed for the database but belongs to somebody else.`,
    mend: 'remove it, or set TIDEWAITER_DATA to another folder',
  })
}

function outOfReach(account: ServerAccount, place: string): Failure {
  return {
    code: 'database-unavailable',
    path: 'TIDEWAITER_DATA',
    message: `The user ${account.name}, who runs the database, cannot reach ${place}.`,
    mend: 'open the parent folders to that user (chmod o+x), set TIDEWAITER_DATA or DATABASE_URL',
  }
}

async function canReach(account: ServerAccount, folder: string): Promise<boolean> {
  const { code } = await runAs(account, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder])
  return code === 0
}
