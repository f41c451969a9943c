import { jsonPointer } from '../../customs/json-pointer.ts'
import type { Failure } from '../../customs/result.ts'
import type { Column } from '../purchase-list/purchase-list-columns.ts'
import type { ListDraftChange } from './change-list-draft.ts'
import type { ListDraft } from './list-draft.ts'
import type { RowPlace } from './rows-of-orders.ts'

interface FaultsContext {
  readonly draft: ListDraft
  readonly places: readonly RowPlace[]
  /** The columns that a table of the tenant may have. */
  readonly known: readonly Column[]
}

/**
 * What makes a change of a draft impossible: columns and rows that are not there, a column of ours
 * that is given twice, rows that were taken, and one order reference for many rows.
 */
export function faultsOfChange(
  change: ListDraftChange,
  context: FaultsContext,
): readonly Failure[] {
  const names = new Set(context.known.map(({ name }) => name))
  return [
    ...mappingFaults(change, context.draft, names),
    ...defaultFaults(change, names),
    ...fillFaults(change, names),
    ...cellFaults(change, context, names),
  ]
}

function mappingFaults(
  { columns }: ListDraftChange,
  draft: ListDraft,
  names: ReadonlySet<string>,
): readonly Failure[] {
  if (columns === undefined) return []
  if (columns.length !== draft.columns.length) return [otherWidth(draft.columns.length)]
  return columns.flatMap((name, index): readonly Failure[] => {
    if (name === null) return []
    const path = jsonPointer('columns', index)
    if (!names.has(name)) return [noSuchColumn(path, name)]
    return columns.indexOf(name) === index ? [] : [givenTwice(path, name)]
  })
}

function defaultFaults(
  { defaults = {} }: ListDraftChange,
  names: ReadonlySet<string>,
): readonly Failure[] {
  return Object.keys(defaults).flatMap((name) => {
    const path = jsonPointer('defaults', name)
    if (name === 'order_reference') return [noCommonReference(path)]
    return names.has(name) ? [] : [noSuchColumn(path, name)]
  })
}

function cellFaults(
  { cells = [] }: ListDraftChange,
  { draft, places }: FaultsContext,
  names: ReadonlySet<string>,
): readonly Failure[] {
  const states = new Map(places.map(({ row, state }) => [row, state]))
  return cells.flatMap((cell, index): readonly Failure[] => {
    const at = (name: string) => jsonPointer('cells', index, name)
    const state = states.get(cell.row)
    if (state === undefined) return [noSuchRow(at('row'), cell.row)]
    if (state === 'taken') return [rowTaken(at('row'), cell.row)]
    if (cell.column !== undefined) {
      return names.has(cell.column) ? [] : [noSuchColumn(at('column'), cell.column)]
    }
    const isThere = cell.index !== undefined && cell.index < draft.columns.length
    return isThere ? [] : [noSuchPlace(at('index'))]
  })
}

function fillFaults({ fill }: ListDraftChange, names: ReadonlySet<string>): readonly Failure[] {
  if (fill === undefined) return []
  const path = '/fill/column'
  if (fill.column === 'order_reference') return [noCommonReference(path)]
  return names.has(fill.column) ? [] : [noSuchColumn(path, fill.column)]
}

function otherWidth(width: number): Failure {
  return {
    code: 'invalid-input',
    path: '/columns',
    message: `The table has ${width} columns.`,
    mend: 'Say of each of them which column it is, or null.',
    zh: { message: `该表有 ${width} 列。`, mend: '请逐列说明对应哪一列，或填 null。' },
  }
}

function noSuchColumn(path: string, name: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `There is no column ${name} in such a table.`,
    mend: 'Use one of those at /v1/list-drafts/columns.',
    zh: { message: `此类表格没有 ${name} 列。`, mend: '请使用 /v1/list-drafts/columns 中的列。' },
  }
}

function givenTwice(path: string, name: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `Two columns of the table are said to be ${name}.`,
    mend: 'Leave one of them out.',
    zh: { message: `表中有两列被指定为 ${name}。`, mend: '请取消其中一列。' },
  }
}

function noCommonReference(path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: 'One reference for all rows would make a single order of them.',
    mend: 'Map a column to order_reference.',
    zh: { message: '所有行共用一个订单号会合并成一个订单。', mend: '请指定一列为订单号。' },
  }
}

function noSuchRow(path: string, row: number): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `The table has no row ${row}.`,
    mend: 'Use the number that the row was shown with.',
    zh: { message: `表中没有第 ${row} 行。`, mend: '请使用该行显示的行号。' },
  }
}

function rowTaken(path: string, row: number): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `The order of row ${row} has been taken.`,
    mend: 'Change the order itself, or cancel it and hand in another one.',
    zh: { message: `第 ${row} 行的订单已接收。`, mend: '请修改订单本身，或取消后重新提交。' },
  }
}

function noSuchPlace(path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: 'The cell is in no column of the table.',
    mend: 'State the name of the column, or its place counted from 0.',
    zh: { message: '该单元格不在表的任何列中。', mend: '请写明列名，或从 0 起数的位置。' },
  }
}
