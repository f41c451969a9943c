import {
  acrossTenants,
  type Database,
  inTenant,
  type Schema,
} from '../../platform/postgres/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { messageOf } from '../claim-next.ts'
import { keepStray } from '../inbox.ts'
import type { MessageObserver } from '../send-message.ts'
import type { ChangeReceipt, ReturnedLetter } from './letter-box.ts'

/** What a returned letter is noted with. */
export interface ReturnPorts {
  readonly database: Database<Schema>
  readonly clock: Clock
  readonly observer: Pick<MessageObserver, 'refused'>
}

/**
 * Notes that a letter came back: it counts as refused, with what the carrier says of it, and whoever listens
 * is told in the same transaction. A letter that is just being sent again is met later.
 */
export async function returnLetter(
  ports: ReturnPorts,
  returned: ReturnedLetter,
): Promise<ChangeReceipt> {
  const { channel, reference, sha256, why } = returned
  const [found] = await acrossTenants(ports.database, 'find_letter', [channel, reference, null])
  if (found === undefined) {
    const bytes = Buffer.from(JSON.stringify(returned))
    return keepStray(ports, { channel, bytes }, `a letter came back that is not known: ${why}`)
  }
  return inTenant(ports.database, found['tenant_id']!, async (transaction) => {
    const row = await transaction
      .selectFrom('exchange_message as message')
      .innerJoin('letter', 'letter.message_id', 'message.id')
      .selectAll('message')
      .where('letter.id', '=', found['letter_id']!)
      .forUpdate('message')
      .executeTakeFirstOrThrow()
    if (row.state === 'sending') return 'later'
    const isOpen = row.state === 'sent' || row.state === 'unknown' || row.state === 'due'
    if (!isOpen || !row.sha256.startsWith(sha256)) return 'known'
    await transaction
      .updateTable('exchange_message')
      .set({ state: 'refused', last_error: why })
      .where('id', '=', row.id)
      .execute()
    await ports.observer.refused(transaction, messageOf(row), [{ code: 'returned', message: why }])
    return 'stored'
  })
}
