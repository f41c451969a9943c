import type { Clock } from '../platform/clock.ts'
import { type Database, removeInBatches, type Schema } from '../platform/postgres/index.ts'
import { timings } from './timings.ts'

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
  const before = new Date(Date.parse(clock.now()) - timings.attemptLifeDays * DAY_MS)
  return removeInBatches(database, 'remove_exchange_attempts', { before })
}
