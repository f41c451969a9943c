import type { ChangeContext } from '../../clearance/store/record-events.ts'
import { type Failure, failure, type Result } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { OrderComposition } from '../purchase-list/compose-order.ts'
import type { DraftDefaults } from './check-draft.ts'
import type { DraftColumn } from './draft-column.ts'
import { faultsOfChange } from './faults-of-change.ts'
import { type ListDraft, noSuchDraft, readListDraft } from './list-draft.ts'
import { mendCells, type CellMending, type ColumnFilling } from './mend-cells.ts'
import { rememberMapping } from './remembered-mapping.ts'
import {
  placeOfReference,
  readRowPlaces,
  readRowsOfOrders,
  type RowPlace,
} from './rows-of-orders.ts'
import { readAllRows, storeCheckedRows } from './store-draft-rows.ts'
import { touchDraft } from './touch-draft.ts'

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
  const { draftId } = draft
  const { columns: known } = composition.format
  const places = await readRowPlaces(transaction, draft)
  const [first, ...others] = faultsOfChange(change, { draft, places, known })
  if (first !== undefined) return failure(first, ...others)
  const only = changedOrders(change, { draft, places })
  const before = await (only === undefined
    ? readAllRows(transaction, draftId)
    : readRowsOfOrders(transaction, { draftId, places, only }))
  const mapped = { columns: remapped(draft.columns, change.columns), rows: before }
  const mended = mendCells(mapped, change)
  const table = { draftId, ...mended, defaults: change.defaults ?? draft.defaults }
  await storeCheckedRows(transaction, { ...table, ...(only && { only }) }, before, composition)
  if (change.columns !== undefined || change.defaults !== undefined) {
    await rememberMapping(transaction, table, known, context)
  }
  await touchDraft(transaction, table, context)
  return readListDraft(transaction, draftId)
}

/**
 * References of the orders that a change touches, where nothing else can have become otherwise.
 * Nothing where all orders have to be looked at: the first row speaks for the whole list, and a new
 * reference concerns the neighbours of its row.
 */
function changedOrders(
  { columns, defaults, fill, cells = [] }: ListDraftChange,
  { draft, places }: { readonly draft: ListDraft; readonly places: readonly RowPlace[] },
): ReadonlySet<string> | undefined {
  if (columns !== undefined || defaults !== undefined || fill !== undefined) return undefined
  const place = placeOfReference(draft.columns)
  const referenceOf = new Map(places.map(({ row, reference }) => [row, reference]))
  const references = new Set<string>()
  for (const { row, column, index } of cells) {
    const reference = referenceOf.get(row)
    const isFar = column === 'order_reference' || index === place || row === places[0]?.row
    if (isFar || reference === undefined) return undefined
    references.add(reference)
  }
  return references
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
