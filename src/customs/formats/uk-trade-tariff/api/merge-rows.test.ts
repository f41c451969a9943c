import { expect, test } from 'vitest'

import type { NomenclatureRow } from '../../../nomenclature/nomenclature-edition.ts'
import { mergeRows } from './merge-rows.ts'

function row(code: string, suffix: string, stated: Partial<NomenclatureRow> = {}): NomenclatureRow {
  return {
    ...{ code, suffix, depth: 2, mayBeDeclared: suffix === '80' },
    ...{ descriptions: {}, ...stated },
  }
}

test('lines of many bodies stand by code, then by suffix', () => {
  const rows = mergeRows([
    row('0101290000', '80'),
    row('0101210000', '80'),
    row('0101210000', '10'),
  ])
  expect(rows.map(({ code, suffix }) => `${code} ${suffix}`)).toEqual([
    '0101210000 10',
    '0101210000 80',
    '0101290000 80',
  ])
})

test('a line keeps what any body says of it', () => {
  const rows = mergeRows([
    row('0101290000', '80', { supplementaryUnits: ['NAR'] }),
    row('0101290000', '80', { mayBeDeclared: false }),
  ])
  expect(rows).toMatchObject([{ mayBeDeclared: false, supplementaryUnits: ['NAR'] }])
})
