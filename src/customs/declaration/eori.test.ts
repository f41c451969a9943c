import { describe, expect, it } from 'vitest'
import { isEori, isUkEori } from './eori.ts'

describe('an EORI number', () => {
  it('has twelve or fifteen digits in the United Kingdom', () => {
    expect(isUkEori('GB553202734852')).toBe(true)
    expect(isUkEori('XI553202734852000')).toBe(true)
    expect(isUkEori('GB55320273485')).toBe(false)
    expect(isUkEori('DE553202734852000')).toBe(false)
  })

  it('has up to fifteen letters or digits elsewhere', () => {
    expect(isEori('DE553202734854000')).toBe(true)
    expect(isEori('D553202734854000')).toBe(false)
    expect(isEori('DE5532027348540001')).toBe(false)
  })
})
