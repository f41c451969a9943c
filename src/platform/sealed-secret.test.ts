import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { derivedSecret, openSealingKey, seal, sealingKeyFrom, unseal } from './sealed-secret.ts'

const key = sealingKeyFrom(Buffer.alloc(32, 1))
const otherKey = sealingKeyFrom(Buffer.alloc(32, 2))

describe('a sealed secret', () => {
  it('opens with the same key for the same owner', () => {
    expect(unseal(key, seal(key, 'whsec_秘密', 'endpoint_1'), 'endpoint_1')).toBe('whsec_秘密')
  })

  it('does not show the secret and differs each time', () => {
    const first = seal(key, 'the secret', 'endpoint_1')
    expect(first).not.toContain('the secret')
    expect(first).not.toBe(seal(key, 'the secret', 'endpoint_1'))
  })

  it('stays shut for another key, another owner, and after a change', () => {
    const sealed = seal(key, 'the secret', 'endpoint_1')
    expect(() => unseal(otherKey, sealed, 'endpoint_1')).toThrow()
    expect(() => unseal(key, sealed, 'endpoint_2')).toThrow()
    const at = sealed.length - 6
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
    expect(() => unseal(key, changed, 'endpoint_1')).toThrow()
    expect(() => unseal(key, 'v1.AAAA', 'endpoint_1')).toThrow('no sealed secret')
  })
})

describe('a derived secret', () => {
  it('is the same for the same name and key only', () => {
    expect(derivedSecret(key, 'link_1')).toBe(derivedSecret(key, 'link_1'))
    expect(derivedSecret(key, 'link_1')).not.toBe(derivedSecret(key, 'link_2'))
    expect(derivedSecret(key, 'link_1')).not.toBe(derivedSecret(otherKey, 'link_1'))
    expect(Buffer.from(derivedSecret(key, 'link_1'), 'base64url')).toHaveLength(32)
  })
})

describe('the key of a data folder', () => {
  it('is made once, also by processes that start at the same time', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'tidewaiter-key-')), 'data')
    const keys = await Promise.all(Array.from({ length: 8 }, () => openSealingKey(folder)))
    const secrets = new Set(keys.map((opened) => derivedSecret(opened, 'link_1')))
    expect(secrets.size).toBe(1)
    expect(await readdir(folder)).toEqual(['sealing.key'])
    expect((await stat(join(folder, 'sealing.key'))).mode & 0o777).toBe(0o600)
  })

  it('is refused when the file holds something else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-key-'))
    await writeFile(join(folder, 'sealing.key'), 'short')
    await expect(openSealingKey(folder)).rejects.toThrow('does not hold a sealing key')
  })
})
