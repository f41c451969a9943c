import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decimal } from './decimal.ts'
import { moneyText } from './money-text.ts'
import {
  add,
  compare,
  inMinorUnits,
  isPositive,
  minorUnitDecimals,
  money,
  multiply,
  negate,
  roundMoney,
  subtract,
  sum,
  zero,
} from './money.ts'

describe('money', () => {
  it('adds, subtracts and multiplies exactly', () => {
    expect(add(money('0.10', 'GBP'), money('0.20', 'GBP'))).toEqual(money('0.3', 'GBP'))
    expect(subtract(money('1.00', 'GBP'), money('1.01', 'GBP'))).toEqual(money('-0.01', 'GBP'))
    expect(multiply(money('3.33', 'GBP'), decimal('3'))).toEqual(money('9.99', 'GBP'))
    expect(negate(money('2', 'GBP'))).toEqual(money('-2', 'GBP'))
    expect(negate(zero('GBP'))).toEqual(zero('GBP'))
    expect(sum([money('1.10', 'GBP'), money('2.20', 'GBP')], 'GBP')).toEqual(money('3.3', 'GBP'))
  })

  it('never lets two currencies meet', () => {
    expect(() => add(money('1', 'GBP'), money('1', 'JPY'))).toThrow(TypeError)
    expect(() => compare(money('1', 'GBP'), money('1', 'JPY'))).toThrow(TypeError)
    expect(() => sum([money('1', 'JPY')], 'GBP')).toThrow(TypeError)
  })

  it('sums nothing to zero in the currency that was asked for', () => {
    expect(sum([], 'JPY')).toEqual(zero('JPY'))
    expect(isPositive(zero('JPY'))).toBe(false)
  })

  it('writes an amount with all decimals of its currency, and refuses to round on the way', () => {
    expect(inMinorUnits(money('12.5', 'GBP'))).toEqual(money('12.50', 'GBP'))
    expect(inMinorUnits(money('12.500', 'GBP'))).toEqual(money('12.50', 'GBP'))
    expect(inMinorUnits(money('12', 'JPY'))).toEqual(money('12', 'JPY'))
    expect(() => inMinorUnits(money('12.505', 'GBP'))).toThrow(RangeError)
  })

  it('rounds to the smallest coin of its currency', () => {
    expect(roundMoney(money('12.505', 'GBP'), 'half-up')).toEqual(money('12.51', 'GBP'))
    expect(roundMoney(money('12.5', 'JPY'), 'half-up')).toEqual(money('13', 'JPY'))
  })

  it('prints an exact amount in full and a short one with its pennies', () => {
    expect(moneyText(money('12.5', 'GBP'))).toBe('GBP 12.50')
    expect(moneyText(money('6.9504', 'GBP'))).toBe('GBP 6.9504')
    expect(moneyText(money('1200', 'JPY'))).toBe('JPY 1200')
  })

  it('counts the decimals of every currency as the shipped list of ISO 4217 does', () => {
    const file = new URL('../../../data/reference/currencies.json', import.meta.url)
    const { currencies } = JSON.parse(readFileSync(file, 'utf8')) as {
      currencies: readonly { code: string; minorUnits: number }[]
    }
    const differing = currencies.filter(
      ({ code, minorUnits }) => minorUnitDecimals(code) !== minorUnits,
    )
    expect(differing).toEqual([])
  })
})
