import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { identityOf } from '../process/process-identity.ts'
import { acquireDataLock, type DataLock, type LockHolder } from './data-lock.ts'

let folder: string
let lockFile: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'))
  lockFile = join(folder, 'tidewaiter.lock')
})
afterEach(() => rm(folder, { recursive: true }))

async function acquired(): Promise<DataLock> {
  const lock = await acquireDataLock(folder)
  if (!lock.ok) throw new Error(lock.failures[0].message)
  return lock.value
}

async function endedProcess(): Promise<number> {
  const child = spawn('true')
  await once(child, 'exit')
  return child.pid ?? 0
}

const writeHolder = (holder: Partial<LockHolder>): Promise<void> =>
  writeFile(lockFile, JSON.stringify({ startedAt: '2026-01-01T00:00:00.000Z', ...holder }))

describe('the lock of a data folder', () => {
  it('is refused while its holder lives, with the way to end that', async () => {
    await acquired()
    const second = await acquireDataLock(folder)
    expect(second).toMatchObject({
      ok: false,
      failures: [{ code: 'data-folder-in-use', mend: `stop it with: kill ${process.pid}` }],
    })
    expect(!second.ok && second.failures[0].message).toContain(folder)
  })

  it('names the address of a holder that answers', async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/health/live' ? 200 : 404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await (await acquired()).note({ apiPort: port })
    const second = await acquireDataLock(folder)
    server.close()
    expect(!second.ok && second.failures[0].message).toContain(`http://127.0.0.1:${port}`)
  })

  it('is free again after its release', async () => {
    await (await acquired()).release()
    expect(await readdir(folder)).toEqual([])
    await acquired()
  })

  it('is taken from a holder that has ended', async () => {
    await writeHolder({ pid: await endedProcess(), identity: 'gone' })
    await acquired()
    expect(JSON.parse(await readFile(lockFile, 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it('is taken from a holder whose number another process has now', async () => {
    await writeHolder({ pid: process.pid, identity: 'an earlier process with this number' })
    await acquired()
  })

  it('is not taken from a living holder that does not answer', async () => {
    await writeHolder({ pid: process.pid, identity: await identityOf(process.pid), apiPort: 1 })
    expect((await acquireDataLock(folder)).ok).toBe(false)
  })

  it.each(['', '{"pid": 1', '[]', '{"pid":"x"}'])('is taken where it reads %j', async (text) => {
    await writeFile(lockFile, text)
    await acquired()
  })

  it('is refused with one line where the folder cannot be made', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    expect(await acquireDataLock(join(file, 'data'))).toMatchObject({
      ok: false,
      failures: [{ code: 'configuration-invalid', path: 'TIDEWAITER_DATA' }],
    })
  })

  it('goes to exactly one of those who find a stale one at the same time', async () => {
    const pid = await endedProcess()
    for (let round = 0; round < 20; round += 1) {
      await writeHolder({ pid, identity: 'gone' })
      const attempts = await Promise.all(Array.from({ length: 8 }, () => acquireDataLock(folder)))
      expect(attempts.filter(({ ok }) => ok)).toHaveLength(1)
    }
    expect(await readdir(folder)).toEqual(['tidewaiter.lock'])
  })
})
