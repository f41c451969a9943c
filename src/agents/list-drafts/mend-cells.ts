import { byRow } from './by-row.ts'
import type { DraftColumn } from './draft-column.ts'
import type { DraftRowState, ListDraftRow } from './list-draft.ts'

/**
 * A new text for one cell, which is named by our column or, where it is taken for no column of ours,
 * by its place in the table. The name goes before the place.
 */
export interface CellMending {
  readonly row: number
  readonly column?: string
  /** Counted from 0. */
  readonly index?: number
  readonly text: string
}

/** One text for a whole column. */
export interface ColumnFilling {
  readonly column: string
  readonly text: string
  /** `empty`: only cells that hold nothing. */
  readonly rows: 'all' | 'empty' | Extract<DraftRowState, 'flawed'>
}

interface Table {
  readonly columns: readonly DraftColumn[]
  readonly rows: readonly ListDraftRow[]
}

/**
 * Puts new texts into cells. A column of ours that the table does not have yet is added to it. Rows
 * that were taken stay as they are.
 */
export function mendCells(
  table: Table,
  { cells = [], fill }: { readonly cells?: readonly CellMending[]; readonly fill?: ColumnFilling },
): Table {
  const wanted = [...cells.flatMap(({ column }) => column ?? []), ...(fill ? [fill.column] : [])]
  const columns = withColumns(table.columns, wanted)
  const placeOf = ({ column, index = -1 }: Pick<CellMending, 'column' | 'index'>) =>
    column === undefined ? index : columns.findIndex((known) => known.column === column)
  const mendings = byRow(cells)
  const rows = table.rows.map((row) => {
    if (row.state === 'taken') return row
    const filled = fill === undefined ? row : filledRow(row, fill, placeOf(fill))
    return (mendings.get(row.row) ?? []).reduce<ListDraftRow>(
      (mended, cell) => withText(mended, placeOf(cell), cell.text),
      filled,
    )
  })
  return { columns, rows }
}

/** A cell that a filling would change, as it stands before. */
export interface FilledCell {
  readonly row: number
  readonly text: string
}

/** The cells that a filling would change, as they stand before it: so it can be taken back. */
export function cellsToFill(table: Table, fill: ColumnFilling): readonly FilledCell[] {
  const place = table.columns.findIndex(({ column }) => column === fill.column)
  return table.rows
    .filter((row) => row.state !== 'taken' && isFilled(row, fill, place))
    .map((row) => ({ row: row.row, text: row.cells[place] ?? '' }))
    .filter(({ text }) => text !== fill.text)
}

function withColumns(
  columns: readonly DraftColumn[],
  wanted: readonly string[],
): readonly DraftColumn[] {
  const known = new Set(columns.flatMap(({ column }) => column ?? []))
  const added = [...new Set(wanted)].filter((name) => !known.has(name))
  return [
    ...columns,
    ...added.map(
      (column) => ({ heading: column, source: 'added', column, basis: 'person' }) as const,
    ),
  ]
}

function filledRow(row: ListDraftRow, fill: ColumnFilling, place: number): ListDraftRow {
  return isFilled(row, fill, place) ? withText(row, place, fill.text) : row
}

function isFilled(row: ListDraftRow, { rows }: ColumnFilling, place: number): boolean {
  if (rows === 'all') return true
  return rows === 'empty' ? (row.cells[place] ?? '') === '' : row.state === rows
}

/** The row itself where nothing changes, so that only what was mended is written. */
function withText(row: ListDraftRow, place: number, text: string): ListDraftRow {
  if ((row.cells[place] ?? '') === text) return row
  const length = Math.max(row.cells.length, place + 1)
  const cells = Array.from({ length }, (_, index) => row.cells[index] ?? '')
  cells[place] = text
  return { ...row, cells }
}
