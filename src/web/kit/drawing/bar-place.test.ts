import { describe, expect, it } from 'vitest'

import { barPlace, largestOf, SCALE } from './bar-place.ts'

const gbp = (amount: string) => ({ amount, currency: 'GBP' })

describe('the place of a bar', () => {
  it('is as far along the scale as the amount is along the largest', () => {
    expect(barPlace(gbp('50'), gbp('100'), gbp('200'))).toEqual({ x: SCALE / 4, width: SCALE / 4 })
  })

  it('is still seen where the amount is next to nothing', () => {
    const { x, width } = barPlace(gbp('200'), gbp('200'), gbp('200'))
    expect(width).toBeGreaterThan(0)
    expect(x + width).toBeLessThanOrEqual(SCALE)
  })

  it('takes amounts as numbers, not as text', () => {
    expect(largestOf([gbp('9.5'), gbp('10.25'), gbp('2')])).toEqual(gbp('10.25'))
  })
})
