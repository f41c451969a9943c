import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { CsvRowSplitter } from './csv-row-splitter.ts'

/** Splits a text that comes in pieces of a length. */
function split(text: string, pieceLength = text.length) {
  const splitter = new CsvRowSplitter()
  const rows = []
  for (let at = 0; at < text.length; at += pieceLength) {
    rows.push(...splitter.push(text.slice(at, at + pieceLength)))
  }
  const end = splitter.end()
  return { end: end.kind, rows: [...rows, ...(end.kind === 'whole' ? end.rows : [])] }
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

describe('comma-separated values', () => {
  it('give back every cell that was written, in whatever pieces they come', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '¢') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 })
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, pieceLength) => {
        const text = rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
        const { end, rows: found } = split(text, pieceLength)
        expect(end).toBe('whole')
        expect(found.map(({ content }) => content)).toEqual(rows)
      }),
    )
  })

  it('tell on which line each row begins', () => {
    const { rows } = split('\uFEFFa,b\r\n"c\nd",e\n\nf,g')
    expect(rows).toEqual([
      { line: 1, content: ['a', 'b'] },
      { line: 2, content: ['c\nd', 'e'] },
      { line: 5, content: ['f', 'g'] },
    ])
  })

  it('are cut where a quote is not closed, and broken where one stands within a cell', () => {
    expect(split('a,"b').end).toBe('cut')
    expect(split('a,b"c').end).toBe('broken')
    expect(split('a,"b"c').end).toBe('broken')
  })
})
