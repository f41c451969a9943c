import { mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { sha256Hex } from '../ids.ts'
import { hasCluster } from './cluster-folder.ts'
import { runAs } from './run-as.ts'
import type { ServerAccount } from './server-account.ts'
import { claimSubstitute } from './substitute.ts'

/** The folder in which the cluster, its password and, where needed, copied binaries are kept. */
export interface ServerHome {
  readonly folder: string
  /** A substitute is announced at the start, because nobody would look for the data there. */
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

  const isReachable = await canReach(account, dataFolder)
  if (hasCluster(dataFolder)) {
    return isReachable ? success(inDataFolder) : failure(outOfReach(account, dataFolder))
  }
  const name = `tidewaiter-${sha256Hex(await realpath(dataFolder)).slice(0, 12)}`
  const substitutes = OPEN_FOLDERS.map((parent) => join(parent, name))
  const used = substitutes.find(hasCluster)
  if (used !== undefined) return openSubstitute(used, dataFolder)
  if (isReachable) return success(inDataFolder)
  for (const substitute of substitutes) {
    if (await canReach(account, dirname(substitute))) return openSubstitute(substitute, dataFolder)
  }
  return failure(outOfReach(account, [dataFolder, ...OPEN_FOLDERS].join(' or ')))
}

async function openSubstitute(folder: string, dataFolder: string): Promise<Result<ServerHome>> {
  const claimed = await claimSubstitute(folder, dataFolder)
  return claimed.ok ? success({ folder, place: 'substitute' }) : claimed
}

function outOfReach(account: ServerAccount, place: string): Failure {
  return {
    code: 'database-unavailable',
    path: 'TIDEWAITER_DATA',
    message: `The user ${account.name}, who runs the database, cannot reach ${place}.`,
    mend: 'open the parent folders to that user (chmod o+x), set TIDEWAITER_DATA or DATABASE_URL',
  }
}

/** Asked of the shell as that user: modes alone would miss access lists and mounts. */
async function canReach(account: ServerAccount, folder: string): Promise<boolean> {
  const { code } = await runAs(account, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder])
  return code === 0
}
