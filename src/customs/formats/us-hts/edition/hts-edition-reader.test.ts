import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { editionOf, lastRow, readFileText, writtenJson } from './schedule-file.fixture.ts'

const horses = [
  { htsno: '0101', description: 'Live horses:' },
  { htsno: '', indent: '1', description: 'Horses:', superior: 'true' },
  { htsno: '0101.21.00', indent: '2', general: '6.8%', special: 'Free (AU)', other: '20%' },
  { htsno: '0101.21.00.10', indent: '3', description: 'Males', units: ['No.'] },
]
const csvHead =
  'HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,' +
  'Column 2 Rate of Duty,Quota Quantity,Additional Duties'
const csvRows = [
  '"0101","0","Live horses, ""asses"":","","","","","",""',
  '"0101.21.00","1","Pure","","6.8%","Free (AU)","20%","",""',
  '"0101.21.00.10","2","Males","[""No."",""kg""]","","","","",""',
  '"9903.88.15","0","x","","No change","","","",""',
]

describe('a schedule in JSON', () => {
  it('is read into lines, rates and notes', () => {
    const note = { columns: ['general'], value: 'See 9903.88.15. ', type: 'endnote' }
    const edition = editionOf(...horses.slice(0, 3), { ...horses[3]!, footnotes: [note] })
    expect(edition.rowCount).toBe(5)
    expect(edition.leftOut).toEqual([])
    expect(edition.remarks).toEqual([])
    expect(edition.nomenclature.rows[3]).toEqual({
      code: '0101210010',
      depth: 3,
      mayBeDeclared: true,
      descriptions: { en: 'Males' },
      supplementaryUnits: ['No.'],
    })
    expect(edition.footnotes?.get('0101210010')).toEqual([
      { columns: ['general'], text: 'See 9903.88.15.' },
    ])
  })

  it('says the same in whatever pieces it comes', () => {
    const text = writtenJson([
      { ...horses[0]!, description: 'a "b" \\ {[' },
      ...horses.slice(1),
      lastRow,
    ])
    const whole = readFileText(text)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (pieceLength) => {
        expect(readFileText(text, { pieceLength })).toEqual(whole)
      }),
    )
  })

  it('that is cut anywhere is refused', () => {
    const text = writtenJson([...horses, lastRow])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), (length) => {
        expect(readFileText(text.slice(0, length))).toMatchObject({ ok: false })
      }),
    )
    expect(readFileText(text.slice(0, 300))).toMatchObject({
      failures: [{ message: expect.stringContaining('is cut') as unknown }],
    })
  })

  it('that lacks its last chapter is refused', () => {
    expect(readFileText(writtenJson(horses))).toMatchObject({
      failures: [{ message: expect.stringContaining('stops after 0101.21.00.10') as unknown }],
    })
    expect(readFileText('[]')).toMatchObject({ ok: false })
  })

  it('that is something else is refused', () => {
    for (const text of ['<html>', '{"rows": []}', '[1]', '[] []']) {
      expect(readFileText(text)).toMatchObject({
        failures: [
          { message: 'Line 1 is not of the form in which the USITC exports the schedule.' },
        ],
      })
    }
  })

  it('has every row that is not understood reported with its line', () => {
    const rows = [
      ...horses,
      { htsno: 'ABC', indent: '1' },
      { htsno: '0102', indent: 'one' },
      { htsno: '0103', indent: '0', general: 5 },
      { htsno: '0101.21.00.10', indent: '3' },
      { htsno: '', indent: '0', description: ' ' },
      lastRow,
    ]
    const read = readFileText(writtenJson(rows))
    if (!read.ok) throw new Error('refused')
    expect(read.value.leftOut.map(({ code }) => code)).toEqual([
      'ABC',
      '0102',
      '0103',
      '0101.21.00.10',
      undefined,
    ])
    const lines = writtenJson(rows).split('\n')
    for (const { line } of read.value.leftOut) expect(lines[line - 1]?.trim()).toBe('{')
    expect(read.value.rowCount).toBe(rows.length)
    expect(read.value.nomenclature.rows).toHaveLength(5)
  })

  it('has fields that are not known reported', () => {
    const read = readFileText(
      writtenJson([
        { ...horses[0]!, surcharge: '5%' },
        { ...lastRow, surcharge: '5%' },
      ]),
    )
    expect(read).toMatchObject({
      value: {
        remarks: [{ code: '0101', problem: { en: 'the field “surcharge” is not known' } }],
      },
    })
  })

  it('has additional duties under either spelling', () => {
    const edition = editionOf({ htsno: '9904.02.09', addiitionalDuties: '80.7¢/kg' })
    expect(edition.rates.get('99040209')?.additionalDuties?.rate).toMatchObject({
      specific: [{ amount: '0.807', per: 'kg' }],
    })
  })
})

describe('a schedule in CSV', () => {
  const csv = [csvHead, ...csvRows].join('\r\n')

  it('is read like the same in JSON, without notes', () => {
    const read = readFileText(`\uFEFF${csv}\r\n`, { format: 'csv' })
    if (!read.ok) throw new Error(read.failures[0].message)
    const { rates, nomenclature, footnotes } = read.value
    expect(rates.get('0101210010')?.general?.text).toBe('6.8%')
    expect(nomenclature.rows[0]?.descriptions.en).toBe('Live horses, "asses":')
    expect(nomenclature.rows[2]?.supplementaryUnits).toEqual(['No.', 'kg'])
    expect(footnotes).toBeUndefined()
  })

  it('says the same in whatever pieces it comes', () => {
    const whole = readFileText(csv, { format: 'csv' })
    expect(whole.ok).toBe(true)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (pieceLength) => {
        expect(readFileText(csv, { format: 'csv', pieceLength })).toEqual(whole)
      }),
    )
  })

  it('that is cut is refused', () => {
    expect(readFileText(csv.slice(0, -60), { format: 'csv' })).toMatchObject({ ok: false })
    expect(readFileText(csv.slice(0, -1), { format: 'csv' })).toMatchObject({ ok: false })
    expect(readFileText('', { format: 'csv' })).toMatchObject({ ok: false })
    const cutInLastChapter = `${csv}\r\n"9903.88.16","0","x","","No ch`
    for (const cut of [cutInLastChapter, `${cutInLastChapter}ange"`]) {
      expect(readFileText(cut, { format: 'csv' })).toMatchObject({
        failures: [{ message: expect.stringContaining('stops at line 6') as unknown }],
      })
    }
  })

  it('that has another head is refused with the names', () => {
    const other = csv.replace('Indent', 'Level')
    expect(readFileText(other, { format: 'csv' })).toMatchObject({
      failures: [
        {
          message: expect.stringContaining(
            'missing are “Indent”, not known are “Level”',
          ) as unknown,
        },
      ],
    })
  })

  it('that a spreadsheet has changed is refused with the rows', () => {
    const mangled = [csvHead, '101,0,x,,,,,,', '1003.9,1,x,,,,,,', '2-Jan,1,x,,,,,,', csvRows[3]]
    expect(readFileText(mangled.join('\n'), { format: 'csv' })).toMatchObject({
      failures: [
        {
          message:
            'A spreadsheet has changed the codes of 3 rows into numbers or dates: ' +
            'line 2 (101), 3 (1003.9), 4 (2-Jan).',
        },
      ],
    })
  })

  it('has rows with too few cells or unreadable units reported', () => {
    const rows = [csvHead, '"0101","0"', '"0102","0","x","No.","","","","",""', csvRows[3]]
    const read = readFileText(rows.join('\n'), { format: 'csv' })
    if (!read.ok) throw new Error(read.failures[0].message)
    expect(read.value.leftOut).toMatchObject([
      { line: 2, code: '0101' },
      { line: 3, code: '0102' },
    ])
  })

  it('with a quote in the middle of a cell is refused at its line', () => {
    const broken = [csvHead, '01"01,0,x,,,,,,', csvRows[3]].join('\n')
    expect(readFileText(broken, { format: 'csv' })).toMatchObject({
      failures: [{ message: expect.stringContaining('Line 2 ') as unknown }],
    })
  })
})
