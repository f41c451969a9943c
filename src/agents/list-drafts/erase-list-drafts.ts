import { sql } from 'kysely'

import type { Eraser } from '../../clearance/personal/eraser.ts'
import { withoutPersonal } from '../../clearance/personal/personal-fields.ts'

/** Names and addresses of the subject in tables that have not been taken yet. */
export const eraseListDrafts: Eraser = async (transaction, { personal }) => {
  const values = Object.values(personal)
  if (values.length === 0) return 0
  const rows = await transaction
    .selectFrom('list_draft_row')
    .select(['draft_id', 'row_number', 'cells'])
    .where(
      sql<boolean>`exists (
        select from jsonb_array_elements_text(cells) as stored (cell),
          unnest(${sql.val(values)}::text[]) as known (personal)
        where strpos(stored.cell, known.personal) > 0
      )`,
    )
    .execute()
  let erased = 0
  for (const { draft_id, row_number, cells } of rows) {
    const rest = JSON.stringify(withoutPersonal(cells, personal))
    if (rest === JSON.stringify(cells)) continue
    await transaction
      .updateTable('list_draft_row')
      .set({ cells: rest })
      .where('draft_id', '=', draft_id)
      .where('row_number', '=', row_number)
      .execute()
    erased += 1
  }
  return erased
}
