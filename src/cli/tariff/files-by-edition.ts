import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { TariffFormat } from '../../tariffs/index.ts'
import { BadInput } from '../bad-input.ts'

/** The files of one edition. */
export type Paths = readonly [string, ...string[]]

/** Files of a folder that an edition can be read from. */
const READABLE = /\.(json|csv|txt)(\.gz)?$/i

/** The files that were named, edition by edition; a folder stands for the files in it. */
export async function filesByEdition(
  editionOf: TariffFormat['editionOf'],
  named: readonly string[],
): Promise<readonly Paths[]> {
  if (editionOf === 'each-file') return named.map((path) => [path] as const)
  const [first, ...others] = (await Promise.all(named.map(filesIn))).flat()
  if (first === undefined) throw new BadInput(`${named.join(', ')}: There are no files in it.`)
  return [[first, ...others]]
}

/** A path that is not there stays, so that whoever reads it says so. */
async function filesIn(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || !found.isDirectory()) return [path]
  const names = await readdir(path)
  return names.filter((name) => READABLE.test(name)).map((name) => join(path, name))
}
