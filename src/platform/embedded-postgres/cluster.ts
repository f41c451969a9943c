import { execFile } from 'node:child_process'
import { chown, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { failure, success, type Result } from '../../customs/result.ts'
import { newSecret } from '../ids.ts'
import { readIfThere, writePrivateFile } from '../private-file.ts'
import type { Binaries } from './binaries.ts'
import { clusterFolder, hasCluster } from './cluster-folder.ts'
import { runAs } from './run-as.ts'
import type { ServerAccount } from './server-account.ts'

/** An initialised database cluster on disk. */
export interface Cluster {
  /** PostgreSQL's data directory. */
  readonly folder: string
  /** The password of the superuser `postgres`, who only makes databases and their owners. */
  readonly password: string
}

/** Whether what was committed must survive a crash of the machine. */
export type Durability = 'full' | 'none'

/** Who runs the cluster, with what, and where. */
export interface ClusterOptions {
  readonly durability: Durability
  readonly account: ServerAccount
  readonly binaries: Binaries
  /** The folder in which the cluster and its password file lie. */
  readonly home: string
}

const run = promisify(execFile)

/** Begins the names of folders that a start works in; what is found later is litter. */
const DRAFT = 'postgres.draft-'
const PASSWORD_FILE = 'postgres-password'

/** C.UTF-8 of PostgreSQL itself sorts the same on every machine, whatever its locales are. */
const INITDB_OPTIONS = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--no-instructions',
]

/**
 * Opens the cluster in a server's home, and initialises it when there is none. `initdb` works on a
 * draft that gets its name only when it is complete, so a crash in between costs nothing.
 */
export async function openCluster(options: ClusterOptions): Promise<Result<Cluster>> {
  const folder = clusterFolder(options.home)
  await removeDrafts(options.home)
  if (!hasCluster(options.home)) {
    const made = await initialise(options, folder)
    if (!made.ok) return made
  }
  await handOver(options.account, folder)
  const password = await readIfThere(join(options.home, PASSWORD_FILE))
  if (password !== undefined) return success({ folder, password })
  return failure({
    code: 'database-unavailable',
    path: '',
    message: `The file ${join(options.home, PASSWORD_FILE)} is missing, so ${folder} cannot be opened.`,
    mend: 'restore the file, or move the folder away to start with an empty database',
  })
}

/** @returns a failure with the last line of `initdb` where that did not succeed */
async function initialise(options: ClusterOptions, folder: string): Promise<Result<void>> {
  const { account, binaries, home } = options
  const draft = join(home, `${DRAFT}${newSecret(6)}`)
  const password = newSecret(24)
  const passwordDraft = join(draft, 'password')
  await makeServerFolder(account, draft)
  await writePrivateFile(passwordDraft, password)
  if (account.switchTo !== undefined) {
    await chown(passwordDraft, account.switchTo.uid, account.switchTo.gid)
  }
  const { code, output } = await runAs(account, join(binaries.folder, 'bin', 'initdb'), [
    ...INITDB_OPTIONS,
    ...(options.durability === 'none' ? ['--no-sync'] : []),
    `--pgdata=${join(draft, 'data')}`,
    `--pwfile=${passwordDraft}`,
  ])
  if (code !== 0) return initdbFailed(folder, output)
  // The password comes first: a cluster that nobody can open must never get its final name.
  await writePrivateFile(join(home, PASSWORD_FILE), password)
  await rename(join(draft, 'data'), folder)
  await rm(draft, { recursive: true })
  return success(undefined)
}

/** Makes a folder that belongs to the server's account alone. */
async function makeServerFolder(account: ServerAccount, folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 })
  if (account.switchTo !== undefined) {
    await chown(folder, account.switchTo.uid, account.switchTo.gid)
  }
}

/** Gives a cluster that root has copied to the account that runs it. */
async function handOver({ switchTo }: ServerAccount, folder: string): Promise<void> {
  if (switchTo === undefined || (await stat(folder)).uid !== 0) return
  await run('chown', ['-R', `${switchTo.uid}:${switchTo.gid}`, folder])
}

/** Only the holder of the data folder's lock gets here, so nobody works on what is removed. */
async function removeDrafts(home: string): Promise<void> {
  const names = await readdir(home)
  for (const name of names.filter((each) => each.startsWith(DRAFT))) {
    await rm(join(home, name), { recursive: true, force: true })
  }
}

function initdbFailed(folder: string, output: string): Result<never> {
  return failure({
    code: 'database-unavailable',
    path: '',
    message: `The database could not be initialised in ${folder}: ${output.trim().split('\n').at(-1)}`,
    mend: 'make room on the disk or the rights that the message names, then start again',
  })
}
