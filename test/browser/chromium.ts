import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Names under which systems install the browser. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** Where the browser is on this machine: `TIDEWAITER_CHROMIUM`, or the first one on the path. */
export const chromiumPath = named(process.env.TIDEWAITER_CHROMIUM) ?? findOnPath()

/** The reason that a skipped browser test states. */
export const chromiumAbsent =
  'chromium is not on this machine (install it, or set TIDEWAITER_CHROMIUM)'

if (chromiumPath === undefined && process.env.TIDEWAITER_BROWSER_TESTS === 'required') {
  throw new Error(`the browser tests are required, but ${chromiumAbsent}`)
}

function named(path: string | undefined): string | undefined {
  return path === '' ? undefined : path
}

function findOnPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return candidates.find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
