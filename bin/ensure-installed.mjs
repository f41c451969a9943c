// Installs the dependencies when they are missing or do not fit package-lock.json. Plain JavaScript
// without imports from node_modules, because it runs before there are any.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = [20, 19]
const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** The list that npm writes into node_modules as the last step of an installation. */
const installedList = join(checkout, 'node_modules', '.package-lock.json')
const turnFile = join(checkout, 'var', 'installing')

/** A turn older than this belongs to a process that was killed, whatever now has its number. */
const ABANDONED_AFTER_MS = 10 * 60_000
const LOOK_AGAIN_AFTER_MS = 250

/** Makes the checkout ready to run; ends the process with one clear line where that fails. */
export function ensureInstalled() {
  try {
    refuseOldNode()
    if (isInstalled()) return
    takeTurn()
    try {
      // Another process may have installed while this one waited for its turn.
      if (!isInstalled()) install()
    } finally {
      rmSync(turnFile, { force: true })
    }
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new Error(
    `Tidewaiter needs Node ${OLDEST_NODE.join('.')} or newer, not ${process.version}.`,
  )
}

/** Optional packages are those for other machines: their absence is in order. */
function isInstalled() {
  const wanted = packagesIn(join(checkout, 'package-lock.json'))
  const present = packagesIn(installedList)
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = present[path]
    return path === '' || optional || (found !== undefined && found.version === version)
  })
}

/** @returns {Record<string, { version: string, optional?: boolean }>} none where there is no list */
function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT') return {}
    throw error
  }
}

/** Only one process installs at a time: making a file anew succeeds for one of them. */
function takeTurn() {
  mkdirSync(dirname(turnFile), { recursive: true })
  for (;;) {
    try {
      writeFileSync(turnFile, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw new Error(`The dependencies cannot be installed: ${error.message}.`, { cause: error })
      }
    }
    if (isAbandoned()) rmSync(turnFile, { force: true })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_AFTER_MS)
  }
}

function isAbandoned() {
  try {
    const age = Date.now() - statSync(turnFile).mtimeMs
    return age > ABANDONED_AFTER_MS || (age > LOOK_AGAIN_AFTER_MS && !isAlive(holderOfTurn()))
  } catch {
    // The turn was given back in this moment.
    return false
  }
}

function holderOfTurn() {
  return Number(readFileSync(turnFile, 'utf8'))
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function install() {
  console.error('Installing the dependencies (npm ci) ...')
  // Without the list, an installation that is cut short is recognised as such.
  rmSync(installedList, { force: true })
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status, error } = spawnSync(
    npm,
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: checkout,
      stdio: ['ignore', 2, 2],
    },
  )
  if (error !== undefined) throw new Error(`npm could not be run: ${error.message}.`)
  if (status !== 0) throw new Error('npm ci failed; the lines above say why.')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled()
