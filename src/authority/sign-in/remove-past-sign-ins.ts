import { inTransaction } from '../../platform/postgres/index.ts'
import type { Office } from '../processing/office.ts'
import { secondsAfter } from '../processing/instant.ts'

/** Links and sessions that are over are of use to nobody after a month; what was done stays on record. */
const KEPT_SECONDS = 30 * 86_400
/** Nobody repeats a click for its answer after a day. */
const ANSWERS_KEPT_SECONDS = 86_400

/**
 * Removes links and sessions that were over long ago, challenges that nobody answered, and answers
 * that nobody asks for again.
 *
 * @returns how many were removed
 */
export async function removePastSignIns({
  database,
  wallClock,
}: Pick<Office, 'database' | 'wallClock'>): Promise<number> {
  const now = wallClock.now()
  const overBefore = new Date(secondsAfter(now, -KEPT_SECONDS))
  return inTransaction(database, async (transaction) => {
    const sessions = await transaction
      .deleteFrom('officer_session')
      .where(({ or, eb }) =>
        or([eb('expires_at', '<', overBefore), eb('ended_at', '<', overBefore)]),
      )
      .executeTakeFirst()
    const links = await transaction
      .deleteFrom('sign_in_link')
      .where(({ or, eb }) =>
        or([eb('expires_at', '<', overBefore), eb('used_at', '<', overBefore)]),
      )
      .executeTakeFirst()
    const challenges = await transaction
      .deleteFrom('passkey_challenge')
      .where('expires_at', '<', new Date(now))
      .executeTakeFirst()
    const answers = await transaction
      .deleteFrom('officer_answer')
      .where('answered_at', '<', new Date(secondsAfter(now, -ANSWERS_KEPT_SECONDS)))
      .executeTakeFirst()
    const removed = [sessions, links, challenges, answers].map(({ numDeletedRows }) =>
      Number(numDeletedRows),
    )
    return removed.reduce((sum, count) => sum + count, 0)
  })
}
