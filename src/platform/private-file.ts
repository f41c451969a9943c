import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The text of a file, or nothing when there is no such file. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined
    throw error
  }
}

/**
 * Writes a file that only its owner may read, whole or not at all: a reader or a crash meets the
 * old content or the new one.
 */
export async function writePrivateFile(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}.draft`
  await writeFile(draft, content, { mode: 0o600 })
  // The mode above is not applied when a draft of a crashed process with this id is overwritten.
  await chmod(draft, 0o600)
  await rename(draft, path)
}

/** Whether an error carries a code, of the operating system or of PostgreSQL. */
export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
