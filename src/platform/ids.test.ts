import { describe, expect, it } from 'vitest'

import { isId, newId, newSecret, sha256Hex } from './ids.ts'

describe('an id', () => {
  it('says what it names and has 26 characters after that', () => {
    expect(newId('case')).toMatch(/^case_[0-9a-hjkmnp-tv-z]{26}$/)
  })

  it('sorts by the time at which it was made', () => {
    const times = [0, 1, 31, 32, 1_000_000_000_000, 1_800_000_000_001, 2 ** 47]
    const ids = times.map((time) => newId('case', time))
    expect([...ids].reverse().sort()).toEqual(ids)
  })

  it('differs from every other one of the same millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => newId('order', 1_800_000_000_000))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is recognised by its form', () => {
    expect(isId(newId('tenant'))).toBe(true)
    expect(isId(newId('tracking_link'))).toBe(true)
    for (const text of ['', 'case_', `case_${'u'.repeat(26)}`, `${newId('case')}'`, 'case_1\n']) {
      expect(isId(text)).toBe(false)
    }
  })
})

describe('a secret', () => {
  it('holds as many random bytes as asked for', () => {
    expect(Buffer.from(newSecret(32), 'base64url')).toHaveLength(32)
    expect(newSecret(32)).not.toBe(newSecret(32))
  })
})

describe('a digest', () => {
  it('is the same for text and its bytes', () => {
    expect(sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(sha256Hex(Buffer.from('abc'))).toBe(sha256Hex('abc'))
  })
})
