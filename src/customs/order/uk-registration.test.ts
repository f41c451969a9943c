import { describe, expect, it } from 'vitest'
import { isGbEori, isUkVatNumber } from './uk-registration.ts'

describe('registrations of the United Kingdom', () => {
  it.each(['GB123456789000', 'GB123456789000123'])('takes %s for a GB EORI', (eori) => {
    expect(isGbEori(eori)).toBe(true)
  })

  it.each([
    'XI123456789000',
    'FR12345678900000',
    'GB12345678900',
    'gb123456789000',
    'GB12345678900X',
  ])('does not take %s for a GB EORI', (eori) => {
    expect(isGbEori(eori)).toBe(false)
  })

  it.each(['GB123456789', 'GB123456789012'])('takes %s for a UK VAT number', (vatNumber) => {
    expect(isUkVatNumber(vatNumber)).toBe(true)
  })

  it.each(['GB12345678', 'FR12345678901', 'IM1234567890', '123456789'])(
    'does not take %s for a UK VAT number',
    (vatNumber) => {
      expect(isUkVatNumber(vatNumber)).toBe(false)
    },
  )
})
