import type { ClearancePorts } from '../clearance/ports.ts'
import { followStandingQueue } from '../clearance/queues.ts'
import type { InboxPorts } from '../exchange/inbox.ts'
import { identifyNotification } from '../exchange/uk-cds/identify-notification.ts'
import { enqueue } from '../platform/jobs/index.ts'

/** The inbox of the Customs Declaration Service: a stored notification has its case looked at. */
export function inboxPorts({
  database,
  clock,
}: Pick<ClearancePorts, 'database' | 'clock'>): InboxPorts {
  return {
    database,
    clock,
    read: identifyNotification,
    stored: async (transaction, news) => {
      await enqueue(transaction, followStandingQueue, news)
    },
  }
}
