import { describe, expect, it } from 'vitest'

import { readDecimalText } from './read-decimal-text.ts'

function readAs(text: string, currency?: string): string {
  const reading = readDecimalText(text, currency)
  return reading.ok ? reading.value : reading.because
}

describe('readDecimalText', () => {
  it.each([
    ['1200.50', '1200.50'],
    ['1.234', '1.234'],
    ['１２．５０', '12.50'],
    ['1,234.50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1,234,567', '1234567'],
    ['1 234,50', '1234.50'],
    ["1'234.50", '1234.50'],
    ['12 500', '12500'],
    ['12,5', '12.5'],
    ['12,50', '12.50'],
    ['0,500', '0.500'],
    ['1234,567', '1234.567'],
  ])('reads %s as %s', (text, value) => {
    expect(readAs(text)).toBe(value)
  })

  it('does not guess what a comma before three digits parts', () => {
    expect(readAs('1,234')).toBe('two-meanings')
    expect(readAs('12,500')).toBe('two-meanings')
  })

  it('takes the sign or code of the currency that is stated', () => {
    expect(readAs('£12.50', 'GBP')).toBe('12.50')
    expect(readAs('12,50 €', 'EUR')).toBe('12.50')
    expect(readAs('￥ 1,200,000', 'CNY')).toBe('1200000')
    expect(readAs('JPY 2800', 'JPY')).toBe('2800')
    expect(readAs('2800円', 'JPY')).toBe('2800')
    expect(readAs('US$ 12.50', 'USD')).toBe('12.50')
  })

  it('refuses a sign of another currency, or where none is stated', () => {
    expect(readAs('£12.50', 'EUR')).toBe('other-currency')
    expect(readAs('$12.50')).toBe('other-currency')
    expect(readAs('0.5 kg')).toBe('other-currency')
    expect(readAs('5 constructor', 'GBP')).toBe('other-currency')
  })

  it.each(['', 'two', '-5', '1.2.3', '12..5', '1,23,456', '1e3', '12 34', '1 2'])(
    'finds no figure in %j',
    (text) => {
      expect(['no-figure', 'other-currency']).toContain(readAs(text, 'GBP'))
    },
  )
})
