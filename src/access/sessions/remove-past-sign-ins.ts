import type { Clock } from '../../platform/clock.ts'
import { type Database, removeInBatches, type Schema } from '../../platform/postgres/index.ts'

/** Links and sessions that are over are of use to nobody after a month; the audit record stays. */
const KEPT_DAYS = 30

/**
 * Removes links and sessions of all tenants that were over long ago.
 *
 * @returns how many were removed
 */
export async function removePastSignIns({
  database,
  clock,
}: {
  readonly database: Database<Schema>
  readonly clock: Clock
}): Promise<number> {
  const before = new Date(Date.parse(clock.now()) - KEPT_DAYS * 24 * 3_600_000)
  return removeInBatches(database, 'remove_past_sign_ins', { before })
}
