import { describe, expect, it } from 'vitest'

import { footnotesTo } from './footnotes.ts'
import { headingsNamed } from './headings-named.ts'
import { editionOf, readFileText } from './schedule-file.fixture.ts'

describe('the notes to a code', () => {
  const note = (value: string) => [{ columns: ['general'], value, type: 'endnote' }]
  const edition = editionOf(
    { htsno: '5201.00', footnotes: note('See 9903.52.00.') },
    { htsno: '5201.00.14', indent: '1', footnotes: note('See 9903.88.03. ') },
    { htsno: '5201.00.14.00', indent: '2', footnotes: [] },
    { htsno: '', footnotes: note('See 9903.88.15.') },
  )

  it('are those of all lines that it belongs to', () => {
    expect(footnotesTo(edition, '5201001400')).toEqual([
      { at: '520100', columns: ['general'], text: 'See 9903.52.00.' },
      { at: '52010014', columns: ['general'], text: 'See 9903.88.03.' },
    ])
    expect(footnotesTo(edition, '99038815')).toEqual([])
  })

  it('are reported where they stand at no code', () => {
    expect(edition.remarks).toHaveLength(1)
  })

  it('are not known where the file has none to state', () => {
    const csv =
      'HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,' +
      'Column 2 Rate of Duty,Quota Quantity,Additional Duties\n9903.88.15,0,x,,Free,,,,\n'
    const read = readFileText(csv, { format: 'csv' })
    expect(read.ok && footnotesTo(read.value, '99038815')).toBeUndefined()
  })
})

describe('the headings that a text names', () => {
  it('are told one by one and from one to another', () => {
    expect(headingsNamed('See 9903.41.10 and 9903.88.15. ')).toEqual([
      { from: '99034110', to: '99034110' },
      { from: '99038815', to: '99038815' },
    ])
    expect(headingsNamed('See 9823.01.01-9823.01.07')).toEqual([
      { from: '98230101', to: '98230107' },
    ])
    expect(headingsNamed('See 9903.52.00 through 9903.52.26.')).toEqual([
      { from: '99035200', to: '99035226' },
    ])
    expect(headingsNamed('See U.S. note 16 to subchapter III, chapter 99.')).toEqual([])
  })
})
