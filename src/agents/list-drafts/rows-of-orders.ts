import { sql } from 'kysely'

import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { DraftColumn } from './draft-column.ts'
import { draftRowOf, type DraftRowState, type ListDraft, type ListDraftRow } from './list-draft.ts'

/** Where a row belongs, without what it says. */
export interface RowPlace {
  readonly row: number
  readonly state: DraftRowState
  /** Of its order: its own, or else the one above it; absent before the first reference. */
  readonly reference?: string
}

/** Place of the column with the order reference among the columns of a draft, -1 without one. */
export function placeOfReference(columns: readonly DraftColumn[]): number {
  return columns.findIndex(({ column }) => column === 'order_reference')
}

/** To which order each row of a draft belongs: little enough to be read at every change. */
export async function readRowPlaces(
  transaction: TenantTransaction,
  { draftId, columns }: Pick<ListDraft, 'draftId' | 'columns'>,
): Promise<readonly RowPlace[]> {
  const place = placeOfReference(columns)
  const rows = await transaction
    .selectFrom('list_draft_row')
    .select(['row_number', 'state', sql<string | null>`cells ->> ${place}::integer`.as('stated')])
    .where('draft_id', '=', draftId)
    .orderBy('row_number')
    .execute()
  let above: string | undefined
  return rows.map(({ row_number: row, state, stated }) => {
    const own = place === -1 ? '' : (stated ?? '').trim()
    if (own !== '') above = own
    return { row, state, ...(above !== undefined && { reference: above }) }
  })
}

/**
 * Reads all rows of some orders of a draft, and the first row of the table, which may speak for the
 * whole list.
 */
export async function readRowsOfOrders(
  transaction: TenantTransaction,
  {
    draftId,
    places,
    only,
  }: {
    readonly draftId: string
    readonly places: readonly RowPlace[]
    readonly only: ReadonlySet<string>
  },
): Promise<readonly ListDraftRow[]> {
  const wanted = places.filter(
    ({ reference }, index) => index === 0 || (reference !== undefined && only.has(reference)),
  )
  if (wanted.length === 0) return []
  const rows = await transaction
    .selectFrom('list_draft_row')
    .selectAll()
    .where('draft_id', '=', draftId)
    .where('row_number', '=', sql<number>`any(${wanted.map(({ row }) => row)}::integer[])`)
    .orderBy('row_number')
    .execute()
  return rows.map(draftRowOf)
}
