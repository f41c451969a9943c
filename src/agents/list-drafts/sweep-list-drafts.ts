import type { Clock } from '../../platform/clock.ts'
import { type Database, figuresAcrossTenants, type Schema } from '../../platform/postgres/index.ts'

/** How long a draft is kept that nobody touches: it may hold names and addresses. */
export const DRAFT_LIFE_DAYS = 90

const DAY_MS = 86_400_000
/** So many drafts go at a time, so that no request waits for a lock. */
const BATCH_DRAFTS = 20
/** What is left after so many batches goes the next time; other sweeps have to run as well. */
const BATCHES_MAX = 20

/**
 * Removes the drafts of all tenants that nobody has touched for {@link DRAFT_LIFE_DAYS}.
 *
 * @returns how many drafts were removed
 */
export async function sweepListDrafts({
  database,
  clock,
}: {
  readonly database: Database<Schema>
  readonly clock: Clock
}): Promise<number> {
  const untouchedSince = new Date(Date.parse(clock.now()) - DRAFT_LIFE_DAYS * DAY_MS)
  let removed = 0
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    const figures = await figuresAcrossTenants(database, 'remove_list_drafts', [
      untouchedSince,
      BATCH_DRAFTS,
    ])
    const count = figures.removed_count ?? 0
    removed += count
    if (count < BATCH_DRAFTS) break
  }
  return removed
}
