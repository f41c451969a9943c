import { describe, expect, it } from 'vitest'
import { localDate } from '../../customs/calendar/local-date.ts'
import { decimal } from '../../customs/money/decimal.ts'
import {
  amountText,
  commodityCodeText,
  dateText,
  incotermText,
  packagesText,
  quantityText,
  weightText,
} from './printed-facts.ts'

describe('printed facts', () => {
  it.each([
    ['0', 'GBP', '0.00'],
    ['1234.5', 'GBP', '1,234.50'],
    ['1234567.00', 'EUR', '1,234,567.00'],
    ['999', 'JPY', '999'],
    ['1234567', 'JPY', '1,234,567'],
    ['1.2', 'KWD', '1.200'],
  ])('write %s %s as %s', (amount, currency, text) => {
    expect(amountText(decimal(amount), currency)).toBe(text)
  })

  it('keep decimals beyond the minor unit, because nothing is rounded on paper', () => {
    expect(amountText(decimal('0.3333'), 'GBP')).toBe('0.3333')
    expect(amountText(decimal('10.5'), 'JPY')).toBe('10.5')
    expect(weightText(decimal('0.0004'))).toBe('0.0004')
  })

  it('write weights to the gram', () => {
    expect(weightText(decimal('0.45'))).toBe('0.450')
    expect(weightText(decimal('12000'))).toBe('12,000.000')
  })

  it('group the digits of commodity codes as tariffs do', () => {
    expect(commodityCodeText('6109100010')).toBe('6109 10 00 10')
    expect(commodityCodeText('851821')).toBe('8518 21')
  })

  it('write dates, quantities, packages and terms in words', () => {
    expect(dateText(localDate('2026-09-01'))).toBe('1 Sep 2026')
    expect(quantityText(12345)).toBe('12,345')
    expect(packagesText({ count: 3, type: 'CT' }, { en: 'Carton', zh: '纸箱' })).toBe(
      '3 × Carton 纸箱 (CT)',
    )
    expect(incotermText({ code: 'FOB', place: 'Yantian' })).toBe('FOB Yantian (Incoterms 2020)')
  })
})
