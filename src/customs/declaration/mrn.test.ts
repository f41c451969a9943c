import { describe, expect, it } from 'vitest'
import { isMrn, mrnCheckCharacter } from './mrn.ts'

describe('a movement reference number', () => {
  it.each([
    '24GB22WOA1EV2P6AR5',
    '18GBJCM3USAFD2WD51',
    '18GBJFKYDPAB34VGO7',
    '20GB5M2723461FGVR3',
    '09SEE7JPUV5HC06IC6',
  ])('%s has the right check character', (mrn) => {
    expect(isMrn(mrn)).toBe(true)
  })

  it('is refused with any other check character', () => {
    const others = Array.from('0123456789').filter((digit) => digit !== '5')
    expect(others.some((digit) => isMrn(`24GB22WOA1EV2P6AR${digit}`))).toBe(false)
  })

  it('has a check character that follows from the first 17', () => {
    expect(mrnCheckCharacter('24GB22WOA1EV2P6AR')).toBe('5')
  })
})
