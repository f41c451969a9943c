import type { Clock } from '../../platform/clock.ts'
import { type Database, inTenant, type Schema } from '../../platform/postgres/index.ts'
import type { OutboxMessage } from '../outbox.ts'

/**
 * Remembers of a message that its file lies complete under its unfinished name and is about to get
 * its own. With that, a file that lies under neither was renamed and has been taken by the other side.
 */
export interface DispatchRecord {
  aboutToRename(message: OutboxMessage): Promise<void>
  wasAboutToRename(message: OutboxMessage): Promise<boolean>
}

/** Kept in the database, so that the node that takes a message over knows it as well. */
export function storedDispatchRecord(database: Database<Schema>, clock: Clock): DispatchRecord {
  return {
    aboutToRename: async ({ tenantId, messageId }) => {
      await inTenant(database, tenantId, (transaction) =>
        transaction
          .insertInto('exchange_dispatch')
          .values({ message_id: messageId, tenant_id: tenantId, renaming_at: clock.now() })
          .onConflict((conflict) => conflict.column('message_id').doNothing())
          .execute(),
      )
    },
    wasAboutToRename: async ({ tenantId, messageId }) => {
      const found = await inTenant(database, tenantId, (transaction) =>
        transaction
          .selectFrom('exchange_dispatch')
          .select('message_id')
          .where('message_id', '=', messageId)
          .executeTakeFirst(),
      )
      return found !== undefined
    },
  }
}
