import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isErrno } from '../../platform/private-file.ts'
import type { FilePlace, Files, ListedFile } from './file-place.ts'

/** The other side reads by its group; nobody else does. */
const MODE = 0o640

/** Folders on a disk of this machine, or of another that is mounted here. */
export const folderPlace: FilePlace = {
  within: (work) => work(files),
}

const files: Files = {
  list: async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    const listed = await Promise.all(names.map((name) => look(folder, name)))
    return listed.filter((file) => file !== undefined)
  },
  exists: async (path) => (await statIfThere(path)) !== undefined,
  read: async (path, sizeMaxBytes) => {
    // A link that somebody laid in the meantime is not followed.
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
    try {
      const { size } = await handle.stat()
      if (size > sizeMaxBytes) throw new RangeError(`${path} holds ${size} bytes`)
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  },
  write: async (path, bytes) => {
    const handle = await open(path, 'w', MODE)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  move: async (from, to) => {
    await rename(from, to)
    // A name is on the disk once its folder is.
    await syncFolder(dirname(to))
    if (dirname(from) !== dirname(to)) await syncFolder(dirname(from))
  },
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true })
  },
}

/** A file that was taken away since it was listed is none. */
async function look(folder: string, name: string): Promise<ListedFile | undefined> {
  const stat = await statIfThere(`${folder}/${name}`)
  if (stat === undefined || !stat.isFile()) return undefined
  return { name, sizeBytes: stat.size, modifiedAt: stat.mtimeMs }
}

async function statIfThere(path: string) {
  try {
    return await lstat(path)
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Some mounted disks cannot do this for a folder; they keep names in their own way. */
const CANNOT_SYNC = ['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES', 'EBADF']

async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!CANNOT_SYNC.some((code) => isErrno(error, code))) throw error
  }
}
