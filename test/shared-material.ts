import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** The folder of public reference material (schemas, samples, worked figures) beside the checkout. */
const sharedFolder = process.env.TIDEWAITER_SHARED ?? join(repositoryRoot, '..', 'shared')

/** Whether the reference material is on this machine; CI has it, a user's machine need not. */
export const hasSharedMaterial = existsSync(join(sharedFolder, 'README.md'))

/** The reason that a skipped conformance test states. */
export const sharedMaterialAbsent =
  'reference material is not on this machine (set TIDEWAITER_SHARED)'

if (!hasSharedMaterial && process.env.CI === 'true') {
  throw new Error('CI must run the conformance tests, but the reference material is absent')
}

export function sharedPath(...segments: readonly string[]): string {
  return join(sharedFolder, ...segments)
}
