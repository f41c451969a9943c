import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAppLogin, leaveAppLogin } from './app-login.ts'

describe('the login that an installation leaves', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tidewaiter-login-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is found as it was left last, by its owner only', async () => {
    expect(await findAppLogin(folder)).toBeUndefined()
    await leaveAppLogin(folder, 'postgres://app:old@127.0.0.1:1/tidewaiter')
    await leaveAppLogin(folder, 'postgres://app:new@127.0.0.1:2/tidewaiter')
    expect(await findAppLogin(folder)).toBe('postgres://app:new@127.0.0.1:2/tidewaiter')
    const { mode } = await stat(join(folder, 'database-app-url'))
    expect(mode & 0o077).toBe(0)
  })
})
