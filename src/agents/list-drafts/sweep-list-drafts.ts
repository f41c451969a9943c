import type { Clock } from '../../platform/clock.ts'
import { type Database, removeInBatches, type Schema } from '../../platform/postgres/index.ts'

/** How long a draft is kept that nobody touches: it may hold names and addresses. */
export const DRAFT_LIFE_DAYS = 90

const DAY_MS = 86_400_000
/** A draft holds a whole table, so few go at a time. */
const BATCH_DRAFTS = 20

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
  const before = new Date(Date.parse(clock.now()) - DRAFT_LIFE_DAYS * DAY_MS)
  return removeInBatches(database, 'remove_list_drafts', { before, batchRows: BATCH_DRAFTS })
}
