import type { Clock } from '../../platform/clock.ts'
import { figuresAcrossTenants, type Database, type Schema } from '../../platform/postgres/index.ts'

/** Links and sessions that are over are of use to nobody after a month; the audit record stays. */
const KEPT_DAYS = 30
/** So many rows of each kind go at a time, so that no request waits for a lock. */
const BATCH_ROWS = 1_000

/**
 * Removes links and sessions of all tenants that were over long ago.
 *
 * @returns how many were removed; what is left goes the next time
 */
export async function removePastSignIns({
  database,
  clock,
}: {
  readonly database: Database<Schema>
  readonly clock: Clock
}): Promise<number> {
  const madeBefore = new Date(Date.parse(clock.now()) - KEPT_DAYS * 24 * 3_600_000)
  const { removed_count: removed } = await figuresAcrossTenants(database, 'remove_past_sign_ins', [
    madeBefore,
    BATCH_ROWS,
  ])
  return removed ?? 0
}
