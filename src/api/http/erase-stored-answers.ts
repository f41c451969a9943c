import { sql } from 'kysely'

import type { Eraser } from '../../clearance/personal/eraser.ts'
import { withoutPersonal } from '../../clearance/personal/personal-fields.ts'

/**
 * The names and addresses in the answers that are stored for repeated requests. The answers stay, so
 * a request that is repeated still is not done twice.
 */
export const eraseStoredAnswers: Eraser = async (transaction, { ids, personal }) => {
  const mentioned = sql`array[${sql.join(ids)}]`
  const answers = await transaction
    .selectFrom('idempotency_record')
    .select(['key', 'response'])
    .where(
      sql<boolean>`exists (select from unnest(${mentioned}) as id where strpos(response::text, id) > 0)`,
    )
    .execute()
  let erased = 0
  for (const { key, response } of answers) {
    const rest = JSON.stringify(withoutPersonal(response, personal))
    if (rest === JSON.stringify(response)) continue
    await transaction
      .updateTable('idempotency_record')
      .set({ response: rest })
      .where('key', '=', key)
      .execute()
    erased += 1
  }
  return erased
}
