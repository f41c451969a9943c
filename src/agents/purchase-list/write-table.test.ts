import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { columnOf, purchaseListColumns } from './purchase-list-columns.ts'
import { findingsTable, purchaseListTemplate, writeTable } from './write-table.ts'

const readBack = (table: string): string[][] => parse(table, { bom: true })

describe('a table for spreadsheets', () => {
  it('comes back cell by cell', () => {
    const cells = [
      ['a', 'b,c', 'say "no"'],
      ['订单', 'two\nlines', ' '],
    ]
    expect(readBack(writeTable(cells))).toEqual(cells)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '|calc'])('disarms %j', (text) => {
    expect(readBack(writeTable([[text]]))).toEqual([[`'${text}`]])
  })

  it('never has a cell that begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 })), (rows) => {
        for (const cell of readBack(writeTable([['first', 'row'], ...rows])).flat()) {
          expect(cell).not.toMatch(/^\s*[=+\-@|]/)
        }
      }),
    )
  })

  it('begins with the mark by which spreadsheets know UTF-8', () => {
    expect(writeTable([])).toBe('\uFEFF')
  })
})

it('a table of findings disarms what came from the list', () => {
  const finding = { row: 3, orderReference: '=cmd()', code: 'conflict', message: 'Taken.' } as const
  expect(readBack(findingsTable([finding]))[1]).toEqual(['3', '', "'=cmd()", 'Taken.', ''])
})

it.each(['en', 'zh'] as const)('the template in %s has every column', (language) => {
  const [headings = []] = readBack(purchaseListTemplate(language))
  expect(headings.map(columnOf)).toEqual(purchaseListColumns)
})
