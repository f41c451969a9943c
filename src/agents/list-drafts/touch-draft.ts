import { sql } from 'kysely'

import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { ListDraft } from './list-draft.ts'

/**
 * Gives a draft its next version after its rows, or what is said of them, have changed. Its rows are
 * counted once here, so that lists of drafts need not count them.
 */
export async function touchDraft(
  transaction: TenantTransaction,
  {
    draftId,
    ...said
  }: Pick<ListDraft, 'draftId'> & Partial<Pick<ListDraft, 'columns' | 'defaults'>>,
  { now }: Pick<ChangeContext, 'now'>,
): Promise<void> {
  const counts = await transaction
    .selectFrom('list_draft_row')
    .select(['state', sql<number>`count(*)::integer`.as('count')])
    .where('draft_id', '=', draftId)
    .groupBy('state')
    .execute()
  const byState = new Map(counts.map(({ state, count }) => [state, count]))
  await transaction
    .updateTable('list_draft')
    .set(({ eb }) => ({
      version: eb('version', '+', 1),
      updated_at: now,
      rows_flawed: byState.get('flawed') ?? 0,
      rows_ready: byState.get('ready') ?? 0,
      rows_taken: byState.get('taken') ?? 0,
      ...(said.columns && { columns: JSON.stringify(said.columns) }),
      ...(said.defaults && { defaults: JSON.stringify(said.defaults) }),
    }))
    .where('id', '=', draftId)
    .execute()
}
