import { type CrossTenantFigure, figuresAcrossTenants } from './across-tenants.ts'
import type { Database } from './connect.ts'
import type { Schema } from './schema.ts'

/** The reviewed functions that remove what nobody needs any more: `(before, at_most)`, a `removed_count`. */
export type CrossTenantRemoval = Extract<CrossTenantFigure, `remove_${string}`>

/** So many rows go at a time unless said otherwise, so that nobody waits for a lock. */
const BATCH_ROWS = 1_000
/** What is left after so many batches goes the next time; other removals have to run as well. */
const BATCHES_MAX = 20

/** Which rows are past. */
export interface PastRows {
  /** They were made, ended or last touched before this. */
  readonly before: Date
  /** How many go at a time where a row is large; for rows of a usual size there is a number. */
  readonly batchRows?: number
}

/**
 * Removes the rows of all tenants that are past, a batch in a transaction of its own. Any number of
 * processes may do so at the same time.
 *
 * @returns how many were removed
 */
export async function removeInBatches(
  database: Database<Schema>,
  removal: CrossTenantRemoval,
  { before, batchRows = BATCH_ROWS }: PastRows,
): Promise<number> {
  let removed = 0
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    const figures = await figuresAcrossTenants(database, removal, [before, batchRows])
    const count = figures.removed_count ?? 0
    removed += count
    if (count < batchRows) break
  }
  return removed
}
