import type { ChangeContext } from '../../clearance/store/record-events.ts'
import { jsonPointer } from '../../customs/json-pointer.ts'
import { type Failure, failure, type Result } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { OrderComposition } from '../purchase-list/compose-order.ts'
import type { DraftDefaults } from './check-draft.ts'
import type { DraftColumn } from './draft-column.ts'
import { type ListDraft, type ListDraftRow, noSuchDraft, readListDraft } from './list-draft.ts'
import { mendCells, mendedOrders, type CellMending, type ColumnFilling } from './mend-cells.ts'
import { rememberMapping } from './remembered-mapping.ts'
import { readAllRows, storeCheckedRows } from './store-draft-rows.ts'

/** What a person changes in a draft; what is absent stays as it is. */
export interface ListDraftChange {
  /** The name of our column for each column of the draft, null for one that is not read. */
  readonly columns?: readonly (string | null)[]
  /** Replaces all defaults. */
  readonly defaults?: DraftDefaults
  readonly cells?: readonly CellMending[]
  readonly fill?: ColumnFilling
}

/** Which draft is changed, and as what version it was seen. */
export interface DraftVersion {
  readonly draftId: string
  readonly version: number
}

/**
 * Changes mapping, defaults or cells of a draft and checks it anew. A mapping is remembered for the
 * next table with the same headings.
 *
 * Fails with `not-found`, with `precondition-failed` where somebody else has changed it meanwhile,
 * and with `invalid-input` for a column or row that does not exist or a column of ours that is given
 * twice.
 */
export async function changeListDraft(
  transaction: TenantTransaction,
  change: DraftVersion & ListDraftChange,
  composition: OrderComposition,
  context: ChangeContext,
): Promise<Result<ListDraft>> {
  const locked = await lockDraft(transaction, change)
  if (!locked.ok) return locked
  const draft = locked.value
  const names = new Set(composition.format.columns.map(({ name }) => name))
  const before = await readAllRows(transaction, draft.draftId)
  const faults = [
    ...mappingFaults(change, draft, names),
    ...defaultFaults(change.defaults ?? {}, names),
    ...cellFaults(change, before, { names, draft }),
  ]
  const [first, ...others] = faults
  if (first !== undefined) return failure(first, ...others)
  const mapped = { ...draft, columns: remapped(draft.columns, change.columns), rows: before }
  const mended = mendCells(mapped, change)
  const table = { ...draft, ...mended, defaults: change.defaults ?? draft.defaults }
  const { columns, defaults, fill, cells = [] } = change
  const isOfCells = columns === undefined && defaults === undefined && fill === undefined
  const only = isOfCells ? mendedOrders(table, cells) : undefined
  await storeCheckedRows(transaction, { ...table, ...(only && { only }) }, before, composition)
  if (columns !== undefined || defaults !== undefined) {
    await rememberMapping(transaction, table, composition.format.columns, context)
  }
  await transaction
    .updateTable('list_draft')
    .set({
      columns: JSON.stringify(table.columns),
      defaults: JSON.stringify(table.defaults),
      version: draft.version + 1,
      updated_at: context.now,
    })
    .where('id', '=', draft.draftId)
    .execute()
  return readListDraft(transaction, draft.draftId)
}

/** Holds a draft until the transaction ends, if it is still as its caller has seen it. */
async function lockDraft(
  transaction: TenantTransaction,
  { draftId, version }: DraftVersion,
): Promise<Result<ListDraft>> {
  const row = await transaction
    .selectFrom('list_draft')
    .select('version')
    .where('id', '=', draftId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return failure(noSuchDraft(draftId))
  return row.version === version
    ? readListDraft(transaction, draftId)
    : failure(changedMeanwhile(version, row.version))
}

function remapped(
  columns: readonly DraftColumn[],
  mapping: readonly (string | null)[] | undefined,
): readonly DraftColumn[] {
  if (mapping === undefined) return columns
  return columns.map((known, index) => {
    const name = mapping[index] ?? undefined
    if (name === known.column) return known
    const { heading, source } = known
    return { heading, source, ...(name !== undefined && { column: name, basis: 'person' }) }
  })
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

function defaultFaults(defaults: DraftDefaults, names: ReadonlySet<string>): readonly Failure[] {
  return Object.keys(defaults).flatMap((name) => {
    const path = jsonPointer('defaults', name)
    if (name === 'order_reference') return [noCommonReference(path)]
    return names.has(name) ? [] : [noSuchColumn(path, name)]
  })
}

interface CellContext {
  readonly names: ReadonlySet<string>
  readonly draft: ListDraft
}

function cellFaults(
  { cells = [], fill }: ListDraftChange,
  rows: readonly ListDraftRow[],
  { names, draft }: CellContext,
): readonly Failure[] {
  const states = new Map(rows.map(({ row, state }) => [row, state]))
  const filled = fill && !names.has(fill.column) ? [noSuchColumn('/fill/column', fill.column)] : []
  const mended = cells.flatMap((cell, index): readonly Failure[] => {
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
  return [...filled, ...mended]
}

function changedMeanwhile(seen: number, present: number): Failure {
  return {
    code: 'precondition-failed',
    path: '',
    message: `The draft is at version ${present}, the change was made on version ${seen}.`,
    mend: 'Read it again and repeat what still has to be changed.',
    zh: {
      message: `草稿现为第 ${present} 版，而修改基于第 ${seen} 版。`,
      mend: '请重新读取后再作修改。',
    },
  }
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
