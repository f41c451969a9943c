import type { Clock } from '../platform/clock.ts'
import { type Database, inTransaction, type Schema } from '../platform/postgres/index.ts'

/** What fetching is noted with. */
export interface CollectedPorts {
  readonly database: Database<Schema>
  readonly clock: Clock
}

/** One notification that an authority holds, by its own id. */
export interface HeldNotification {
  readonly channel: string
  readonly notificationId: string
}

/**
 * A notification whose fetching began longer ago than this and that was not stored was lost on its way,
 * or with the worker that fetched it: two requests at their time limits and some turns have gone by.
 */
const LOST_AFTER_MS = 30_000
const LOST_AT_ONCE = 500

/**
 * Notes that a notification is about to be fetched. Fetching is what acknowledges it to the authority,
 * which will not push it any more, so without this nothing would know of one whose answer was lost.
 */
export async function noteBegun(
  { database, clock }: CollectedPorts,
  { channel, notificationId }: HeldNotification,
): Promise<void> {
  const begun_at = clock.now()
  await inTransaction(database, (transaction) =>
    transaction
      .insertInto('collected_notification')
      .values({ channel, notification_id: notificationId, begun_at })
      .onConflict((conflict) =>
        conflict.columns(['channel', 'notification_id']).doUpdateSet({ begun_at }),
      )
      .execute(),
  )
}

/** Notes that a fetched notification is stored, or that the authority does not have it any more. */
export async function noteStored(
  { database, clock }: CollectedPorts,
  { channel, notificationId }: HeldNotification,
): Promise<void> {
  await inTransaction(database, (transaction) =>
    transaction
      .updateTable('collected_notification')
      .set({ stored_at: clock.now() })
      .where('channel', '=', channel)
      .where('notification_id', '=', notificationId)
      .execute(),
  )
}

/** The ids of those whose fetching began and came to nothing. */
export async function readLost(
  { database, clock }: CollectedPorts,
  channel: string,
): Promise<readonly string[]> {
  return inTransaction(database, async (transaction) => {
    const rows = await transaction
      .selectFrom('collected_notification')
      .select('notification_id')
      .where('channel', '=', channel)
      .where('stored_at', 'is', null)
      .where('begun_at', '<', new Date(Date.parse(clock.now()) - LOST_AFTER_MS))
      .orderBy('begun_at')
      .limit(LOST_AT_ONCE)
      .execute()
    return rows.map((row) => row.notification_id)
  })
}
