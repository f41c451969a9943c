import type { Channel, Collecting, TakeIn } from '../channel.ts'
import { type InboxPorts, keepStray, type IncomingNotification, type Receipt } from '../inbox.ts'
import type { Log } from '../../platform/log.ts'
import { endTurn, takeTurn, type TurnPorts } from './channel-turn.ts'

/** What the collector works with. */
export interface CollectPorts extends TurnPorts, Pick<InboxPorts, 'database' | 'clock'> {
  readonly log: Log
  readonly channels: ReadonlyMap<string, Channel>
  /** Takes in what was found, as if it had been pushed. */
  readonly receive: (notification: IncomingNotification) => Promise<Receipt>
}

/** Longer than one look may take; the time limits of places and mailboxes see to that. */
const LEASE_SECONDS = 120

/**
 * Looks for answers on every channel where it is due, one node at a time on each. A channel that does
 * not answer does not hold up the others.
 */
export async function collectAnswers(ports: CollectPorts): Promise<void> {
  await Promise.all(
    [...ports.channels.values()].map(async ({ name, collecting }) => {
      if (collecting !== undefined) await collectOn(ports, name, collecting)
    }),
  )
}

async function collectOn(
  ports: CollectPorts,
  channel: string,
  { everySeconds, collect }: Collecting,
): Promise<void> {
  const turn = { channel, task: 'collect' } as const
  if (!(await takeTurn(ports, { ...turn, leaseSeconds: LEASE_SECONDS }))) return
  const why = await look(ports, channel, collect)
  await endTurn(ports, {
    ...turn,
    nextInSeconds: everySeconds,
    ...(why !== undefined && { why }),
  })
}

/** @returns what went wrong, undefined where nothing did */
async function look(
  { log, ...ports }: CollectPorts,
  channel: string,
  collect: Collecting['collect'],
): Promise<string | undefined> {
  const take: TakeIn = {
    store: (bytes) => ports.receive({ channel, bytes }),
    refuse: async (bytes, why) => {
      await keepStray(ports, { channel, bytes }, why)
    },
  }
  try {
    const { taken, aside, waiting, failed } = await collect(take)
    if (taken + aside > 0) log.info({ channel, taken, aside, waiting }, 'answers collected')
    if (failed.length > 0) log.warn({ channel, failed }, 'answers could not be collected')
    return failed[0]
  } catch (error) {
    const why = (error as Error).message
    log.warn({ channel, why }, 'a channel could not be looked at for answers')
    return why
  }
}
