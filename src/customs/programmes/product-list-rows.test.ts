import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { createProductLists, membership } from './product-list.ts'
import { type ProductListLayout, readProductListRows } from './product-list-rows.ts'
import { sampleProgrammes } from './programmes.fixture.ts'

const programmes = sampleProgrammes([
  { id: 'a', provisions: [{ heading: '9903.88.03', mode: 'adds', percent: '25' }] },
])

const byHeading: ProductListLayout = {
  code: 'hts8',
  list: { ofHeading: 'ch99_code' },
  fromUnlessStated: localDate('2018-07-06'),
}

const byAnnex: ProductListLayout = {
  code: 'code',
  list: { by: ['annex'], names: { '1': 'first', '3': 'third', none: undefined } },
  oneListPer: ['metal'],
  from: 'from',
  until: 'until',
  fromUnlessStated: localDate('2026-04-06'),
}

describe('reading a table of product lists', () => {
  it('sorts rows by the heading of their list, and counts those of lists not kept', () => {
    const rows = [
      { hts8: '7326.90.86', ch99_code: '9903.88.03' },
      { hts8: '61091000', ch99_code: '9903.88.16' },
    ]
    expect(readProductListRows(rows, byHeading, programmes)).toEqual({
      lists: [{ id: 'held', versions: [{ validFrom: '2018-07-06', codes: '73269086' }] }],
      rowsLeftOut: 1,
      failures: [],
    })
  })

  it('reports every row that it does not understand, with its place', () => {
    const rows = [
      { hts8: '7.33E+07', ch99_code: '9903.88.03' },
      { hts8: '73269086', ch99_code: 'list 3' },
    ]
    const { failures } = readProductListRows(rows, byHeading, programmes)
    expect(failures).toMatchObject([
      { path: '/0', message: 'Row 1 is not understood: its hts8 reads "733E+07".' },
      { path: '/1' },
    ])
    const dated = [
      { code: '8427', annex: '1', from: '6/8/2026' },
      { code: '8427', annex: '9' },
    ]
    expect(readProductListRows(dated, byAnnex, programmes).failures).toHaveLength(2)
  })

  it('moves goods from list to list, the longer code and the later day deciding', () => {
    const rows = [
      { code: '8427', annex: '1', metal: 'steel', from: 'NA' },
      { code: '84271040', annex: '3', metal: 'steel', from: '2026-06-08' },
      { code: '84272040', annex: 'none', metal: 'steel', from: '2026-06-08' },
      { code: '84271040', annex: '1', metal: 'aluminum', until: '2026-07-01' },
    ]
    const { lists } = readProductListRows(rows, byAnnex, programmes)
    const index = createProductLists(lists)
    const listed = (list: string, code: string, day: string) =>
      membership(index, { list, code, on: localDate(day) }) === 'on-list'
    expect(listed('first', '8427204000', '2026-06-07')).toBe(true)
    expect(listed('first', '8427204000', '2026-06-08')).toBe(false)
    expect(listed('third', '8427104000', '2026-06-08')).toBe(true)
    expect(listed('first', '8427900000', '2026-06-08')).toBe(true)
    // The other metal keeps the goods on its own list as long as its row says.
    expect(listed('first', '8427104000', '2026-06-30')).toBe(true)
    expect(listed('first', '8427104000', '2026-07-01')).toBe(false)
  })

  it('does not know about the time before a table begins', () => {
    const layout = { ...byHeading, unknownFrom: localDate('2018-01-01') }
    const { lists } = readProductListRows(
      [{ hts8: '73269086', ch99_code: '9903.88.03' }],
      layout,
      programmes,
    )
    const index = createProductLists(lists)
    const at = (day: string) =>
      membership(index, { list: 'held', code: '7326908688', on: localDate(day) })
    expect(['2017-12-31', '2018-01-01', '2018-07-06'].map(at)).toEqual([
      'off-list',
      'undecided',
      'on-list',
    ])
  })
})
