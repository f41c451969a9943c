import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { parseSecretReference, readSecret } from './secret-reference.ts'

const setting = 'CLIENT_SECRET'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secret-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(text: string, environment: Record<string, string> = {}) {
  const reference = parseSecretReference(text, setting)
  return reference.ok ? readSecret(reference.value, setting, environment) : reference
}

describe('a reference to a secret', () => {
  it('names a variable of the environment', async () => {
    expect(await read('env:HMRC_SECRET', { HMRC_SECRET: 's3cret' })).toEqual({
      ok: true,
      value: 's3cret',
    })
  })

  it('names a file, whose last line break is none of the secret', async () => {
    const path = join(folder, 'secret')
    await writeFile(path, 's3cret\n')
    expect(await read(`file:${path}`)).toEqual({ ok: true, value: 's3cret' })
  })

  it.each(['s3cret', 'env:', 'env:NOT A NAME', 'file:relative/path', 'vault:thing', ''])(
    'is refused where it is none, without repeating what stands there: %j',
    async (text) => {
      const refused = await read(text)
      expect(refused).toMatchObject({
        ok: false,
        failures: [{ code: 'configuration-invalid', path: setting }],
      })
      if (text !== '') expect(JSON.stringify(refused)).not.toContain(`"${text}`)
      expect(JSON.stringify(refused)).not.toContain('s3cret')
    },
  )

  it.each([['env:NOT_THERE'], ['env:EMPTY'], ['file:/nowhere/at/all']])(
    'that leads to nothing says so: %s',
    async (text) => {
      expect(await read(text, { EMPTY: ' ' })).toMatchObject({
        ok: false,
        failures: [{ path: setting }],
      })
    },
  )

  it('leads to nothing where the file holds nothing or is a folder', async () => {
    const path = join(folder, 'empty')
    await writeFile(path, '\n')
    expect(await read(`file:${path}`)).toMatchObject({ ok: false })
    expect(await read(`file:${folder}`)).toMatchObject({ ok: false })
  })
})
