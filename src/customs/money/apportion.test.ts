import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion } from './apportion.ts'
import { decimal, decimalFromInteger } from './decimal.ts'
import { compare, money, sum } from './money.ts'

const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 })
  .filter((counts) => counts.some((count) => count > 0n))
  .map((counts) => counts.map((count) => decimalFromInteger(count, 3)))
const pounds = fc
  .bigInt({ min: -(10n ** 9n), max: 10n ** 9n })
  .map((pennies) => ({ amount: decimalFromInteger(pennies, 2), currency: 'GBP' }))

describe('apportioning an amount', () => {
  it('loses and invents no penny, whatever the weights', () => {
    fc.assert(
      fc.property(pounds, weights, (total, by) => {
        expect(compare(sum(apportion(total, by), 'GBP'), total)).toBe(0)
      }),
    )
  })

  it('gives each line its exact share to less than a penny', () => {
    fc.assert(
      fc.property(pounds, weights, (total, by) => {
        const weightSum = by.reduce((all, weight) => all + Number(weight), 0)
        apportion(total, by).forEach((part, index) => {
          const exact = (Number(total.amount) * Number(by[index])) / weightSum
          expect(Math.abs(Number(part.amount) - exact)).toBeLessThan(0.01 + 1e-6)
        })
      }),
    )
  })

  it('depends on the proportion of the weights, not on their size', () => {
    fc.assert(
      fc.property(pounds, weights, (total, by) => {
        const tenfold = by.map((weight) => decimal(`${BigInt(weight.replace('.', '')) * 10n}`))
        expect(apportion(total, tenfold)).toEqual(apportion(total, by))
      }),
    )
  })

  it('gives nothing to a line of no weight', () => {
    fc.assert(
      fc.property(pounds, weights, (total, by) => {
        const parts = apportion(total, [...by, decimal('0')])
        expect(parts.at(-1)).toEqual(money('0.00', 'GBP'))
      }),
    )
  })

  it('gives the penny left over to the earlier of equal lines', () => {
    const thirds = apportion(money('10.00', 'GBP'), ['1', '1', '1'].map(decimal))
    expect(thirds.map((part) => part.amount)).toEqual(['3.34', '3.33', '3.33'])
  })

  it('counts in whole yen where the currency has no smaller coin', () => {
    const halves = apportion(money('101', 'JPY'), ['1', '1'].map(decimal))
    expect(halves.map((part) => part.amount)).toEqual(['51', '50'])
  })

  it('refuses weights that say nothing about the proportion', () => {
    expect(() => apportion(money('1.00', 'GBP'), [decimal('0'), decimal('0')])).toThrow(RangeError)
    expect(() => apportion(money('1.00', 'GBP'), [decimal('-1'), decimal('2')])).toThrow(RangeError)
    expect(() => apportion(money('1.00', 'GBP'), [])).toThrow(RangeError)
  })

  it('refuses an amount that is no whole number of pennies', () => {
    expect(() => apportion(money('1.005', 'GBP'), [decimal('1')])).toThrow(RangeError)
  })
})
