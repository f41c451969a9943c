import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { checkoutFolder } from './checkout.ts'

/** The contents of JSON files by their path below the data folder, such as `gb/laws.json`. */
export type DataFiles = ReadonlyMap<string, unknown>

/** The dated facts that come with the program. */
export const dataFolder = join(checkoutFolder, 'data')

/**
 * Reads every JSON file of some parts of the data folder.
 * @throws Error naming the file that cannot be read or is no JSON
 */
export async function readDataFiles(parts: readonly string[]): Promise<DataFiles> {
  const files = await Promise.all(parts.map((part) => jsonFilesBelow(join(dataFolder, part))))
  const entries = await Promise.all(
    files.flat().map(async (path) => {
      const name = relative(dataFolder, path).split(sep).join('/')
      return [name, await readJson(path)] as const
    }),
  )
  return new Map(entries.sort(([left], [right]) => (left < right ? -1 : 1)))
}

async function jsonFilesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8')
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new Error(`${path} is no JSON: ${(error as Error).message}`, { cause: error })
  }
}
