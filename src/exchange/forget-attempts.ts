import type { Clock } from '../platform/clock.ts'
import { type Database, figuresAcrossTenants, type Schema } from '../platform/postgres/index.ts'
import { timings } from './timings.ts'

/** So many rows go at a time, so that no sender waits for a lock. */
const BATCH_ROWS = 1_000
/** What is left after so many batches goes the next time; other removals have to run as well. */
const BATCHES_MAX = 20

const DAY_MS = 86_400_000

/**
 * Removes the attempts of all tenants that ended long ago, where their message is settled. The message
 * itself, its bytes and what people decided about it stay.
 *
 * @returns how many were removed
 */
export async function forgetAttempts({
  database,
  clock,
}: {
  readonly database: Database<Schema>
  readonly clock: Clock
}): Promise<number> {
  const endedBefore = new Date(Date.parse(clock.now()) - timings.attemptLifeDays * DAY_MS)
  let removed = 0
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    const figures = await figuresAcrossTenants(database, 'remove_exchange_attempts', [
      endedBefore,
      BATCH_ROWS,
    ])
    const count = figures.removed_count ?? 0
    removed += count
    if (count < BATCH_ROWS) break
  }
  return removed
}
