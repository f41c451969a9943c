import { describe, expect, it } from 'vitest'
import { dataFile } from '../../../test/gb-reference-data.ts'
import { localDate } from '../calendar/local-date.ts'
import { createProductLists, membership } from './product-list.ts'
import { valueOf } from './programmes.fixture.ts'
import { readHeldLaw } from './read-stacking-law.ts'

const { lists } = valueOf(
  readHeldLaw({
    programmes: dataFile('us/programmes.json'),
    lists: dataFile('us/product-lists.json'),
  }),
)
const index = createProductLists(lists)

describe('the lists of section 338', () => {
  // Revision 19 of 2026 with its change record, Proclamations 11064 and 11065.
  it.each([
    ['section-338-alcohol', '2208306020', 'on-list', 'on-list'],
    ['section-338-alcohol', '2208306080', 'on-list', 'off-list'],
    ['section-338-alcohol', '0406106400', 'off-list', 'on-list'],
    ['section-338-dairy', '0402100500', 'on-list', 'on-list'],
    ['section-338-broad', '2501000000', 'on-list', 'off-list'],
    ['section-338-broad', '4818900010', 'on-list', 'off-list'],
    ['section-338-broad', '4818900020', 'on-list', 'on-list'],
    ['section-338-broad', '9405214000', 'off-list', 'on-list'],
  ])('%s: %s is %s at first and %s from September 15', (list, code, before, after) => {
    const on = (day: string) => membership(index, { list, code, on: localDate(day) })
    expect([on('2026-09-14'), on('2026-09-15')]).toEqual([before, after])
  })
})
