import type { Clock } from '../../platform/clock.ts'
import { type Database, figuresAcrossTenants, type Schema } from '../../platform/postgres/index.ts'

/** How long an answer is kept for the repetition of its request; the documentation promises as much. */
export const ANSWER_LIFE_HOURS = 24

/** So many rows go at a time, so that no request waits for a lock. */
const BATCH_ROWS = 1_000
/** What is left after so many batches goes the next time; other sweeps have to run as well. */
const BATCHES_MAX = 20

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
  const madeBefore = new Date(Date.parse(clock.now()) - ANSWER_LIFE_HOURS * 3_600_000)
  let removed = 0
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    const figures = await figuresAcrossTenants(database, 'remove_idempotency_records', [
      madeBefore,
      BATCH_ROWS,
    ])
    const count = figures.removed_count ?? 0
    removed += count
    if (count < BATCH_ROWS) break
  }
  return removed
}
