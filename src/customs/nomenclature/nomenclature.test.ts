import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { localDate } from '../calendar/local-date.ts'
import { declarableEntry } from './declarable-entry.ts'
import { findCode } from './find-code.ts'
import {
  ancestorsOf,
  childrenOf,
  declarableBelow,
  descendantsOf,
  descriptionPath,
  isDeclarable,
  parentOf,
} from './hierarchy.ts'
import { createNomenclature, entryAt, type NomenclatureEntry } from './nomenclature.ts'
import type { NomenclatureEdition, NomenclatureRow } from './nomenclature-edition.ts'
import { readCommodityCode } from './read-commodity-code.ts'

const on = localDate('2026-03-01')

const line = (
  code: string,
  depth: number,
  en: string,
  more: Partial<NomenclatureRow> = {},
): NomenclatureRow => {
  const mayBeDeclared = code.length === 10
  const row = { depth, mayBeDeclared, descriptions: { en }, supplementaryUnits: [] }
  return { ...row, ...(code !== '' && { code }), ...more }
}

const horses: NomenclatureEdition = {
  id: 'horses',
  validFrom: localDate('2026-01-01'),
  rows: [
    line('0101', 0, 'Live horses and asses'),
    line('', 1, 'Horses'),
    line('01012100', 2, 'Purebred'),
    line('0101210010', 3, 'Males', { descriptions: { en: 'Males', zh: '公' } }),
    line('0101210020', 3, 'Females'),
    line('01012900', 2, 'Other'),
    line('0101290010', 3, 'For slaughter'),
    line('0101300000', 1, 'Asses'),
  ],
}
const nomenclature = createNomenclature([horses])
const codesOf = (entries: readonly NomenclatureEntry[]) => entries.map(({ row }) => row.code)

describe('a code', () => {
  it('that goods are declared by is found with its descriptions from the top', () => {
    const standing = findCode(nomenclature, { code: '0101210010', on })
    expect(standing).toMatchObject({ kind: 'declarable' })
    if (standing.kind !== 'declarable') return
    expect(descriptionPath(standing.entry, 'en')).toEqual([
      'Live horses and asses',
      'Horses',
      'Purebred',
      'Males',
    ])
    expect(descriptionPath(standing.entry, 'zh').at(-1)).toBe('公')
    expect(parentOf(standing.entry)?.row.code).toBe('01012100')
  })

  it.each([
    ['01012100', ['0101210010', '0101210020']],
    ['010121', ['0101210010', '0101210020']],
    ['0101', ['0101210010', '0101210020', '0101290010', '0101300000']],
    ['01', ['0101210010', '0101210020', '0101290010', '0101300000']],
    ['010130', ['0101300000']],
    ['01013000', ['0101300000']],
  ])('%s heads a group and is not padded', (code, below) => {
    const standing = findCode(nomenclature, { code, on })
    expect(standing.kind).toBe('heads-a-group')
    if (standing.kind === 'heads-a-group') expect(codesOf(standing.declarable)).toEqual(below)
    expect(declarableEntry(nomenclature, { code, on, path: '/code' })).toMatchObject({
      ok: false,
      failures: [{ code: 'commodity-code-not-declarable', path: '/code' }],
    })
  })

  it('that nobody knows is refused with the beginning that is known', () => {
    expect(findCode(nomenclature, { code: '0101210099', on })).toMatchObject({
      kind: 'unknown',
      knownBeginning: '01012100',
    })
    expect(findCode(nomenclature, { code: '99', on })).toEqual({
      kind: 'unknown',
      editionId: 'horses',
    })
    expect(findCode(nomenclature, { code: '', on }).kind).toBe('unknown')
    const refused = declarableEntry(nomenclature, { code: '0201', on, path: '/code' })
    expect(refused).toMatchObject({ failures: [{ code: 'unknown-commodity-code' }] })
  })

  it('is refused with the codes that begin like it', () => {
    const refused = declarableEntry(nomenclature, { code: '0101219999', on, path: '/code' })
    expect(!refused.ok && refused.failures[0].mend).toContain(
      'codes that begin with 010121 are known: 0101210010, 0101210020.',
    )
  })

  it('is not looked up before the first edition', () => {
    const before = { code: '0101', on: localDate('2025-12-31'), path: '/code' }
    expect(findCode(nomenclature, before)).toEqual({
      kind: 'before-the-first-edition',
      firstDay: '2026-01-01',
    })
    expect(declarableEntry(nomenclature, before)).toMatchObject({
      failures: [{ code: 'tariff-edition-missing' }],
    })
    expect(findCode(createNomenclature([]), before)).toEqual({ kind: 'before-the-first-edition' })
  })

  it('is looked up in the edition of the day', () => {
    const later = { ...horses, id: 'later', validFrom: localDate('2026-07-01'), rows: [] }
    const both = createNomenclature([later, horses])
    expect(findCode(both, { code: '0101', on: localDate('2026-06-30') }).kind).toBe('heads-a-group')
    expect(findCode(both, { code: '0101', on: localDate('2026-07-01') }).kind).toBe('unknown')
  })

  it('is read with points and spaces, and never mended', () => {
    expect(readCommodityCode(' 0101.21.00 10', '')).toEqual({ ok: true, value: '0101210010' })
    for (const text of ['', '1', '0101..21', '0101-21', '1.01E+09x', 'Jan-01', '0101.21.']) {
      expect(readCommodityCode(text, '/code')).toMatchObject({ failures: [{ path: '/code' }] })
    }
  })
})

describe('lines of one code', () => {
  const suffixed = createNomenclature([
    {
      id: 'taric',
      validFrom: localDate('2026-01-01'),
      rows: [
        line('0102000000', 1, 'Live bovine animals', { suffix: '80' }),
        line('0102210000', 2, 'Cattle', { suffix: '10', mayBeDeclared: false }),
        line('0102210000', 3, 'Pure-bred', { suffix: '80' }),
        line('0102211000', 4, 'Heifers', { suffix: '80' }),
        line('0102290000', 3, 'Other', { suffix: '80' }),
        line('0102900000', 2, 'Bison', { suffix: '80' }),
      ],
    },
  ])

  it('are told apart by their suffix', () => {
    const cattle = findCode(suffixed, { code: '0102210000', suffix: '10', on })
    expect(cattle.kind === 'heads-a-group' && codesOf(cattle.declarable)).toEqual([
      '0102211000',
      '0102290000',
    ])
    const pureBred = findCode(suffixed, { code: '0102210000', on })
    expect(pureBred.kind === 'heads-a-group' && codesOf(pureBred.declarable)).toEqual([
      '0102211000',
    ])
    expect(findCode(suffixed, { code: '0102210000', suffix: '20', on }).kind).toBe('unknown')
  })

  it('give a shorter beginning the line that stands for it', () => {
    const subheading = findCode(suffixed, { code: '010221', on })
    expect(subheading).toMatchObject({ entry: { row: { descriptions: { en: 'Pure-bred' } } } })
  })
})

describe('a line that does not hold on the day', () => {
  const day = localDate
  const dated = createNomenclature([
    {
      id: 'dated',
      validFrom: day('2020-01-01'),
      rows: [
        line('0101', 0, 'Horses'),
        line('010121', 1, 'Old', {
          validity: { from: day('2020-01-01'), until: day('2026-01-01') },
        }),
        line('010122', 1, 'New', { validity: { from: day('2026-01-01') } }),
        line('0101220010', 2, 'Foals'),
      ],
    },
  ])

  it('is passed over, and what stood below it belongs to the one before', () => {
    const parentOn = (date: string) => {
      const standing = findCode(dated, { code: '0101220010', on: day(date) })
      return standing.kind === 'declarable' && parentOf(standing.entry)?.row.descriptions.en
    }
    expect(parentOn('2025-12-31')).toBe('Old')
    expect(parentOn('2026-01-01')).toBe('New')
    expect(findCode(dated, { code: '010121', on: day('2026-01-01') }).kind).toBe('unknown')
  })
})

describe('any nomenclature', () => {
  /** Lines of any depth, some without a code, some not yet or no longer in force. */
  const anyRow = fc.record({
    digits: fc.option(fc.integer({ min: 0, max: 99 })),
    depth: fc.integer({ min: 0, max: 4 }),
    mayBeDeclared: fc.boolean(),
    window: fc.constantFrom(undefined, ['2020-01-01', '2026-01-01'], ['2026-04-01', '2027-01-01']),
  })
  const anyEntries = fc.array(anyRow, { maxLength: 30 }).map((drawn) => {
    const rows = drawn.map(({ digits, depth, mayBeDeclared, window }) =>
      line(digits === null ? '' : String(digits).padStart(4, '0'), depth, 'x', {
        mayBeDeclared,
        ...(window && { validity: { from: localDate(window[0]), until: localDate(window[1]) } }),
      }),
    )
    const any = createNomenclature([{ id: 'any', validFrom: localDate('2020-01-01'), rows }])
    const within = any.editions[0]!
    const entries = rows.flatMap((_, position) => entryAt(within, position, on) ?? [])
    return { any, entries }
  })
  const positions = (entries: readonly NomenclatureEntry[]) => entries.map((each) => each.position)

  it('has each line below all of its ancestors and nowhere else', () => {
    fc.assert(
      fc.property(anyEntries, ({ entries }) => {
        for (const entry of entries) {
          const above = positions(ancestorsOf(entry))
          const holdsIt = entries.filter((each) =>
            positions(descendantsOf(each)).includes(entry.position),
          )
          expect(positions(holdsIt)).toEqual(above)
        }
      }),
    )
  })

  it('has each child by its parent', () => {
    fc.assert(
      fc.property(anyEntries, ({ entries }) => {
        for (const entry of entries) {
          const children = entries.filter((each) => parentOf(each)?.position === entry.position)
          expect(positions(childrenOf(entry))).toEqual(positions(children))
        }
      }),
    )
  })

  it('has nothing below a declarable line, and every declarable line below its group', () => {
    fc.assert(
      fc.property(anyEntries, ({ entries }) => {
        for (const entry of entries) {
          if (isDeclarable(entry)) expect(descendantsOf(entry)).toEqual([])
          for (const below of declarableBelow(entry)) {
            expect(positions(ancestorsOf(below))).toContain(entry.position)
          }
        }
      }),
    )
  })

  it('finds every code that it holds, and every beginning of one', () => {
    fc.assert(
      fc.property(anyEntries, fc.integer({ min: 1, max: 4 }), ({ any, entries }, length) => {
        for (const { row } of entries) {
          if (row.code === undefined) continue
          const standing = findCode(any, { code: row.code.slice(0, length), on })
          expect(['declarable', 'heads-a-group']).toContain(standing.kind)
        }
      }),
    )
  })
})
