import { nextTurn } from '../../platform/next-turn.ts'
import {
  composeOrder,
  type ListRow,
  type OrderComposition,
  type OrderRows,
} from '../purchase-list/compose-order.ts'
import type { ListFinding } from '../purchase-list/list-finding.ts'
import type { ListFormat } from '../purchase-list/list-format.ts'
import type { Column } from '../purchase-list/purchase-list-columns.ts'
import { groupRows, type ListedOrder, tooManyCells } from '../purchase-list/read-purchase-list.ts'
import type { DraftColumn } from './draft-column.ts'
import { placeOfReference } from './rows-of-orders.ts'

/** Text by the name of our column, for cells that are empty. */
export type DraftDefaults = Readonly<Record<string, string>>

/** A row of a draft as it stands. */
export interface DraftRow {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number
  /** One for each column, empty ones at the end may be absent. */
  readonly cells: readonly string[]
  /** The order that has been taken from it. */
  readonly orderId?: string
}

/** A table with what its columns mean. */
export interface DraftTable {
  readonly columns: readonly DraftColumn[]
  readonly defaults: DraftDefaults
  readonly rows: readonly DraftRow[]
  /** References of the orders that are wanted; all unless stated. */
  readonly only?: ReadonlySet<string>
}

/** What the rows that have not been taken come to. */
export interface CheckedDraft {
  /** Orders without fault, each with the rows that state it. */
  readonly ready: readonly ListedOrder[]
  /** Warnings of ready orders included. */
  readonly findings: readonly ListFinding[]
  /** Numbers of the rows that were looked at: of wanted orders, and not taken yet. */
  readonly open: ReadonlySet<number>
}

/**
 * Reads the orders of a draft with its mapping, defaults and mended cells. A draft without a column
 * for the order reference has no orders: nothing binds its rows.
 */
export async function checkDraft(
  table: DraftTable,
  composition: OrderComposition,
): Promise<CheckedDraft> {
  const { format } = composition
  const taken = new Set(table.rows.flatMap(({ row, orderId }) => (orderId ? [row] : [])))
  if (placeOfReference(table.columns) === -1) {
    const open = table.rows.flatMap(({ row }) => (taken.has(row) ? [] : [row]))
    return { ready: [], findings: [], open: new Set(open) }
  }
  const byName = new Map(format.columns.map((column) => [column.name, column]))
  const rows = table.rows.map((row) => listRow(row, table, byName))
  return checkRows(rows, { ...table, taken, byName }, composition)
}

/** Columns that have to be mapped or filled before any order of the table can be read, by name. */
export function missingColumnsOf(
  { columns, defaults }: Pick<DraftTable, 'columns' | 'defaults'>,
  { required }: ListFormat,
): readonly string[] {
  const mapped = new Set(columns.flatMap(({ column }) => column ?? []))
  return required.filter((name) => !mapped.has(name) && defaults[name] === undefined)
}

function listRow(
  { row, cells }: DraftRow,
  { columns, defaults }: DraftTable,
  byName: ReadonlyMap<string, Column>,
): ListRow {
  const stated = new Map<string, string>()
  for (const [index, { column }] of columns.entries()) {
    const text = (cells[index] ?? '').trim()
    if (column !== undefined && text !== '') stated.set(column, text)
  }
  for (const [name, text] of Object.entries(defaults)) {
    if (byName.get(name)?.scope === 'line' && !stated.has(name)) stated.set(name, text)
  }
  const isShifted = columns.some(
    ({ source, column }, index) =>
      source === 'beyond-headings' && column === undefined && (cells[index] ?? '') !== '',
  )
  return { row, cells: stated, ...(isShifted && { fault: tooManyCells(row) }) }
}

interface RowsContext extends Pick<DraftTable, 'defaults' | 'only'> {
  readonly taken: ReadonlySet<number>
  readonly byName: ReadonlyMap<string, Column>
}

async function checkRows(
  rows: readonly ListRow[],
  context: RowsContext,
  composition: OrderComposition,
): Promise<CheckedDraft> {
  const [first] = rows
  if (first === undefined) return { ready: [], findings: [], open: new Set() }
  const firstOfList = first.fault === undefined ? first : { ...first, cells: new Map() }
  const { groups, strays } = groupRows(rows)
  const ready: ListedOrder[] = []
  const findings: ListFinding[] = context.only === undefined ? [...strays] : []
  const open = new Set(findings.map(({ row }) => row))
  let since = performance.now()
  for (const [reference, group] of groups) {
    if (context.only?.has(reference) === false) continue
    if (performance.now() - since > TURN_MS) {
      await nextTurn()
      since = performance.now()
    }
    const checked = checkOrder({ reference, rows: group, firstOfList }, context, composition)
    ready.push(...checked.ready)
    findings.push(...checked.findings)
    for (const row of checked.open) open.add(row)
  }
  return { ready, findings, open }
}

/** So long orders are checked before the requests of others get their turn. */
const TURN_MS = 20

interface CheckedOrder {
  readonly ready: readonly ListedOrder[]
  readonly findings: readonly ListFinding[]
  readonly open: readonly number[]
}

function checkOrder(
  { reference, rows, firstOfList }: OrderRows,
  context: RowsContext,
  composition: OrderComposition,
): CheckedOrder {
  const untaken = rows.filter(({ row }) => !context.taken.has(row))
  const open = untaken.map(({ row }) => row)
  if (untaken.length < rows.length) {
    return { ready: [], findings: open.map((row) => takenAlready(row, reference)), open }
  }
  const orderRows = { reference, rows: withDefaults(untaken, firstOfList, context), firstOfList }
  const composed = composeOrder(orderRows, composition)
  return composed.ok
    ? { ready: [composed], findings: composed.warnings, open }
    : { ready: [], findings: composed.findings, open }
}

/** Facts of a whole order are filled in its first row, where neither it nor the list states them. */
function withDefaults(
  rows: readonly ListRow[],
  firstOfList: ListRow,
  { defaults, byName }: RowsContext,
): readonly ListRow[] {
  const [first, ...others] = rows
  const unstated = Object.entries(defaults).filter(([name]) => {
    const scope = byName.get(name)?.scope
    if (scope === undefined || scope === 'line') return false
    const isOfList = scope === 'list' && firstOfList.cells.has(name)
    return !isOfList && rows.every(({ cells }) => !cells.has(name))
  })
  if (first === undefined || unstated.length === 0) return rows
  return [{ ...first, cells: new Map([...first.cells, ...unstated]) }, ...others]
}

function takenAlready(row: number, orderReference: string): ListFinding {
  return {
    row,
    column: 'order_reference',
    orderReference,
    code: 'conflict',
    message: `Order ${orderReference} has been taken from this table without the row.`,
    mend: 'Give the row the reference of another order.',
    zh: {
      message: `订单 ${orderReference} 已从本表接收，但不含该行。`,
      mend: '请为该行填写其他订单号。',
    },
  }
}
