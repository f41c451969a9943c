import type { Column, Sheet } from './sheet.ts'
import { colour, leading, page, style, type TextStyle } from './style.ts'

/** Texts of one cell, one below the other. */
export type Cell = readonly { readonly text: string; readonly style: TextStyle }[]

/** One column: its head, its width in points, and what it shows of a row. */
export interface TableColumn<Row> {
  /** What the column holds, first in English, then in Chinese. */
  readonly header: readonly [english: string, chinese: string]
  readonly width: number
  readonly align?: 'left' | 'right' | 'centre'
  readonly cell: (row: Row) => Cell
}

/** What a table shows; the widths of its columns add up to the width of the content. */
export interface Table<Row> {
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  /** A list is ruled between its rows; a form has a box for each column. */
  readonly rules: 'list' | 'form'
}

/** A cell of one text in the style of values. */
export function plainCell(text: string): Cell {
  return [{ text, style: style.value }]
}

/** Room between the edge of a cell and its text. */
const padding = { horizontal: 3, vertical: 3.5 }

const rules = {
  head: { colour: colour.accent, thickness: 0.9 },
  row: { colour: colour.hairline, thickness: 0.5 },
}

/**
 * Draws a table over the whole width, from the present y on. A row never breaks over a page; where
 * the next does not fit, the table goes on under its repeated header on a new page.
 */
export function drawTable<Row>(sheet: Sheet, table: Table<Row>): void {
  drawHeader(sheet, table)
  for (const row of table.rows) {
    const cells = table.columns.map((column) => brokenCell(sheet, column, row))
    const height = Math.max(...cells.map(heightOf)) + 2 * padding.vertical
    if (sheet.y + height > page.bottom) {
      horizontal(sheet, sheet.y, rules.row)
      sheet.newPage()
      drawHeader(sheet, table)
    }
    drawRow(sheet, table, { cells, height })
  }
}

/** Draws the boxes of a form further down, empty, as far as the form's fixed lower part. */
export function drawEmptyBoxes<Row>(sheet: Sheet, table: Table<Row>, until: number): void {
  drawColumnRules(sheet, table, until)
  horizontal(sheet, until, rules.row)
  sheet.y = until
}

/** Lines are broken once, to find the height of a row, and drawn as they were broken. */
type BrokenCell = readonly { readonly lines: readonly string[]; readonly style: TextStyle }[]

interface BrokenRow {
  readonly cells: readonly BrokenCell[]
  readonly height: number
}

function drawHeader<Row>(sheet: Sheet, table: Table<Row>): void {
  const height = 2 * leading(style.label) + 2 * padding.vertical
  const bottom = sheet.y + height
  sheet.fill({ x: page.left, y: sheet.y, width: page.right - page.left, height }, colour.tint)
  eachColumn(table, sheet.y + padding.vertical, (place, index) => {
    table.columns[index]!.header.forEach((text, line) => {
      sheet.setLines([text], { ...place, y: place.y + line * leading(style.label) }, style.label)
    })
  })
  horizontal(sheet, sheet.y, rules.head)
  drawColumnRules(sheet, table, bottom)
  horizontal(sheet, bottom, rules.row)
  sheet.y = bottom
}

/** Cells stand at the top of their row, so that figures line up with the first line of the text. */
function drawRow<Row>(sheet: Sheet, table: Table<Row>, row: BrokenRow): void {
  eachColumn(table, sheet.y + padding.vertical, (place, index) => {
    let { y } = place
    for (const { lines, style } of row.cells[index]!) {
      y = sheet.setLines(lines, { ...place, y }, style)
    }
  })
  const bottom = sheet.y + row.height
  drawColumnRules(sheet, table, bottom)
  if (table.rules === 'list') horizontal(sheet, bottom, rules.row)
  sheet.y = bottom
}

/** The rules between the columns of a form, from the present y down to another. */
function drawColumnRules<Row>(sheet: Sheet, table: Table<Row>, until: number): void {
  if (table.rules === 'list') return
  let x = page.left
  for (const width of [0, ...table.columns.map((column) => column.width)]) {
    x += width
    sheet.line([x, sheet.y], [x, until], rules.row)
  }
}

function brokenCell<Row>(sheet: Sheet, column: TableColumn<Row>, row: Row): BrokenCell {
  const width = column.width - 2 * padding.horizontal
  return column
    .cell(row)
    .map(({ text, style }) => ({ lines: sheet.lines(text, width, style), style }))
}

function heightOf(cell: BrokenCell): number {
  return cell.reduce((sum, part) => sum + part.lines.length * leading(part.style), 0)
}

function eachColumn<Row>(
  { columns }: Table<Row>,
  y: number,
  draw: (place: Column, index: number) => void,
): void {
  let x = page.left
  columns.forEach((column, index) => {
    const width = column.width - 2 * padding.horizontal
    draw({ x: x + padding.horizontal, y, width, align: column.align ?? 'left' }, index)
    x += column.width
  })
}

function horizontal(sheet: Sheet, y: number, stroke: (typeof rules)['head' | 'row']): void {
  sheet.line([page.left, y], [page.right, y], stroke)
}
