import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { secretReferences } from './secret-references.ts'
import { readChannelSettings } from './read-channel-settings.ts'

const folder = {
  name: 'harbour-folder',
  format: 'uk-cds',
  transport: 'folder',
  outgoing: '/srv/customs/out',
  incoming: '/srv/customs/in',
}
const sftp = {
  name: 'broker-sftp',
  format: 'uk-cds',
  transport: 'sftp',
  host: 'sftp.example.com',
  username: 'tidewaiter',
  hostKey: `SHA256:${'A'.repeat(43)}`,
  privateKey: 'file:/run/secrets/sftp-key',
  outgoing: '/out',
  incoming: '/in',
}

describe('the file of channels', () => {
  let root: string
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'tidewaiter-channels-'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  const read = async (content: unknown) => {
    const file = join(root, 'channels.json')
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
    return readChannelSettings(file)
  }
  const faultsOf = async (...channels: readonly object[]) => {
    const settings = await read({ channels })
    return settings.ok ? [] : settings.failures.map(({ path }) => path)
  }

  it('is not needed', async () => {
    expect(await readChannelSettings(undefined)).toEqual({ ok: true, value: [] })
  })

  it('describes each channel by its transport', async () => {
    expect(await read({ channels: [folder, sftp] })).toEqual({ ok: true, value: [folder, sftp] })
  })

  it('is refused where it is missing or no JSON, with the variable that names it', async () => {
    const missing = await readChannelSettings(join(root, 'none.json'))
    expect(missing).toMatchObject({ ok: false, failures: [{ path: 'TIDEWAITER_CHANNELS' }] })
    expect(await read('{')).toMatchObject({ ok: false })
  })

  it('names every fault with its place, for the transport that is meant', async () => {
    const { hostKey, ...withoutKey } = sftp
    expect(hostKey).toContain('SHA256')
    expect(await faultsOf({ ...folder, incoming: 'in' }, withoutKey)).toEqual([
      '/channels/0/incoming',
      '/channels/1/hostKey',
    ])
  })

  it('knows no transport but its own and says which there are', async () => {
    const settings = await read({ channels: [{ ...folder, transport: 'pigeon' }] })
    expect(settings).toMatchObject({ ok: false, failures: [{ path: '/channels/0/transport' }] })
    expect(JSON.stringify(settings)).toContain('folder, sftp, email')
  })

  it('takes no secret in itself, only where it is kept', async () => {
    const settings = await read({ channels: [{ ...sftp, privateKey: 'hunter2' }] })
    expect(settings).toMatchObject({ ok: false, failures: [{ path: '/channels/0/privateKey' }] })
    expect(JSON.stringify(settings)).not.toContain('hunter2')
  })

  it('wants a login for a server', async () => {
    const { privateKey, ...without } = sftp
    expect(privateKey).toContain('file:')
    expect(await faultsOf(without)).toEqual(['/channels/0'])
  })

  it('names every secret that a worker has to be able to read', async () => {
    const settings = await read({ channels: [folder, { ...sftp, passphrase: 'env:PASSPHRASE' }] })
    expect(settings.ok && secretReferences(settings.value)).toEqual([
      'file:/run/secrets/sftp-key',
      'env:PASSPHRASE',
    ])
  })

  it('gives each channel a name of its own', async () => {
    expect(await faultsOf(folder, folder, { ...folder, name: 'uk-cds' })).toEqual([
      '/channels/1/name',
      '/channels/2/name',
    ])
  })
})
