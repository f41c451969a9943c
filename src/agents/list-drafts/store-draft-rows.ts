import { sql } from 'kysely'

import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { OrderComposition } from '../purchase-list/compose-order.ts'
import type { ListFinding } from '../purchase-list/list-finding.ts'
import { byRow } from './by-row.ts'
import { checkDraft, type CheckedDraft, type DraftRow, type DraftTable } from './check-draft.ts'
import {
  type DraftRowState,
  readDraftRows,
  type ListDraft,
  type ListDraftRow,
} from './list-draft.ts'
import { DRAFT_ROWS_MAX } from './read-draft-file.ts'

/** A row as it is written. */
export interface StoredRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly findings: readonly ListFinding[]
  readonly state: DraftRowState
}

/** Adds the rows of a new draft with what is wrong with them. */
export async function insertDraftRows(
  transaction: TenantTransaction,
  {
    draftId,
    tenantId,
    ...table
  }: { readonly draftId: string; readonly tenantId: string } & DraftTable,
  composition: OrderComposition,
): Promise<void> {
  const checked = await checkDraft(table, composition)
  const rows = checkedRows(table.rows, checked)
  for (const some of batchesOf(rows)) {
    await sql`
      insert into list_draft_row (tenant_id, draft_id, row_number, cells, findings, state)
      select ${tenantId}, ${draftId}, given.row, given.cells, given.findings, given.state
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb)
        as given (row integer, cells jsonb, findings jsonb, state text)
    `.execute(transaction)
  }
}

/** All rows of a draft as they stand. */
export function readAllRows(
  transaction: TenantTransaction,
  draftId: string,
): Promise<readonly ListDraftRow[]> {
  return readDraftRows(transaction, { draftId, limit: DRAFT_ROWS_MAX })
}

/**
 * Checks a draft whose mapping, defaults or cells have changed, and stores what has become otherwise
 * of its rows: cells, findings, and how far they are. Rows of orders that are not wanted stay.
 *
 * @param before the rows as they are stored
 */
export async function storeCheckedRows(
  transaction: TenantTransaction,
  draft: Pick<ListDraft, 'draftId'> & DraftTable,
  before: readonly ListDraftRow[],
  composition: OrderComposition,
): Promise<CheckedDraft> {
  const checked = await checkDraft(draft, composition)
  const known = new Map(before.map((row) => [row.row, row]))
  const changed = checkedRows(draft.rows, checked).filter((row) => !isSame(row, known.get(row.row)))
  await updateRows(transaction, draft.draftId, changed)
  return checked
}

function checkedRows(
  rows: readonly DraftRow[],
  { ready, findings, open }: CheckedDraft,
): readonly StoredRow[] {
  const readyRows = new Set(ready.flatMap((order) => order.rows))
  const findingsOf = byRow(findings)
  return rows
    .filter(({ row }) => open.has(row))
    .map(({ row, cells }) => ({
      ...{ row, cells, findings: findingsOf.get(row) ?? [] },
      state: readyRows.has(row) ? 'ready' : 'flawed',
    }))
}

function isSame(after: StoredRow, before: ListDraftRow | undefined): boolean {
  return (
    before !== undefined &&
    after.state === before.state &&
    after.cells === before.cells &&
    JSON.stringify(after.findings) === JSON.stringify(before.findings)
  )
}

/**
 * Writes rows anew that are there and have not been taken. A conflict finds each of them by its key,
 * however little the planner knows: a join of rows that came a moment ago compares each with all.
 */
export async function updateRows(
  transaction: TenantTransaction,
  draftId: string,
  rows: readonly StoredRow[],
): Promise<void> {
  for (const some of batchesOf(rows)) {
    await sql`
      insert into list_draft_row (tenant_id, draft_id, row_number, cells, findings, state)
      select current_tenant(), ${draftId}, given.row, given.cells, given.findings, given.state
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb)
        as given (row integer, cells jsonb, findings jsonb, state text)
      on conflict (draft_id, row_number) do update
        set cells = excluded.cells, findings = excluded.findings, state = excluded.state
    `.execute(transaction)
  }
}

/** So many rows are written at a time: their text is made in one go, while every request waits. */
const ROWS_AT_A_TIME = 1_000

function batchesOf<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const batches = Array.from({ length: Math.ceil(rows.length / ROWS_AT_A_TIME) })
  return batches.map((_, index) => rows.slice(index * ROWS_AT_A_TIME, (index + 1) * ROWS_AT_A_TIME))
}
