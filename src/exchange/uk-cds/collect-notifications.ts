import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import { type Database, inTransaction, type Schema } from '../../platform/postgres/index.ts'
import { channelPauseMs, noteLimit } from '../breaker.ts'
import { noteBegun, noteStored, readLost } from '../collected-notifications.ts'
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
  /** How often HMRC is asked for what it holds, by all nodes together. */
  readonly everySeconds: number | 'off'
}

/** What one round has brought. */
export interface Collected {
  readonly fetched: number
  /** Of these, those that no push had brought before. */
  readonly news: number
}

/**
 * Collects the notifications that HMRC holds for us: the net under its pushes, and the only way where it
 * has no address to push to. One node at a time has the turn, so that all together ask as often as one.
 * Those whose fetching came to nothing are fetched again whoever had begun it, also where HMRC is not
 * asked for others.
 * What is fetched is stored before the next is asked for; what was stored before changes nothing.
 */
export async function collectNotifications(ports: CollectingPorts): Promise<Collected> {
  // An authority that is down, or wants to hear nothing, is not asked for these either.
  if ((await channelPauseMs(ports, UK_CDS)) > 0) return { fetched: 0, news: 0 }
  const lost = await readLost(ports, UK_CDS)
  const listed = (await takeTurn(ports)) ? await readListed(ports) : []
  return collectEach(ports, [...new Set([...lost, ...listed])])
}

async function readListed(ports: CollectingPorts): Promise<readonly string[]> {
  const listed = await listUnpulled(ports.puller)
  if (!('setback' in listed)) return listed
  await noteLimit(ports, UK_CDS, listed.setback)
  ports.log.warn({ why: listed.setback.why }, 'notifications could not be listed')
  return []
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
  const held = { channel: UK_CDS, notificationId: id }
  await noteBegun(ports, held)
  const fetching = await fetchNotification(ports.puller, id)
  if (fetching.kind === 'failed') {
    const { setback } = fetching
    await noteLimit(ports, UK_CDS, setback)
    ports.log.warn({ notification: id, why: setback.why }, 'a notification was not fetched')
    return 'failed'
  }
  if (fetching.kind === 'gone') {
    ports.log.error({ notification: id }, 'a notification is not with the authority any more')
    await noteStored(ports, held)
    return 'gone'
  }
  const { bytes, conversationId } = fetching
  const receipt = await ports.receive({
    channel: UK_CDS,
    bytes,
    ...(conversationId !== undefined && { conversationId }),
  })
  await noteStored(ports, held)
  return receipt
}

/** HMRC keeps what was not delivered for two weeks; an id beyond that is asked for by nobody. */
const REMEMBERED_DAYS = 30

/** Forgets the ids of notifications that were stored long ago. */
export async function forgetCollected({
  database,
  clock,
}: Pick<CollectingPorts, 'database' | 'clock'>): Promise<void> {
  const before = new Date(Date.parse(clock.now()) - REMEMBERED_DAYS * 86_400_000)
  await inTransaction(database, (transaction) =>
    transaction.deleteFrom('collected_notification').where('stored_at', '<', before).execute(),
  )
}

async function takeTurn({ database, clock, everySeconds }: CollectingPorts): Promise<boolean> {
  if (everySeconds === 'off') return false
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
