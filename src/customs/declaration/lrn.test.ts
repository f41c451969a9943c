import { describe, expect, it } from 'vitest'
import { isLrn } from './lrn.ts'

describe('a local reference number', () => {
  it('has at most 22 characters and no blanks', () => {
    expect(isLrn('R280_E2E_TC03_1803_003')).toBe(true)
    expect(isLrn('R280_E2E_TC03_1803_0034')).toBe(false)
    expect(isLrn('U.7849454833T3')).toBe(true)
    expect(isLrn('')).toBe(false)
    expect(isLrn('a b')).toBe(false)
  })
})
