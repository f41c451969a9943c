import { join } from 'node:path'

import { readIfThere, writePrivateFile } from '../../platform/private-file.ts'
import type { KeptBodies } from './kept-bodies.ts'

/**
 * Keeps bodies as files of a folder, so that a walk that was broken off goes on in another process, and
 * the folder can be imported. The name of each file says which page it is, and of which day.
 */
export function keptInFolder(folder: string): KeptBodies {
  return {
    bodyOf: (path) => readIfThere(join(folder, fileOf(path))),
    keep: (path, text) => writePrivateFile(join(folder, fileOf(path)), text),
  }
}

/** @example fileOf('/chapters/01?as_of=2026-11-22') is 'chapters_01_as_of_2026-11-22.json' */
function fileOf(path: string): string {
  return `${path.replace(/^\//, '').replaceAll(/[^0-9A-Za-z-]+/g, '_')}.json`
}
