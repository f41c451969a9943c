import { describe, expect, it } from 'vitest'

import { readSpecialRates } from './read-special-rates.ts'

describe('the special column', () => {
  it('gives each rate to the programmes behind it', () => {
    const { rates, unread } = readSpecialRates(
      'Free (A*,AU, BH,\nS+)2.3%(KR) 1.9¢/liter + 13.9¢/pf. liter (JO) See 9822.05.20 (P+)',
    )
    expect(unread).toEqual([])
    expect(rates.map(({ text, programmes }) => [text, programmes])).toEqual([
      ['Free', ['A*', 'AU', 'BH', 'S+']],
      ['2.3%', ['KR']],
      ['1.9¢/liter + 13.9¢/pf. liter', ['JO']],
      ['See 9822.05.20', ['P+']],
    ])
    expect(rates.map(({ rate }) => rate.kind)).toEqual([
      'computable',
      'computable',
      'computable',
      'not-computable',
    ])
  })

  it('holds for all programmes where it names none', () => {
    expect(readSpecialRates('No change')).toMatchObject({
      rates: [{ text: 'No change', rate: { because: 'no-change' } }],
      unread: [],
    })
    expect(readSpecialRates('Free (See U.S. note 4 of this subchapter)').rates).toEqual([
      expect.not.objectContaining({ programmes: expect.anything() as unknown }),
    ])
  })

  it('keeps a remark in brackets apart from the programmes', () => {
    const column =
      'Free (AU) A duty upon the value of the repairs (see U.S. note 3 of this subchapter) (B,C,)'
    expect(readSpecialRates(column)).toMatchObject({
      rates: [
        { text: 'Free', programmes: ['AU'] },
        { text: 'A duty upon the value of the repairs (see U.S. note 3 of this subchapter)' },
      ],
      unread: [],
    })
  })

  it('reports what it cannot read and keeps the rest', () => {
    expect(readSpecialRates('Free (MA,.OM,P)')).toMatchObject({
      rates: [{ programmes: ['MA', 'P'] }],
      unread: ['.OM'],
    })
    expect(readSpecialRates('Free (BH) See 9919.04.50 (PA (PA)')).toMatchObject({
      rates: [{ programmes: ['BH'] }],
      unread: ['See 9919.04.50 (PA (PA)'],
    })
    expect(readSpecialRates('Free (BH) 5%').unread).toEqual(['5%'])
    expect(readSpecialRates('(BH)')).toEqual({ rates: [], unread: ['(BH)'] })
  })

  it('says nothing where nothing stands', () => {
    expect(readSpecialRates(' \n')).toEqual({ rates: [], unread: [] })
  })
})
