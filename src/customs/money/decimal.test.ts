import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDecimals,
  compareDecimals,
  decimal,
  decimalFromInteger,
  fractionDigits,
  fromBig,
  integerAtScale,
  isDecimalText,
  isNegative,
  isZero,
  multiplyDecimals,
  padDecimals,
  percentOf,
  shortest,
  subtractDecimals,
  toBig,
} from './decimal.ts'

describe('decimal text', () => {
  it.each(['0', '12.50', '-3', '0.000001'])('takes %s', (text) => {
    expect(isDecimalText(text)).toBe(true)
  })

  it.each(['', '.5', '1.', '1e3', '1,5', ' 1', '+1', '0x1', 'NaN', '１'])('refuses %j', (text) => {
    expect(isDecimalText(text)).toBe(false)
    expect(() => decimal(text)).toThrow(TypeError)
  })

  it('adds and multiplies without the error of binary fractions', () => {
    expect(addDecimals(decimal('0.1'), decimal('0.2'))).toBe('0.3')
    expect(multiplyDecimals(decimal('57.92'), decimal('0.12'))).toBe('6.9504')
  })

  it('compares by value, not by spelling', () => {
    expect(compareDecimals(decimal('1.50'), decimal('1.5'))).toBe(0)
    expect(compareDecimals(decimal('9'), decimal('10'))).toBe(-1)
    expect(isZero(decimal('0.00'))).toBe(true)
    expect(isNegative(decimal('-0.01'))).toBe(true)
  })

  it('pads with zeros and never cuts', () => {
    expect(padDecimals(decimal('12'), 2)).toBe('12.00')
    expect(padDecimals(decimal('12.5'), 2)).toBe('12.50')
    expect(padDecimals(decimal('12.505'), 2)).toBe('12.505')
    expect(fractionDigits(decimal('12.505'))).toBe(3)
  })

  it('becomes a whole number and back without a change', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.nat({ max: 6 }), (count, scale) => {
        expect(integerAtScale(decimalFromInteger(count, scale), scale)).toBe(count)
      }),
    )
  })

  it('refuses a whole number of coins that the value is finer than', () => {
    expect(() => integerAtScale(decimal('1.005'), 2)).toThrow(RangeError)
    expect(integerAtScale(decimal('1.500'), 2)).toBe(150n)
  })

  it('reckons as the decimal library does', () => {
    // Short ones, long ones, and those about as long as a number of the machine is exact.
    const lengths = [4n, 7n, 9n, 15n, 16n, 18n].map((length) => 10n ** length)
    const counts = fc.oneof(...lengths.map((most) => fc.bigInt(-most, most)))
    const decimals = fc
      .tuple(counts, fc.nat({ max: 9 }))
      .map(([count, scale]) => decimalFromInteger(count, scale))
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        const [one, other] = [toBig(left), toBig(right)]
        expect(addDecimals(left, right)).toBe(fromBig(one.plus(other)))
        expect(subtractDecimals(left, right)).toBe(fromBig(one.minus(other)))
        expect(multiplyDecimals(left, right)).toBe(fromBig(one.times(other)))
        expect(percentOf(left, right)).toBe(fromBig(one.times(other).times('0.01')))
        expect(compareDecimals(left, right)).toBe(one.cmp(other))
        expect(shortest(left)).toBe(fromBig(one))
      }),
      { numRuns: 1_000 },
    )
  })
})
