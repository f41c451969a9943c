import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findLogin, leaveLogins } from './left-logins.ts'

describe('the logins that an installation leaves', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tidewaiter-login-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const logins = (port: number) => ({
    appUrl: `postgres://app@127.0.0.1:${port}/tidewaiter`,
    ownerUrl: `postgres://owner@127.0.0.1:${port}/tidewaiter`,
  })

  it('are found as they were left last, by their owner only', async () => {
    expect(await findLogin(folder, 'app')).toBeUndefined()
    await leaveLogins(folder, logins(1))
    await leaveLogins(folder, logins(2))
    expect(await findLogin(folder, 'app')).toBe(logins(2).appUrl)
    expect(await findLogin(folder, 'owner')).toBe(logins(2).ownerUrl)
    for (const file of ['database-app-url', 'database-owner-url']) {
      const { mode } = await stat(join(folder, file))
      expect(mode & 0o077, file).toBe(0)
    }
  })
  it('are without that of the owner where the server is somebody else’s', async () => {
    await leaveLogins(folder, { appUrl: logins(3).appUrl })
    expect(await findLogin(folder, 'app')).toBe(logins(3).appUrl)
    expect(await findLogin(folder, 'owner')).toBeUndefined()
  })
})
