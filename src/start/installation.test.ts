import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { valueOf } from '../../test/gb-reference-data.ts'
import { checkoutFolder } from '../platform/checkout.ts'
import { readConfig } from '../platform/config.ts'
import { freePort } from '../platform/process/index.ts'
import { openInstallation } from './installation.ts'

describe('a configured port that is busy', () => {
  let dataFolder: string
  let other: Server
  let busy: number

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'tidewaiter-start-'))
    other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    busy = (other.address() as AddressInfo).port
  })
  afterAll(async () => {
    await new Promise((resolve) => other.close(resolve))
    await rm(dataFolder, { recursive: true, force: true })
  })

  const settings = async (variable: string) => ({
    TIDEWAITER_DATA: dataFolder,
    TIDEWAITER_PORT: String(await freePort()),
    TIDEWAITER_AUTHORITY_PORT: String(await freePort()),
    [variable]: String(busy),
  })

  const open = async (variable: string) =>
    openInstallation({
      config: valueOf(readConfig(await settings(variable))),
      ports: 'configured',
      line: 'direct',
      tell: () => undefined,
    })

  it.each(['TIDEWAITER_PORT', 'TIDEWAITER_AUTHORITY_PORT'])(
    'is named with its setting %s before anything is started',
    async (variable) => {
      expect(await open(variable)).toMatchObject({
        ok: false,
        failures: [
          {
            code: 'port-busy',
            path: variable,
            message: `Port ${busy} is in use by another program.`,
            mend: `End that program, or set ${variable} to another port.`,
          },
        ],
      })
      // The folder is given back, so that the next start finds it free.
      expect(await open(variable)).toMatchObject({ failures: [{ code: 'port-busy' }] })
      expect(await readdir(dataFolder)).not.toContain('postgres')
    },
  )

  it('gets one clear line from the start, which ends with 1', async () => {
    const start = spawn(
      process.execPath,
      ['--import', 'tsx', join(checkoutFolder, 'src', 'start', 'start.ts')],
      { cwd: checkoutFolder, env: { ...process.env, ...(await settings('TIDEWAITER_PORT')) } },
    )
    let [printed, complained] = ['', '']
    start.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    start.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()))
    const [code] = (await once(start, 'close')) as [number | null]
    expect(complained).toBe(
      `Port ${busy} is in use by another program. ` +
        'End that program, or set TIDEWAITER_PORT to another port.\n',
    )
    expect(printed).toBe('')
    expect(code).toBe(1)
  })
})
