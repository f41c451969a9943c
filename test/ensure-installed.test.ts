import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { checkoutFolder } from '../src/platform/checkout.ts'

/** A checkout with one dependency, which lies beside it: nothing is fetched from anywhere. */
let checkout: string

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'checkout-'))
  await mkdir(join(checkout, 'bin'))
  await mkdir(join(checkout, 'parcel'))
  await mkdir(join(checkout, 'var'))
  const script = join('bin', 'ensure-installed.mjs')
  await cp(join(checkoutFolder, script), join(checkout, script))
  await depend('1.0.0')
})
afterEach(() => rm(checkout, { recursive: true, force: true }))

async function depend(version: string): Promise<void> {
  await write('parcel/package.json', { name: 'parcel', version })
  const root = { name: 'checkout', version: '1.0.0', dependencies: { parcel: 'file:parcel' } }
  await write('package.json', root)
  await write('package-lock.json', {
    lockfileVersion: 3,
    packages: {
      '': root,
      'node_modules/parcel': { resolved: 'parcel', link: true },
      parcel: { version },
    },
  })
}

const write = (path: string, content: object): Promise<void> =>
  writeFile(join(checkout, path), JSON.stringify(content))

interface Run {
  readonly code: number
  readonly lines: readonly string[]
}

function ensureInstalled(...nodeOptions: readonly string[]): Promise<Run> {
  const script = join(checkout, 'bin', 'ensure-installed.mjs')
  return new Promise((resolve) => {
    execFile(process.execPath, [...nodeOptions, script], (error, _output, errors) => {
      const code = typeof error?.code === 'number' ? error.code : 0
      resolve({ code, lines: errors.split('\n').filter((line) => line !== '') })
    })
  })
}

const installing = 'Installing the dependencies (npm ci) ...'
const installed = (): boolean => existsSync(join(checkout, 'node_modules', 'parcel'))

describe('making sure that the dependencies are there', () => {
  it('installs them when they are missing, and is silent when they are there', async () => {
    const first = await ensureInstalled()
    expect(first).toMatchObject({ code: 0 })
    expect(first.lines).toContain(installing)
    expect(installed()).toBe(true)
    expect(await ensureInstalled()).toEqual({ code: 0, lines: [] })
  })

  it('installs again when the lock file asks for another version', async () => {
    await ensureInstalled()
    await depend('2.0.0')
    expect((await ensureInstalled()).lines).toContain(installing)
    expect(await ensureInstalled()).toEqual({ code: 0, lines: [] })
  })

  it('installs once when several processes ask at the same time', async () => {
    const runs = await Promise.all([ensureInstalled(), ensureInstalled(), ensureInstalled()])
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(runs.filter(({ lines }) => lines.includes(installing))).toHaveLength(1)
  })

  it('does not wait for a process that was killed during its installation', async () => {
    const ended = execFileSync(process.execPath, ['-p', 'process.pid']).toString().trim()
    await writeFile(join(checkout, 'var', 'installing'), ended)
    expect((await ensureInstalled()).code).toBe(0)
    expect(installed()).toBe(true)
  })

  it('ends with a clear line when npm fails, and does not block the next one', async () => {
    await write('package.json', { dependencies: { another: 'file:another' } })
    const run = await ensureInstalled()
    expect(run.code).toBe(1)
    expect(run.lines.at(-1)).toBe('npm ci failed; the lines above say why.')
    expect(existsSync(join(checkout, 'var', 'installing'))).toBe(false)
  })

  it('refuses a Node that is too old', async () => {
    const old = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' })`
    const run = await ensureInstalled('--import', `data:text/javascript,${encodeURIComponent(old)}`)
    expect(run.code).toBe(1)
    expect(run.lines).toEqual([expect.stringMatching(/^Tidewaiter needs Node 20\.19 or newer/)])
  })
})
