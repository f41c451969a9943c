import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeFileChannel } from '../../../test/file-channel-promises.ts'
import {
  opensshAbsent,
  type RunningSsh,
  startOpenssh,
  startOwnSsh,
} from '../../../test/ssh-servers.ts'
import { sftpPlace, type SftpServer } from './sftp-place.ts'

describeFileChannel('over SFTP, by the server of the library', async () => {
  const server = await startOwnSsh()
  return { place: sftpPlace(server.login), close: () => server.close() }
})

describe.skipIf(opensshAbsent !== undefined)(opensshAbsent ?? 'with OpenSSH', () => {
  describeFileChannel('over SFTP, by OpenSSH', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-sshd-'))
    const server = await startOpenssh(folder)
    return {
      place: sftpPlace(server.login),
      close: async () => {
        await server.close()
        await rm(folder, { recursive: true, force: true })
      },
    }
  })
})

describe('a place on an SFTP server', () => {
  let server: RunningSsh
  beforeAll(async () => {
    server = await startOwnSsh()
  })
  afterAll(() => server.close())

  const visit = (change: Partial<SftpServer>) =>
    sftpPlace({ ...server.login, ...change }).within((files) => files.exists('/'))

  it('is entered with the right key and login', async () => {
    expect(await visit({})).toBe(true)
    expect(await visit({ hostKey: `${server.login.hostKey}=` })).toBe(true)
  })

  it('is not entered where the server shows another key, which is named', async () => {
    const asked = visit({ hostKey: `SHA256:${'A'.repeat(43)}` })
    await expect(asked).rejects.toThrow(`shows the key ${server.login.hostKey}`)
  })

  it('says that a login was refused without repeating the secret', async () => {
    const failed = await visit({ password: 'hunter2' }).catch((error: unknown) => String(error))
    expect(failed).toContain('authentication methods failed')
    expect(failed).not.toContain('hunter2')
  })

  it('is left when it is not done in time', async () => {
    const silent = createServer(() => undefined)
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => resolve((silent.address() as AddressInfo).port))
    })
    try {
      await expect(visit({ port, timeLimitMs: 200 })).rejects.toThrow('not done within 200 ms')
    } finally {
      silent.close()
    }
  })
})
