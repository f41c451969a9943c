import { describe, expect, it } from 'vitest'

import { localDate } from '../../calendar/local-date.ts'
import { findCode } from '../../nomenclature/find-code.ts'
import { descriptionPath } from '../../nomenclature/hierarchy.ts'
import { createNomenclature } from '../../nomenclature/nomenclature.ts'
import { TaricNomenclatureReader } from './taric-nomenclature-reader.ts'

const head =
  'Goods code,Start date,End date,Language,Hier. Pos.,Indent,Description,Descr. start date'
const rows = [
  '2800000000 80,31-12-1971,,EN,2,,CHEMICALS,31-12-1971',
  '2801000000 10,01-01-1972,,EN,4,,I. ELEMENTS,01-01-2026',
  '2801000000 80,01-01-1972,,EN,4,,Fluorine,01-01-1972',
  '2801100000 80,01-01-1972,,EN,6,- ,"Chlorine of 80|kg,\n \npure",01-01-1972',
  '2806000000 10,01-01-1972,,EN,4,,II. ACIDS,01-01-2026',
  '2806000000 80,01-01-1972,31-12-2025,EN,4,,Hydrogen chloride,01-01-1972',
  '9950000000 80,01-01-1972,,EN,4,,Low value,01-01-1972',
]

function read(...lines: readonly string[]) {
  const reader = new TaricNomenclatureReader({ id: 'taric', validFrom: localDate('2026-01-01') })
  for (const sign of lines.join('\r\n')) reader.push(sign)
  return reader.end()
}

function readWhole(...lines: readonly string[]) {
  const result = read(head, ...lines)
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value
}

describe('the TARIC nomenclature', () => {
  const on = localDate('2026-03-12')

  it('puts sub-chapters between a chapter and its headings', () => {
    const { edition, leftOut, rowCount } = readWhole(...rows)
    expect(leftOut).toEqual([])
    expect(rowCount).toBe(7)
    const standing = findCode(createNomenclature([edition]), { code: '2801100000', on })
    if (standing.kind !== 'declarable') throw new Error(standing.kind)
    expect(descriptionPath(standing.entry, 'en')).toEqual([
      'CHEMICALS',
      'I. ELEMENTS',
      'Fluorine',
      'Chlorine of 80\u00A0kg, pure',
    ])
  })

  it('has lines hold through their last day', () => {
    const { edition } = readWhole(...rows)
    expect(edition.rows[5]?.validity).toEqual({ from: '1972-01-01', until: '2026-01-01' })
    const nomenclature = createNomenclature([{ ...edition, validFrom: localDate('2025-01-01') }])
    const standingOn = (day: string) =>
      findCode(nomenclature, { code: '2806000000', suffix: '80', on: localDate(day) }).kind
    expect(standingOn('2025-12-31')).toBe('declarable')
    expect(standingOn('2026-01-01')).toBe('unknown')
  })

  it('joins the languages of a line', () => {
    const german = rows.map((row) => row.replace(',EN,', ',DE,').replace('Fluorine', 'Fluor'))
    const { edition, leftOut } = readWhole(...rows, ...german)
    expect(leftOut).toEqual([])
    expect(edition.rows).toHaveLength(rows.length)
    expect(edition.rows[2]?.descriptions).toEqual({ en: 'Fluorine', de: 'Fluor' })
  })

  it('has every row that is not understood reported with its line', () => {
    const { leftOut } = readWhole(
      '101210000 80,01-01-1972,,EN,6,- ,x,01-01-1972',
      '0101210000 80,1972-01-01,,EN,6,- ,x,01-01-1972',
      '0101210000 80,01-01-1972,,EN,5,- ,x,01-01-1972',
      '0101210000 80,01-01-1972,,English,6,- ,x,01-01-1972',
      '0101210000 80,01-01-1972',
      rows[6]!,
      rows[6]!,
    )
    expect(leftOut.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 8])
  })

  it('is refused where the file is cut or something else', () => {
    const cut = { failures: [{ message: expect.stringContaining('is cut') as unknown }] }
    expect(read(head, ...rows.slice(0, 3))).toMatchObject(cut)
    expect(read(head, rows[6]!, '9950000000 80,01-01')).toMatchObject(cut)
    expect(read(head, ...rows.slice(0, 3), '2801100000 80,01-01-1972,,EN,6,- ,"Chl')).toMatchObject(
      cut,
    )
    for (const text of ['', '<html>', rows.join('\n')]) {
      expect(read(text)).toMatchObject({ failures: [{ code: 'invalid-input' }] })
    }
  })
})
