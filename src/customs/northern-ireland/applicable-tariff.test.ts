import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { decimal } from '../money/decimal.ts'
import { applicableTariff } from './applicable-tariff.ts'

function tariffFor(customsValue: string, ukDuty: string, xiDuty: string) {
  return applicableTariff({
    customsValue: decimal(customsValue),
    ukDuty: decimal(ukDuty),
    xiDuty: decimal(xiDuty),
  })
}

describe('the duty of goods to Northern Ireland', () => {
  it.each([
    ['100', '3', '6', 'uk'],
    ['100', '3', '6.000001', 'xi'],
    ['100', '6', '3', 'uk'],
    ['100', '6.01', '3', 'xi'],
    // 3 percent of 0.50 are 1.5 pence, rounded to 2.
    ['0.50', '0', '0.02', 'uk'],
    ['0.49', '0', '0.02', 'xi'],
  ])(
    'of a value of %s with %s in the UK and %s in the EU is that of %s',
    (value, uk, xi, source) => {
      expect(tariffFor(value, uk, xi)).toBe(source)
    },
  )

  it('is the United Kingdom’s where both are the same', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (value, duty) => {
        expect(tariffFor(String(value), String(duty), String(duty))).toBe('uk')
      }),
    )
  })
})
