import type { Order } from '../../customs/order/order.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { composeOrder, type ListRow, type OrderComposition } from './compose-order.ts'
import { decodePurchaseList, type Encoding } from './decode-purchase-list.ts'
import type { ListFinding } from './list-finding.ts'
import { type Column, columnOf } from './purchase-list-columns.ts'
import { type Cells, possibleHeadings, readTable } from './read-table.ts'

/** The largest list that is taken, 2 MiB: some five thousand rows with long descriptions. */
export const PURCHASE_LIST_BYTES_MAX = 2 * 1024 * 1024

/** A purchase list as it was understood. */
export interface PurchaseList {
  readonly encoding: Encoding
  /** Rows below the headings that are not empty. */
  readonly rowsTotal: number
  readonly orders: readonly ListedOrder[]
  readonly findings: readonly ListFinding[]
  /** Headings that name no known column: nothing below them was read. */
  readonly unknownHeadings: readonly string[]
}

/** An order that a list states without fault. */
export interface ListedOrder {
  readonly order: Order
  /** The rows that it was composed from. */
  readonly rows: readonly number[]
}

/**
 * Reads an agent's purchase list: one row for each line of an order, rows of one order bound by its
 * reference. Good orders are kept; what is wrong with the others is said row by row. Only a file
 * that is no list at all fails as a whole.
 */
export function readPurchaseList(
  bytes: Uint8Array,
  composition: OrderComposition,
): Result<PurchaseList> {
  if (bytes.length > PURCHASE_LIST_BYTES_MAX) return failure(tooLarge)
  const decoded = decodePurchaseList(bytes, (text) => possibleHeadings(text).some(isChineseHeading))
  if (!decoded.ok) return decoded
  const table = readTable(decoded.value.text, (heading) => columnOf(heading) !== undefined)
  if (!table.ok) return table
  const [headings = [], ...body] = table.value
  const columns = headings.map(columnOf)
  const fault = headingFault(columns)
  if (fault !== undefined) return failure(fault)
  const rows = listRows(body, columns)
  const unknownHeadings = headings.filter((heading) => heading !== '' && !columnOf(heading))
  return success({
    encoding: decoded.value.encoding,
    rowsTotal: rows.length,
    unknownHeadings,
    ...composeOrders(rows, composition),
  })
}

function isChineseHeading(heading: string): boolean {
  return columnOf(heading)?.zh === heading
}

/** What makes the headings unusable: a fact that is stated twice, or rows that nothing binds. */
function headingFault(columns: readonly (Column | undefined)[]): Failure | undefined {
  const names = columns.flatMap((column) => (column === undefined ? [] : [column.name]))
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return repeatedHeading(twice)
  return names.includes('order_reference') ? undefined : noReferences
}

/** Rows with something in them; one with a cell beyond the headings cannot be trusted. */
function listRows(body: Cells, columns: readonly (Column | undefined)[]): readonly ListRow[] {
  return body.flatMap((texts, index) => {
    const row = index + 2
    if (texts.every((text) => text === '')) return []
    const isShifted = texts.slice(columns.length).some((text) => text !== '')
    const cells = namedCells(texts, columns)
    return [{ row, cells, ...(isShifted && { fault: tooManyCells(row) }) }]
  })
}

function namedCells(
  texts: readonly string[],
  columns: readonly (Column | undefined)[],
): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  for (const [index, column] of columns.entries()) {
    const text = texts[index] ?? ''
    if (column !== undefined && text !== '') cells.set(column.name, text)
  }
  return cells
}

function composeOrders(
  rows: readonly ListRow[],
  composition: OrderComposition,
): Pick<PurchaseList, 'orders' | 'findings'> {
  const [first] = rows
  if (first === undefined) return { orders: [], findings: [] }
  // Where the cells of the first row are shifted, it says nothing for the others either.
  const firstOfList = first.fault === undefined ? first : { ...first, cells: new Map() }
  const { groups, strays } = groupRows(rows)
  const composed = [...groups].map(([reference, orderRows]) =>
    composeOrder({ reference, rows: orderRows, firstOfList }, composition),
  )
  const findings = [...strays, ...composed.flatMap((order) => (order.ok ? [] : order.findings))]
  return {
    orders: composed.flatMap((order) => (order.ok ? [order] : [])),
    findings: findings.toSorted((left, right) => left.row - right.row),
  }
}

interface GroupedRows {
  readonly groups: ReadonlyMap<string, readonly ListRow[]>
  /** Rows before the first reference. */
  readonly strays: readonly ListFinding[]
}

/**
 * Binds rows by their order reference. A row without one may be a line of the order above it (that
 * is what merged cells leave behind), so that order waits until the row says where it belongs.
 */
export function groupRows(rows: readonly ListRow[]): GroupedRows {
  const groups = new Map<string, ListRow[]>()
  const strays: ListFinding[] = []
  let above: string | undefined
  for (const listRow of rows) {
    const stated = listRow.cells.get('order_reference')
    const reference = stated ?? above
    const row = stated === undefined ? { ...listRow, fault: noReference(listRow.row) } : listRow
    if (reference === undefined) strays.push(noReference(listRow.row))
    else groups.set(reference, [...(groups.get(reference) ?? []), row])
    above = reference
  }
  return { groups, strays }
}

const tooLarge: Failure = {
  code: 'too-large',
  path: '',
  message: `A purchase list has at most ${PURCHASE_LIST_BYTES_MAX} bytes.`,
  mend: 'Send it in parts.',
  zh: { message: `采购清单不得超过 ${PURCHASE_LIST_BYTES_MAX} 字节。`, mend: '请分批上传。' },
}

const noReferences: Failure = {
  code: 'message-unreadable',
  path: '',
  message: 'The list has no column order_reference (订单号).',
  mend: 'Add it: rows with the same reference become one order.',
  zh: {
    message: '清单没有“订单号”（order_reference）列。',
    mend: '请增加该列：订单号相同的各行合为一个订单。',
  },
}

function repeatedHeading(name: string): Failure {
  return {
    code: 'message-unreadable',
    path: '',
    message: `Two headings of the list mean ${name}.`,
    mend: 'Remove one of the columns.',
    zh: { message: `清单中有两列的表头都表示 ${name}。`, mend: '请删除其中一列。' },
  }
}

/** The fault of a row that is longer than the headings. */
export function tooManyCells(row: number): ListFinding {
  return {
    row,
    code: 'invalid-input',
    message: 'The row has cells beyond the last heading, so its cells may be shifted.',
    mend: 'Put cells that hold the delimiter into quotation marks, or remove the extra cells.',
    zh: {
      message: '该行在最后一个表头之后还有单元格，内容可能错位。',
      mend: '请给含分隔符的单元格加上引号，或删除多余的单元格。',
    },
  }
}

function noReference(row: number): ListFinding {
  return {
    row,
    column: 'order_reference',
    code: 'fact-missing',
    message: 'The row does not say to which order it belongs; the order above it waits for that.',
    mend: 'State the order reference in each row.',
    zh: {
      message: '该行未注明所属订单，其上方的订单因此暂不处理。',
      mend: '请在每一行填写订单号。',
    },
  }
}
