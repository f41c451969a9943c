import { sql } from 'kysely'

import { inTransaction, type Database, type Schema } from '../../platform/postgres/index.ts'

/** How many jobs of one queue are in one state that comes before done. */
export interface WaitingJobs {
  readonly queue: string
  /** As pg-boss names it: `created`, `retry` or `active`. */
  readonly state: string
  readonly count: number
}

/** How many jobs of each queue are not done. Jobs carry ids only, so no tenant is needed to count. */
export function countWaitingJobs(database: Database<Schema>): Promise<readonly WaitingJobs[]> {
  return inTransaction(database, async (transaction) => {
    const { rows } = await sql<WaitingJobs>`
      select name as queue, state::text, count(*)::int from pgboss.job
      where state < 'completed' group by name, state order by name, state`.execute(transaction)
    return rows
  })
}

/** Whether any queue is installed, without which no change can be made. */
export function hasQueues(database: Database<Schema>): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    const { rows } = await sql`select 1 from pgboss.queue limit 1`.execute(transaction)
    return rows.length > 0
  })
}
