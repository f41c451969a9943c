import type { KnownCodes } from '../../customs/order/known-codes.ts'
import type { Order } from '../../customs/order/order.ts'
import type { Failure, Result } from '../../customs/result.ts'
import type { ListFinding } from './list-finding.ts'
import type { ListFormat } from './list-format.ts'
import type { Column } from './purchase-list-columns.ts'
import { type CellReading, inHalfWidth, readCell } from './read-cell.ts'

/** A row of the list by the names of its columns; empty cells are absent. */
export interface ListRow {
  readonly row: number
  readonly cells: ReadonlyMap<string, string>
  /** Why the row cannot be trusted as a whole, where that is so. */
  readonly fault?: ListFinding
}

/** The rows of one order, and the first row of the list, which may speak for all. */
export interface OrderRows {
  readonly reference: string
  readonly rows: readonly ListRow[]
  readonly firstOfList: ListRow
}

/** What composing orders needs beside the rows. */
export interface OrderComposition {
  readonly readOrder: (input: unknown) => Result<Order>
  /** What of an order that can be taken will stand in the way of its declaration. */
  readonly warningsOf: (order: Order) => readonly Failure[]
  readonly countries: KnownCodes['countries']
  readonly format: ListFormat
}

/** The order with the rows that it came from, or all that is wrong with them. */
export type ComposedOrder =
  | {
      readonly ok: true
      readonly order: Order
      readonly rows: readonly number[]
      /** What does not keep it from being taken. */
      readonly warnings: readonly ListFinding[]
    }
  | { readonly ok: false; readonly findings: readonly ListFinding[] }

/** A cell that states a fact at a place of the order. */
interface PlacedCell {
  readonly row: number
  readonly column: Column
  readonly text: string
  /** JSON Pointer within the order. */
  readonly path: string
}

/**
 * Composes an order from its rows. It is taken whole or not at all: an order without one of its
 * lines would be declared with too little in it.
 */
export function composeOrder(rows: OrderRows, composition: OrderComposition): ComposedOrder {
  const faults = rows.rows.flatMap(({ fault }) => (fault === undefined ? [] : [fault]))
  const sound = rows.rows.filter(({ fault }) => fault === undefined)
  const composed = composeSoundRows({ ...rows, rows: sound }, composition)
  if (composed.ok && faults.length === 0) return composed
  const findings = [...faults, ...(composed.ok ? [] : composed.findings)]
  return {
    ok: false,
    findings: findings.map((finding) => ({ ...finding, orderReference: rows.reference })),
  }
}

function composeSoundRows(rows: OrderRows, composition: OrderComposition): ComposedOrder {
  if (rows.rows.length === 0) return { ok: false, findings: [] }
  const { columns } = composition.format
  const { cells, contradictions } = placeCells(rows, columns)
  const { input, unread } = composeInput(cells, composition)
  const read = composition.readOrder(input)
  const faultyPaths = unread.map(({ cell }) => cell.path)
  const failures = read.ok ? [] : read.failures.filter(({ path }) => !speaksOf(path, faultyPaths))
  const findings = [
    ...contradictions,
    ...unread.map(({ finding }) => finding),
    ...failures.map((failure) => findingOf(failure, { ...rows, cells, columns })),
  ]
  if (!read.ok || findings.length > 0) return { ok: false, findings }
  const warnings = composition.warningsOf(read.value).map((failure): ListFinding => ({
    ...findingOf(failure, { ...rows, cells, columns }),
    orderReference: rows.reference,
    severity: 'warning',
  }))
  return { ok: true, order: read.value, rows: rows.rows.map(({ row }) => row), warnings }
}

interface Placed {
  readonly cells: readonly PlacedCell[]
  readonly contradictions: readonly ListFinding[]
}

/** Finds for every column where its fact stands in an order, and which cell states it. */
function placeCells(rows: OrderRows, columns: readonly Column[]): Placed {
  const placed = columns.map((column) =>
    column.scope === 'line' ? lineCells(rows, column) : sharedCell(rows, column),
  )
  return {
    cells: placed.flatMap(({ cells }) => cells),
    contradictions: placed.flatMap(({ contradictions }) => contradictions),
  }
}

function lineCells({ rows }: OrderRows, column: Column): Placed {
  const cells = rows.flatMap(({ row, cells }, index) => {
    const text = cells.get(column.name)
    const path = `/lines/${index}${column.path}`
    return text === undefined ? [] : [{ row, column, text, path }]
  })
  return { cells, contradictions: [] }
}

/** The fact that the rows of an order share, and the rows that state it otherwise. */
function sharedCell({ rows, firstOfList }: OrderRows, column: Column): Placed {
  const stating = rows.filter(({ cells }) => cells.has(column.name))
  const source = stating[0] ?? (column.scope === 'list' ? firstOfList : undefined)
  const text = source?.cells.get(column.name)
  if (source === undefined || text === undefined) return { cells: [], contradictions: [] }
  const others = stating.filter(({ cells }) => cells.get(column.name) !== text)
  return {
    cells: [{ row: source.row, column, text, path: column.path }],
    contradictions: others.map(({ row }) => ({
      row,
      column: column.name,
      code: 'documents-disagree',
      message: `The cell says something else than row ${source.row} of the same order.`,
      mend: 'State it once, or alike in all rows of the order.',
      zh: {
        message: `该单元格与同一订单第 ${source.row} 行不一致。`,
        mend: '请只填写一次，或在该订单各行填写相同内容。',
      },
    })),
  }
}

interface UnreadCell {
  readonly cell: PlacedCell
  readonly finding: ListFinding
}

/**
 * Puts the facts of the cells together to what the reader of orders reads. A cell that cannot be read
 * is left out and named; everything else about the order is judged by that reader.
 */
function composeInput(
  cells: readonly PlacedCell[],
  { countries, format }: OrderComposition,
): { readonly input: OrderInput; readonly unread: readonly UnreadCell[] } {
  const input: OrderInput = format.channel === undefined ? {} : { channel: format.channel }
  const unread: UnreadCell[] = []
  const stated = cells.find(({ path }) => path === CURRENCY)?.text
  const currency = stated === undefined ? undefined : inHalfWidth(stated)
  for (const cell of cells.filter(({ path }) => path !== CURRENCY)) {
    const reading = readCell(cell.text, cell.column.form, {
      countries,
      ...(currency !== undefined && { currency }),
    })
    if (!reading.ok) unread.push({ cell, finding: unreadFinding(cell, reading) })
    else if (cell.column.form === 'money') {
      const amount = reading.value
      setAt(input, cell.path, currency === undefined ? { amount } : { amount, currency })
    } else setAt(input, cell.path, reading.value)
  }
  // The meaning of the columns: goods go to the buyer's address unless another one is stated.
  const { buyer, deliverTo } = input as { buyer?: OrderInput; deliverTo?: unknown }
  if (deliverTo === undefined && buyer?.address !== undefined) input.deliverTo = buyer.address
  return { input, unread }
}

/** One column gives every amount of the order its currency; it is no fact of its own there. */
const CURRENCY = '/currency'

function unreadFinding(
  { row, column }: PlacedCell,
  { problem, mend }: Extract<CellReading, { ok: false }>,
): ListFinding {
  return {
    ...{ row, column: column.name, code: 'invalid-input' },
    message: `The cell ${column.name} ${problem.en}.`,
    mend: mend.en,
    zh: { message: `“${column.zh}”${problem.zh}。`, mend: mend.zh },
  }
}

/** An order that is still growing and has not been checked. */
interface OrderInput {
  [name: string]: unknown
}

/** Puts a value at a place of a growing order; numbered steps make lists. */
function setAt(input: OrderInput, path: string, value: unknown): void {
  const steps = path.split('/').slice(1)
  const last = steps.pop() ?? ''
  let node = input
  for (const [index, step] of steps.entries()) {
    const isList = /^\d+$/.test(steps[index + 1] ?? last)
    node[step] ??= isList ? [] : {}
    node = node[step] as OrderInput
  }
  node[last] = value
}

/** Whether a failure only follows from a cell that could not be read. */
function speaksOf(path: string, faultyPaths: readonly string[]): boolean {
  return faultyPaths.some((faulty) => isWithin(faulty, path) || isWithin(path, faulty))
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}/`)
}

/** An order whose cells have been placed. */
interface PlacedRows extends OrderRows {
  readonly cells: readonly PlacedCell[]
  readonly columns: readonly Column[]
}

/** Leads a failure of the order back to the cell that it comes from, or that is missing. */
function findingOf(
  { code, path, message, mend, zh }: Failure,
  { rows, cells, columns }: PlacedRows,
): ListFinding {
  const cell = cells.find((placed) => isWithin(path, placed.path))
  const [, line, inLine] = /^\/lines\/(\d+)(.*)$/.exec(path) ?? []
  const row = cell?.row ?? rows[Number(line ?? 0)]?.row ?? rows[0]!.row
  const scope = line === undefined ? 'shared' : 'line'
  const column = cell?.column ?? columnFor(columns, scope, line === undefined ? path : inLine)
  const named = column === undefined ? message : message.replace(path, `The cell ${column.name}`)
  const zhNamed = zh && {
    ...zh,
    message: column === undefined ? zh.message : zh.message.replace(path, `“${column.zh}”`),
  }
  return {
    row,
    ...(column !== undefined && { column: column.name }),
    code,
    message: named,
    ...(mend !== undefined && { mend }),
    ...(zhNamed && { zh: zhNamed }),
  }
}

/** The first column that states a fact at or below a place. */
function columnFor(
  columns: readonly Column[],
  scope: 'line' | 'shared',
  path = '',
): Column | undefined {
  return columns.find(
    (column) => (column.scope === 'line') === (scope === 'line') && isWithin(column.path, path),
  )
}
