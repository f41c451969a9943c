import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freeTurns, messageOf, rememberedDispatches } from '../../../test/file-channel-promises.ts'
import { type RunningSsh, startOwnSsh } from '../../../test/ssh-servers.ts'
import { systemClock } from '../../platform/clock.ts'
import type { ChannelSettings } from './channel-settings.ts'
import { openChannel } from './open-channel.ts'

describe('a channel of the settings', () => {
  let root: string
  let server: RunningSsh
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'tidewaiter-opened-'))
    await mkdir(join(root, 'out'))
    await mkdir(join(root, 'in'))
    server = await startOwnSsh()
  })
  afterAll(async () => {
    await server.close()
    await rm(root, { recursive: true, force: true })
  })

  const common = () => ({
    format: 'uk-cds' as const,
    outgoing: join(root, 'out'),
    incoming: join(root, 'in'),
  })
  const open = (settings: ChannelSettings, environment: Record<string, string> = {}) =>
    openChannel(settings, {
      record: rememberedDispatches(),
      environment,
      clock: systemClock,
      paperFault: () => undefined,
    })
  const overSftp = (password: string): ChannelSettings => {
    const { host, port, username, hostKey } = server.login
    const login = { host, port, username, hostKey, password }
    return { ...common(), name: 'broker', transport: 'sftp', ...login }
  }

  it('sends into its folder and has no limit unless one is set', async () => {
    const opened = await open({ ...common(), name: 'harbour', transport: 'folder' })
    if (!opened.ok) throw new Error(opened.failures[0].message)
    const channel = opened.value
    expect(channel).toMatchObject({ name: 'harbour', limitPerSecond: 'off' })
    await channel.send(messageOf('<Declaration/>'), freeTurns)
    expect(await readdir(join(root, 'out'))).toHaveLength(1)
  })

  it('enters a server with a secret from the place that is named, and shows its key', async () => {
    const opened = await open(overSftp('env:BROKER_PASSWORD'), {
      BROKER_PASSWORD: server.login.password!,
    })
    if (!opened.ok) throw new Error(opened.failures[0].message)
    expect(await opened.value.send(messageOf('<Declaration/>'), freeTurns)).toEqual({
      kind: 'delivered',
    })
    expect(await opened.value.certificates!()).toMatchObject([
      { door: 'ssh', fingerprint: server.login.hostKey },
    ])
  })

  it('names a secret that cannot be read, by channel and setting', async () => {
    const absent = await open(overSftp('env:NOT_SET'))
    expect(absent).toMatchObject({ ok: false, failures: [{ path: 'broker/password' }] })
    await writeFile(join(root, 'empty'), '')
    expect(await open(overSftp(`file:${join(root, 'empty')}`))).toMatchObject({ ok: false })
  })
})
