import { describe, expect, it } from 'vitest'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { isMrn, mrnCheckDigit, newMrn } from './mrn.ts'

describe('a movement reference number', () => {
  // Numbers published by HMRC in samples, and one of Sweden.
  it.each(['24GB22WOA1EV2P6AR5', '18GBJCM3USAFD2WD51', '18GBJFKYDPAB34VGO7', '09SEE7JPUV5HC06IC6'])(
    '%s has the right check digit',
    (mrn) => {
      expect(mrnCheckDigit(mrn.slice(0, 17))).toBe(mrn.slice(17))
    },
  )

  it('is made with the year and a right check digit, and never twice', () => {
    const numbers = Array.from({ length: 500 }, () => newMrn('2026-09-10T10:00:00.000Z' as Instant))
    expect(numbers.every((mrn) => isMrn(mrn) && mrn.startsWith('26GB'))).toBe(true)
    expect(new Set(numbers).size).toBe(500)
  })

  it('with two characters swapped is found out', () => {
    expect(isMrn('24GB22WO1AEV2P6AR5')).toBe(false)
  })
})
