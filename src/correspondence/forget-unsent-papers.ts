import type { Clock } from '../platform/clock.ts'
import { type Database, removeInBatches, type Schema } from '../platform/postgres/index.ts'

const DAY_MS = 86_400_000
/** A paper has up to five megabytes, so few go at a time. */
const BATCH_PAPERS = 50

/** Where papers lie, and how long one that goes with no letter is kept. */
export interface UnsentPapers {
  readonly database: Database<Schema>
  readonly clock: Clock
  readonly afterDays: number
}

/**
 * Removes the papers of all tenants that were uploaded for a letter about no case so many days ago and
 * went with none. Papers of cases are never removed so.
 *
 * @returns how many were removed
 */
export async function forgetUnsentPapers({
  database,
  clock,
  afterDays,
}: UnsentPapers): Promise<number> {
  const before = new Date(Date.parse(clock.now()) - afterDays * DAY_MS)
  return removeInBatches(database, 'remove_unsent_papers', { before, batchRows: BATCH_PAPERS })
}
