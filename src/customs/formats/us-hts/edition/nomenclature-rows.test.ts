import { describe, expect, it } from 'vitest'

import { localDate } from '../../../calendar/local-date.ts'
import { findCode } from '../../../nomenclature/find-code.ts'
import { descriptionPath, isDeclarable, parentOf } from '../../../nomenclature/hierarchy.ts'
import { createNomenclature } from '../../../nomenclature/nomenclature.ts'
import { editionOf, type WrittenRow } from './schedule-file.fixture.ts'

const on = localDate('2026-06-10')

function entryOf(code: string, ...rows: readonly WrittenRow[]) {
  const standing = findCode(createNomenclature([editionOf(...rows).nomenclature]), { code, on })
  if (standing.kind !== 'declarable') throw new Error(standing.kind)
  return standing.entry
}

describe('the hierarchy of the schedule', () => {
  it('follows the indents, headings without a code included', () => {
    const entry = entryOf(
      '0101210010',
      { htsno: '0101', description: 'Live horses:' },
      { htsno: '', indent: '01', description: 'Horses:' },
      { htsno: '0101.21.00', indent: '2', description: 'Purebred' },
      { htsno: '0101.21.00.10', indent: '4', description: 'Males' },
    )
    expect(descriptionPath(entry, 'en')).toEqual(['Live horses:', 'Horses:', 'Purebred', 'Males'])
  })

  it('puts no line below one whose code does not begin its own', () => {
    const rows = [
      { htsno: '', indent: '2', description: 'Goods of Chile' },
      { htsno: '9823.03.01', indent: '3' },
      { htsno: '9823.03.02', indent: '4' },
      { htsno: '9823.03.03', indent: '4' },
    ]
    for (const code of ['98230301', '98230302', '98230303']) {
      const entry = entryOf(code, ...rows)
      expect(isDeclarable(entry)).toBe(true)
      expect(parentOf(entry)?.row.descriptions.en).toBe('Goods of Chile')
    }
    expect(editionOf(...rows).remarks).toMatchObject([
      { code: '9823.03.02' },
      { code: '9823.03.03' },
    ])
  })
})
