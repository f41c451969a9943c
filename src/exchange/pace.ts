import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Database, inTransaction, type Schema } from '../platform/postgres/index.ts'

/**
 * Waits until the next message may go out on a channel. The pace is kept in the database, so that
 * all nodes together hold the authority's limit; each caller takes the next free moment and waits
 * for it outside of any transaction.
 */
export async function awaitTurn(
  database: Database<Schema>,
  channel: string,
  limitPerSecond: number | 'off',
): Promise<void> {
  if (limitPerSecond === 'off') return
  const stepSeconds = 1 / limitPerSecond
  const waitMs = await inTransaction(database, async (transaction) => {
    const { rows } = await sql<{ wait_ms: number }>`
      insert into channel_pace as pace (channel, next_at)
      values (${channel}, now() + make_interval(secs => ${stepSeconds}))
      on conflict (channel) do update
        set next_at = greatest(pace.next_at, now()) + make_interval(secs => ${stepSeconds})
      returning (extract(epoch from next_at - now()) - ${stepSeconds}::double precision)::float8 * 1000
        as wait_ms
    `.execute(transaction)
    return rows[0]!.wait_ms
  })
  if (waitMs > 0) await sleep(waitMs)
}
