import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'

import { failure, success, type Result } from '../../customs/result.ts'
import { clusterFolder, hasCluster } from './cluster-folder.ts'

/** The user that the server runs as. PostgreSQL refuses to run as root. */
export interface ServerAccount {
  /** For messages. */
  readonly name: string
  /** The ids to switch to; absent when the server runs as the user who started us. */
  readonly switchTo?: { readonly uid: number; readonly gid: number }
}

/** Accounts that unprivileged servers run as by custom, the more fitting one first. */
const CANDIDATES = ['postgres', 'nobody']

const run = promisify(execFile)

/**
 * Finds an account for the server; users are never created. A cluster that an ordinary user has made
 * in the data folder goes on under that user, for PostgreSQL insists on owning its files.
 */
export async function findServerAccount(dataFolder: string): Promise<Result<ServerAccount>> {
  if (process.getuid?.() !== 0) return success({ name: 'the current user' })
  const owner = await clusterOwner(dataFolder)
  if (owner !== undefined) return success({ name: `with the id ${owner.uid}`, switchTo: owner })
  for (const name of CANDIDATES) {
    const ids = await idsOf(name)
    if (ids !== undefined) return success({ name, switchTo: ids })
  }
  return failure({
    code: 'database-unavailable',
    path: '',
    message: `PostgreSQL does not run as root, and there is no user ${CANDIDATES.join(' or ')}.`,
    mend: 'run as an ordinary user, add a user named postgres, or set DATABASE_URL',
  })
}

async function clusterOwner(dataFolder: string): Promise<ServerAccount['switchTo'] | undefined> {
  if (!hasCluster(dataFolder)) return undefined
  const { uid, gid } = await stat(clusterFolder(dataFolder))
  // Root owns a cluster that was copied with its folder; it goes to the account that runs it.
  return uid === 0 ? undefined : { uid, gid }
}

async function idsOf(name: string): Promise<ServerAccount['switchTo'] | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    // `id` fails for a name without an account, which is the question asked here.
    return undefined
  }
}
