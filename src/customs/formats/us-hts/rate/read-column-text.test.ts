import { describe, expect, it } from 'vitest'

import { readColumnText } from './read-column-text.ts'

describe('the text of a column', () => {
  it('is the rate itself where it names no programme', () => {
    expect(readColumnText('$1.104/kg + 14.9%')).toMatchObject({ adValorem: '0.149' })
    expect(readColumnText('Free, under bond')).toMatchObject({ condition: 'under bond' })
    expect(readColumnText(' ')).toMatchObject({ because: 'no-rate' })
  })

  it('gives the one rate of a special column with its programmes', () => {
    expect(readColumnText('17.1% (AU)')).toMatchObject({ adValorem: '0.171', programmes: ['AU'] })
    expect(readColumnText('33.9¢/kg + 5.1% (S+)')).toMatchObject({
      adValorem: '0.051',
      specific: [{ amount: '0.339', per: 'kg' }],
      programmes: ['S+'],
    })
    const free = readColumnText('Free (A+,AU, BH)')
    expect(free).toMatchObject({ free: true, programmes: ['A+', 'AU', 'BH'] })
    expect(free).not.toHaveProperty('condition')
  })

  it('is not free where only some programmes are', () => {
    expect(readColumnText('Free (BH,CL) 1.7% (KR) See 9822.04.01 (AU)')).toMatchObject({
      kind: 'not-computable',
      because: 'several-rates',
    })
  })

  it('is not taken for a rate where a programme or a rate was not understood', () => {
    expect(readColumnText('Free (MA,.OM,P)')).toMatchObject({ because: 'unread' })
    expect(readColumnText('Free (BH) 5%')).toMatchObject({ because: 'unread' })
  })
})
