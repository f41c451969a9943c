import type { Clock } from '../../platform/clock.ts'
import { type Database, removeInBatches, type Schema } from '../../platform/postgres/index.ts'

/** How long an answer is kept for the repetition of its request; the documentation promises as much. */
export const ANSWER_LIFE_HOURS = 24

/**
 * Removes the answers of all tenants that are past their life. A request that comes again after that
 * under the same `Idempotency-Key` is a new one.
 *
 * @returns how many answers were removed
 */
export async function sweepStoredAnswers({
  database,
  clock,
}: {
  readonly database: Database<Schema>
  readonly clock: Clock
}): Promise<number> {
  const before = new Date(Date.parse(clock.now()) - ANSWER_LIFE_HOURS * 3_600_000)
  return removeInBatches(database, 'remove_idempotency_records', { before })
}
