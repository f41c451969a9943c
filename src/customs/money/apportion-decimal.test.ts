import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { apportionDecimal } from './apportion-decimal.ts'
import { addDecimals, compareDecimals, decimal } from './decimal.ts'

describe('a weight that is divided over pieces', () => {
  it('goes with the pieces, as fine as it was weighed', () => {
    expect(apportionDecimal(decimal('1.00'), [1, 2])).toEqual(['0.33', '0.67'])
    expect(apportionDecimal(decimal('0.760'), [1, 1])).toEqual(['0.380', '0.380'])
  })

  it('is divided finer where a part would weigh nothing', () => {
    expect(apportionDecimal(decimal('1'), [1, 3])).toEqual(['0.250000', '0.750000'])
  })

  it('loses nothing and makes nothing', () => {
    const pieces = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), pieces, (grams, parts) => {
        const total = decimal((grams / 1_000).toFixed(3))
        const shares = apportionDecimal(total, parts)
        expect(compareDecimals(addDecimals(...shares), total)).toBe(0)
      }),
    )
  })
})
