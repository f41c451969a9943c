import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { dataFolder } from '../src/platform/data-files.ts'

/** A copy of the authority's own law, for a test to change; the test removes the folder. */
export async function copyAuthorityLaw(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-authority-'))
  await cp(join(dataFolder, 'authority'), folder, { recursive: true })
  return folder
}
