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

/** Adds the rows of a new draft, unchecked. */
export async function insertDraftRows(
  transaction: TenantTransaction,
  draft: { readonly draftId: string; readonly tenantId: string },
  rows: readonly DraftRow[],
): Promise<void> {
  const stored = JSON.stringify(rows.map(({ row, cells }) => ({ row, cells })))
  await sql`
    insert into list_draft_row (tenant_id, draft_id, row_number, cells, findings, state)
    select ${draft.tenantId}, ${draft.draftId}, given.row, given.cells, '[]', 'flawed'
    from jsonb_to_recordset(${stored}::jsonb) as given (row integer, cells jsonb)
  `.execute(transaction)
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
  const checked = checkDraft(draft, composition)
  const readyRows = new Set(checked.ready.flatMap(({ rows }) => rows))
  const findings = byRow(checked.findings)
  const known = new Map(before.map((row) => [row.row, row]))
  const place = draft.columns.findIndex(({ column }) => column === 'order_reference')
  const changed = draft.rows.flatMap(({ row, cells, orderId }): readonly StoredRow[] => {
    const isWanted = draft.only?.has((cells[place] ?? '').trim()) ?? true
    if (orderId !== undefined || !isWanted) return []
    const after: StoredRow = {
      ...{ row, cells },
      findings: findings.get(row) ?? [],
      state: readyRows.has(row) ? 'ready' : 'flawed',
    }
    return isSame(after, known.get(row)) ? [] : [after]
  })
  await updateRows(transaction, draft.draftId, changed)
  return checked
}

interface StoredRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly findings: readonly ListFinding[]
  readonly state: DraftRowState
}

function isSame(after: StoredRow, before: ListDraftRow | undefined): boolean {
  return (
    before !== undefined &&
    after.state === before.state &&
    after.cells === before.cells &&
    JSON.stringify(after.findings) === JSON.stringify(before.findings)
  )
}

async function updateRows(
  transaction: TenantTransaction,
  draftId: string,
  rows: readonly StoredRow[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update list_draft_row
    set cells = given.cells, findings = given.findings, state = given.state
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (row integer, cells jsonb, findings jsonb, state text)
    where draft_id = ${draftId} and row_number = given.row
  `.execute(transaction)
}
