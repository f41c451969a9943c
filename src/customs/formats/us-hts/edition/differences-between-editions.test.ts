import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { differencesBetweenEditions } from './differences-between-editions.ts'
import { editionOf, type WrittenRow } from './schedule-file.fixture.ts'

const line: WrittenRow = { htsno: '0101.21.00', general: '6.8%', special: 'Free (AU,KR)' }
const statistical: WrittenRow = { htsno: '0101.21.00.10', indent: '1', description: 'Males' }

describe('what two editions say otherwise', () => {
  it('is which codes came and went', () => {
    const { added, removed } = differencesBetweenEditions(
      editionOf(line, statistical),
      editionOf(line, { ...statistical, htsno: '0101.21.00.20' }),
    )
    expect({ added, removed }).toEqual({ added: ['0101210020'], removed: ['0101210010'] })
  })

  it('is the rates, told once at the line that states them', () => {
    const { ratesChanged } = differencesBetweenEditions(
      editionOf(line, statistical),
      editionOf({ ...line, general: 'Free', other: '20%' }, statistical),
    )
    expect(ratesChanged).toEqual([
      { code: '01012100', column: 'general', before: '6.8%', after: 'Free' },
      { code: '01012100', column: 'column2', after: '20%' },
    ])
  })

  it('is not how a rate is spaced or in which order programmes stand', () => {
    const { ratesChanged } = differencesBetweenEditions(
      editionOf({ ...line, general: '4.5¢/ liter' }),
      editionOf({ ...line, general: '4.5¢/liter', special: 'Free (KR, AU)' }),
    )
    expect(ratesChanged).toEqual([])
  })

  it('is descriptions, with the headings without a code above them', () => {
    const under = (heading: string) =>
      editionOf(
        { htsno: '0101' },
        { htsno: '', indent: '1', description: heading },
        {
          ...statistical,
          indent: '2',
        },
      )
    const { descriptionsChanged } = differencesBetweenEditions(under('Horses:'), under('Mules:'))
    expect(descriptionsChanged).toEqual([
      { code: '0101210010', before: 'Horses: › Males', after: 'Mules: › Males' },
    ])
  })

  it('is notes, which put goods in the scope of a heading', () => {
    const note = { columns: ['general'], value: 'See 9903.88.15.', type: 'endnote' }
    const { footnotesChanged } = differencesBetweenEditions(
      editionOf(line),
      editionOf({ ...line, footnotes: [note] }),
    )
    expect(footnotesChanged).toEqual([
      { code: '01012100', before: '', after: 'general: See 9903.88.15.' },
    ])
  })

  it('is nothing between an edition and itself, and the reverse the other way round', () => {
    const anyRows = fc.uniqueArray(
      fc.record({
        htsno: fc.integer({ min: 10, max: 30 }).map((digits) => `0101.${digits}.00`),
        general: fc.constantFrom('', 'Free', '5%'),
        description: fc.constantFrom('a', 'b'),
      }),
      { selector: ({ htsno }) => htsno, maxLength: 12 },
    )
    fc.assert(
      fc.property(anyRows, anyRows, (rowsBefore, rowsAfter) => {
        const [before, after] = [editionOf(...rowsBefore), editionOf(...rowsAfter)]
        const there = differencesBetweenEditions(before, after)
        const back = differencesBetweenEditions(after, before)
        expect(back.added).toEqual(there.removed)
        expect(back.removed).toEqual(there.added)
        expect(back.ratesChanged).toHaveLength(there.ratesChanged.length)
        const none = differencesBetweenEditions(before, before)
        expect([none.added, none.removed, none.ratesChanged, none.descriptionsChanged]).toEqual([
          [],
          [],
          [],
          [],
        ])
      }),
    )
  })
})
