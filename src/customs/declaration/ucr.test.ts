import { describe, expect, it } from 'vitest'
import { buildDucr, isDucr } from './ucr.ts'

describe('a declaration consignment reference', () => {
  it('is built from year, EORI and own reference', () => {
    const parts = { year: 2026, eori: 'GB553202734852', reference: 'TW-1' }
    expect(buildDucr(parts)).toEqual({ ok: true, value: '6GB553202734852-TW-1' })
  })

  it('is refused where it is longer than 35 characters or has small letters', () => {
    const eori = 'GB553202734852'
    expect(buildDucr({ year: 2026, eori, reference: 'A'.repeat(20) }).ok).toBe(false)
    expect(buildDucr({ year: 2026, eori, reference: 'tw' }).ok).toBe(false)
    expect(isDucr('6GB553202734852-ABC/1(2)')).toBe(true)
  })
})
