import { sha256Hex } from '../../platform/ids.ts'
import type { Collected, TakeIn } from '../channel.ts'
import type { Files, ListedFile } from './file-place.ts'
import type { ChannelFolders } from './file-channel.ts'
import { isUnfinished } from './message-file-name.ts'

/** How a file looked when it was first seen in its present size and age. */
export type SeenFiles = Map<string, ListedFile & { readonly since: number }>

/** One look for answers. */
export interface FileCollection {
  readonly folders: ChannelFolders
  readonly sizeMaxBytes: number
  readonly settleSeconds: number
  readonly now: () => number
  /** What earlier looks saw; brought up to date by this one. */
  readonly seen: SeenFiles
  readonly take: TakeIn
}

/** So that one look ends well within the turn of its node; the rest comes at the next. */
const FILES_MAX = 200

/**
 * Takes in the files of the folder of answers. Each is stored before it is moved, so that a node that
 * dies between the two leaves a file that is read again and known by its content. Nothing is deleted.
 */
export async function collectFiles(files: Files, collection: FileCollection): Promise<Collected> {
  const { folders, seen } = collection
  const listed = (await files.list(folders.incoming))
    .filter(({ name }) => !isUnfinished(name) && isPlainName(name))
    .sort(byAge)
  const settled = listed.filter((file) => isSettled(file, collection))
  forgetGone(seen, listed)
  const now = settled.slice(0, FILES_MAX)
  if (now.length > 0) {
    await files.makeFolder(folders.taken)
    await files.makeFolder(folders.aside)
  }
  const counts = { taken: 0, aside: 0, waiting: listed.length - now.length }
  const failed: string[] = []
  for (const file of now) {
    try {
      counts[await collectFile(files, file, collection)] += 1
    } catch (error) {
      // One file that cannot be read or moved must not hold up those behind it.
      failed.push(`${file.name}: ${(error as Error).message}`)
    }
  }
  return { ...counts, failed }
}

/** A server may claim any name; one that leads elsewhere is none of ours. */
function isPlainName(name: string): boolean {
  return !/[/\\\0]/.test(name) && name !== '' && name.length <= 200
}

/** Older answers first; those of one moment by name, so that every node sees the same order. */
function byAge(left: ListedFile, right: ListedFile): number {
  return left.modifiedAt - right.modifiedAt || (left.name < right.name ? -1 : 1)
}

/** A file is read once two looks, so far apart as the settings say, have found it the same. */
function isSettled(file: ListedFile, { seen, now, settleSeconds }: FileCollection): boolean {
  if (settleSeconds === 0) return true
  const before = seen.get(file.name)
  const isSame = before?.sizeBytes === file.sizeBytes && before.modifiedAt === file.modifiedAt
  if (!isSame) {
    seen.set(file.name, { ...file, since: now() })
    return false
  }
  return now() - before.since >= settleSeconds * 1000
}

function forgetGone(seen: SeenFiles, listed: readonly ListedFile[]): void {
  const names = new Set(listed.map(({ name }) => name))
  for (const name of seen.keys()) if (!names.has(name)) seen.delete(name)
}

async function collectFile(
  files: Files,
  { name, sizeBytes, modifiedAt }: ListedFile,
  { folders, sizeMaxBytes, take }: FileCollection,
): Promise<'taken' | 'aside' | 'waiting'> {
  const path = `${folders.incoming}/${name}`
  if (sizeBytes > sizeMaxBytes) {
    const moved = await freePath(files, `${folders.aside}/${sizeBytes}.${name}`)
    const why = `the file ${name} has ${sizeBytes} bytes, more than ${sizeMaxBytes}; it lies in ${moved}`
    await take.refuse(Buffer.from(`${name} ${sizeBytes} ${modifiedAt}`), why)
    await files.move(path, moved)
    return 'aside'
  }
  const bytes = await files.read(path, sizeMaxBytes)
  // Somebody writes in spite of all: it waits until it is whole.
  if (bytes.length !== sizeBytes) return 'waiting'
  const receipt = await take.store(bytes)
  const outcome = receipt === 'stray' ? 'aside' : 'taken'
  await files.move(path, await freePath(files, `${folders[outcome]}/${keptName(bytes, name)}`))
  return outcome
}

/** Two answers of one name are told apart by the beginning of their digests. */
function keptName(bytes: Uint8Array, name: string): string {
  return `${sha256Hex(bytes).slice(0, 16)}.${name}`
}

/** Whatever lies under the name already stays: the same answer that came twice lies there twice. */
async function freePath(files: Files, path: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? path : `${path}.${count}`
    if (!(await files.exists(tried))) return tried
  }
}
