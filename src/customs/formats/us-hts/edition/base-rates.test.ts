import { describe, expect, it } from 'vitest'

import { editionOf } from './schedule-file.fixture.ts'

describe('the rates of a line', () => {
  it('are inherited by the statistical lines below it', () => {
    const { rates, remarks } = editionOf(
      { htsno: '0101.21.00', general: '6.8%', special: 'Free (AU) 2% (KR)', other: '20%' },
      { htsno: '0101.21.00.10', indent: '1' },
    )
    expect(rates.get('0101210010')).toBe(rates.get('01012100'))
    expect(rates.get('0101210010')).toMatchObject({
      statedBy: '01012100',
      general: { text: '6.8%', rate: { adValorem: '0.068' } },
      special: [{ programmes: ['AU'] }, { programmes: ['KR'] }],
      column2: { rate: { adValorem: '0.2' } },
    })
    expect(remarks).toEqual([])
  })

  it('are its own where nothing is stated at eight digits', () => {
    const { rates } = editionOf(
      { htsno: '0101.30' },
      { htsno: '0101.30.00.00', indent: '1', general: 'Free' },
    )
    expect(rates.get('0101300000')).toMatchObject({ statedBy: '0101300000' })
    expect(rates.has('010130')).toBe(false)
  })

  it('are those of the law where a statistical line states some too', () => {
    const { rates, remarks } = editionOf(
      { htsno: '9006.59.15', general: 'Free', other: '20%' },
      { htsno: '9006.59.15.20', indent: '1', other: '25%' },
    )
    expect(rates.get('9006591520')?.column2?.text).toBe('20%')
    expect(remarks).toMatchObject([{ code: '9006.59.15.20' }])
  })

  it('are not taken from a heading', () => {
    const { rates, remarks } = editionOf({ htsno: '0101.90', general: '6.8%' })
    expect(rates.has('010190')).toBe(false)
    expect(remarks).toMatchObject([{ code: '0101.90' }])
  })

  it('are absent where nothing is printed, which is not free of duty', () => {
    const { rates } = editionOf({ htsno: '9802.00.91.00', special: 'Free (B)', general: ' \n' })
    expect(rates.get('9802009100')).not.toHaveProperty('general')
    expect(rates.get('9802009100')?.special).toHaveLength(1)
  })

  it('are reported where a text is not understood', () => {
    const { rates, remarks } = editionOf({
      htsno: '2909.19.18.00',
      general: '5.5%',
      special: 'Free (.OM)',
      other: '37% /',
    })
    expect(rates.get('2909191800')?.column2?.rate.kind).toBe('not-computable')
    expect(remarks.map(({ problem }) => problem.en)).toEqual([
      '“.OM” in the special column is not understood and not used',
      'these words are not understood: “37%/”',
    ])
  })
})
