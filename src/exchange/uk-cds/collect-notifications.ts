import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import { type Database, inTransaction, type Schema } from '../../platform/postgres/index.ts'
import { channelPauseMs } from '../breaker.ts'
import type { IncomingNotification, Receipt } from '../inbox.ts'
import { UK_CDS } from './channel-name.ts'
import { fetchNotification, listUnpulled, type Puller } from './pull-notifications.ts'

/** What collecting works with. */
export interface CollectingPorts {
  readonly database: Database<Schema>
  readonly clock: Clock
  readonly log: Log
  readonly puller: Puller
  /** Takes in what was fetched, as if it had been pushed. */
  readonly receive: (notification: IncomingNotification) => Promise<Receipt>
  /** How often it is asked for, of all nodes together. */
  readonly everySeconds: number
}

/** What one round has brought. */
export interface Collected {
  readonly fetched: number
  /** Of these, those that no push had brought before. */
  readonly news: number
}

/**
 * A notification whose fetching began longer ago than this and that was not stored was lost with the
 * worker that fetched it.
 */
const LOST_AFTER_MS = 60_000
const LOST_AT_ONCE = 500

/**
 * Collects the notifications that HMRC holds for us: the net under its pushes, and the only way where it
 * has no address to push to. One node at a time has the turn, so that all together ask as often as one.
 * What is fetched is stored before the next is asked for; what was stored before changes nothing.
 */
export async function collectNotifications(ports: CollectingPorts): Promise<Collected> {
  // An authority that is down, or wants to hear nothing, is not asked for these either.
  const mayAsk = (await channelPauseMs(ports, UK_CDS)) === 0
  if (!mayAsk || !(await takeTurn(ports))) return { fetched: 0, news: 0 }
  const lost = await readLost(ports)
  const listed = await listUnpulled(ports.puller)
  if ('why' in listed) {
    ports.log.warn({ why: listed.why }, 'notifications could not be listed')
    return collectEach(ports, lost)
  }
  return collectEach(ports, [...new Set([...lost, ...listed])])
}

async function collectEach(ports: CollectingPorts, ids: readonly string[]): Promise<Collected> {
  let [fetched, news] = [0, 0]
  for (const id of ids) {
    const receipt = await collect(ports, id)
    // What fails for one fails for the others as a rule; they stay where they are until the next round.
    if (receipt === 'failed') break
    if (receipt === 'gone') continue
    fetched += 1
    if (receipt === 'stored') news += 1
  }
  if (fetched > 0) ports.log.info({ fetched, news }, 'notifications collected')
  return { fetched, news }
}

async function collect(ports: CollectingPorts, id: string): Promise<Receipt | 'gone' | 'failed'> {
  await noteBegun(ports, id)
  const fetching = await fetchNotification(ports.puller, id)
  if (fetching.kind === 'failed') {
    ports.log.warn({ notification: id, why: fetching.why }, 'a notification was not fetched')
    return 'failed'
  }
  if (fetching.kind === 'gone') {
    ports.log.error({ notification: id }, 'a notification is not with the authority any more')
    await noteStored(ports, id)
    return 'gone'
  }
  const { bytes, conversationId } = fetching
  const receipt = await ports.receive({
    channel: UK_CDS,
    bytes,
    ...(conversationId !== undefined && { conversationId }),
  })
  await noteStored(ports, id)
  return receipt
}

function takeTurn({ database, clock, everySeconds }: CollectingPorts): Promise<boolean> {
  const now = new Date(clock.now())
  const next_at = new Date(now.getTime() + everySeconds * 1000)
  return inTransaction(database, async (transaction) => {
    const taken = await transaction
      .insertInto('channel_collection')
      .values({ channel: UK_CDS, next_at })
      .onConflict((conflict) =>
        conflict
          .column('channel')
          .doUpdateSet({ next_at })
          .where('channel_collection.next_at', '<=', now),
      )
      .returning('channel')
      .executeTakeFirst()
    return taken !== undefined
  })
}

function readLost({ database, clock }: CollectingPorts): Promise<readonly string[]> {
  return inTransaction(database, async (transaction) => {
    const rows = await transaction
      .selectFrom('collected_notification')
      .select('notification_id')
      .where('channel', '=', UK_CDS)
      .where('stored_at', 'is', null)
      .where('begun_at', '<', new Date(Date.parse(clock.now()) - LOST_AFTER_MS))
      .orderBy('begun_at')
      .limit(LOST_AT_ONCE)
      .execute()
    return rows.map((row) => row.notification_id)
  })
}

async function noteBegun({ database, clock }: CollectingPorts, id: string): Promise<void> {
  const begun_at = clock.now()
  await inTransaction(database, (transaction) =>
    transaction
      .insertInto('collected_notification')
      .values({ channel: UK_CDS, notification_id: id, begun_at })
      .onConflict((conflict) =>
        conflict.columns(['channel', 'notification_id']).doUpdateSet({ begun_at }),
      )
      .execute(),
  )
}

async function noteStored({ database, clock }: CollectingPorts, id: string): Promise<void> {
  await inTransaction(database, (transaction) =>
    transaction
      .updateTable('collected_notification')
      .set({ stored_at: clock.now() })
      .where('channel', '=', UK_CDS)
      .where('notification_id', '=', id)
      .execute(),
  )
}
