import { chmod, lstat, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { failure, success, type Result } from '../../customs/result.ts'
import { newSecret } from '../ids.ts'
import { isErrno, readIfThere, writePrivateFile } from '../private-file.ts'
import { clusterFolder } from './cluster-folder.ts'
import { stopOrphan } from './postmaster.ts'

/** Written into the data folder and its substitute, so that the two know each other. */
const MARK_FILE = 'installation-id'

/**
 * Makes the substitute of a data folder, or takes the one of the last start. Where the data folder
 * was deleted since, what it left behind is set aside: deleting it means to start anew, wherever
 * the database lies.
 */
export async function claimSubstitute(folder: string, dataFolder: string): Promise<Result<void>> {
  await makeOpenFolder(folder)
  if (!(await isOurs(folder))) return failure(takenBySomebody(folder))
  const mark = await markOf(dataFolder)
  const found = await readIfThere(join(folder, MARK_FILE))
  if (found !== undefined && found !== mark) await setAside(folder)
  await writePrivateFile(join(folder, MARK_FILE), mark)
  return success(undefined)
}

async function makeOpenFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o755 })
    // The mode above is cut by the umask.
    await chmod(folder, 0o755)
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
  }
}

/** The parent is open to everybody: another user may have put a folder or link there before us. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder)
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

/** Made with the data folder and gone with it. */
async function markOf(dataFolder: string): Promise<string> {
  const path = join(dataFolder, MARK_FILE)
  const known = await readIfThere(path)
  if (known !== undefined) return known
  const made = newSecret(16)
  await writePrivateFile(path, made)
  return made
}

/** The latest deleted database is kept, in case that deleting its folder was a mistake. */
async function setAside(folder: string): Promise<void> {
  const aside = `${folder}.old`
  await stopOrphan(clusterFolder(folder))
  await rm(aside, { recursive: true, force: true })
  await rename(folder, aside)
  await makeOpenFolder(folder)
}

function takenBySomebody(folder: string) {
  return {
    code: 'database-unavailable',
    path: '',
    message: `The folder ${folder} is needed for the database but belongs to somebody else.`,
    mend: 'remove it, or set TIDEWAITER_DATA to another folder',
  } as const
}
