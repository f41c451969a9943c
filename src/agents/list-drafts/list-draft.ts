import type { Instant } from '../../customs/calendar/local-date.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import type { ListFinding } from '../purchase-list/list-finding.ts'
import type { DraftDefaults } from './check-draft.ts'
import type { DraftColumn } from './draft-column.ts'

/** How far a row is: something is wrong with its order, its order can be taken, or has been. */
export const draftRowStates = ['flawed', 'ready', 'taken'] as const

/** One of {@link draftRowStates}. */
export type DraftRowState = (typeof draftRowStates)[number]

/** A table of orders on its way in, without its rows. */
export interface ListDraft {
  readonly draftId: string
  readonly name: string
  readonly encoding: string
  readonly delimiter: string
  readonly columns: readonly DraftColumn[]
  readonly defaults: DraftDefaults
  /** Number of rows by how far they are. */
  readonly rows: Readonly<Record<DraftRowState, number>>
  readonly version: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** A row of a draft with what is wrong with it. */
export interface ListDraftRow {
  readonly row: number
  readonly state: DraftRowState
  readonly cells: readonly string[]
  readonly findings: readonly ListFinding[]
  readonly orderId?: string
}

/** Reads a draft. Fails with `not-found`. */
export async function readListDraft(
  transaction: TenantTransaction,
  draftId: string,
): Promise<Result<ListDraft>> {
  const row = await transaction
    .selectFrom('list_draft')
    .selectAll()
    .where('id', '=', draftId)
    .executeTakeFirst()
  if (row === undefined) return failure(noSuchDraft(draftId))
  return success(draftOf(row))
}

/** Drafts, the newest first, one more than the limit so that the caller sees whether there are more. */
export async function listListDrafts(
  transaction: TenantTransaction,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<readonly ListDraft[]> {
  let query = transaction.selectFrom('list_draft').selectAll()
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(draftOf)
}

/** Which rows of a draft are wanted. */
export interface DraftRowsRequest {
  readonly draftId: string
  readonly state?: DraftRowState
  /** Row number of the last one that is known. */
  readonly after?: number
  readonly limit: number
}

/** Rows of a draft from the top, one more than the limit. */
export async function readDraftRows(
  transaction: TenantTransaction,
  { draftId, state, after = 0, limit }: DraftRowsRequest,
): Promise<readonly ListDraftRow[]> {
  let query = transaction
    .selectFrom('list_draft_row')
    .selectAll()
    .where('draft_id', '=', draftId)
    .where('row_number', '>', after)
  if (state !== undefined) query = query.where('state', '=', state)
  const rows = await query
    .orderBy('row_number')
    .limit(limit + 1)
    .execute()
  return rows.map(draftRowOf)
}

/** Some cells of each column, by which a person sees what it is. */
export async function readSamples(
  transaction: TenantTransaction,
  { draftId, columns }: Pick<ListDraft, 'draftId' | 'columns'>,
): Promise<readonly (readonly string[])[]> {
  const rows = await readDraftRows(transaction, { draftId, limit: SAMPLE_ROWS })
  return columns.map((_, index) => {
    const cells = rows.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '')
    return [...new Set(cells)].slice(0, SAMPLES)
  })
}

const SAMPLE_ROWS = 30
const SAMPLES = 3

/** Throws the draft away; the orders that were taken from it stay. Fails with `not-found`. */
export async function discardListDraft(
  transaction: TenantTransaction,
  draftId: string,
): Promise<Result<undefined>> {
  const deleted = await transaction
    .deleteFrom('list_draft')
    .where('id', '=', draftId)
    .returning('id')
    .executeTakeFirst()
  return deleted === undefined ? failure(noSuchDraft(draftId)) : success(undefined)
}

function draftOf(row: Row<'list_draft'>): ListDraft {
  const { name, encoding, delimiter, version } = row
  return {
    ...{ draftId: row.id, name, encoding, delimiter, version },
    rows: { flawed: row.rows_flawed, ready: row.rows_ready, taken: row.rows_taken },
    columns: row.columns as readonly DraftColumn[],
    defaults: row.defaults as DraftDefaults,
    createdAt: instantOf(row.created_at),
    updatedAt: instantOf(row.updated_at),
  }
}

/** A row as it is stored. */
export function draftRowOf(row: Row<'list_draft_row'>): ListDraftRow {
  return {
    row: row.row_number,
    state: row.state,
    cells: row.cells as readonly string[],
    findings: row.findings as readonly ListFinding[],
    ...(row.order_id !== null && { orderId: row.order_id }),
  }
}

/** The failure of a request for a draft that this tenant does not have. */
export function noSuchDraft(draftId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no draft ${draftId} of a table of orders.`,
    mend: 'Check the id; drafts that nobody touches are removed after a while.',
    zh: {
      message: `没有编号为 ${draftId} 的订单表草稿。`,
      mend: '请核对编号；长期无人处理的草稿会被删除。',
    },
  }
}
