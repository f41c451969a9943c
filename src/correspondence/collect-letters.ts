import { channelPauseMs, noteLimit } from '../exchange/breaker.ts'
import { endTurn, takeTurn } from '../exchange/channels/channel-turn.ts'
import { keepStray } from '../exchange/inbox.ts'
import type { LetterChannel, TakeLetters } from '../exchange/letters/letter-box.ts'
import { returnLetter } from '../exchange/letters/return-letter.ts'
import type { Log } from '../platform/log.ts'
import { inTransaction } from '../platform/postgres/index.ts'
import type { CorrespondencePorts } from './correspondence-ports.ts'
import { letterObserver } from './letter-outcome.ts'
import { moveCursor, takeInChange } from './take-in-change.ts'

/** What the collector works with. */
export interface CollectLettersPorts extends CorrespondencePorts {
  readonly log: Log
  readonly channels: readonly LetterChannel[]
}

/** Longer than one look may take. */
const LEASE_SECONDS = 180

/** Looks for letters on every channel where it is due, one node at a time on each. */
export async function collectLetters(ports: CollectLettersPorts): Promise<void> {
  await Promise.all(ports.channels.map((channel) => collectOn(ports, channel)))
}

async function collectOn(ports: CollectLettersPorts, channel: LetterChannel): Promise<void> {
  const { name, letters } = channel
  // An office that wants to hear nothing is not asked for letters either.
  if ((await channelPauseMs(ports.clearance, name)) > 0) return
  const turn = { channel: name, task: 'collect' } as const
  if (!(await takeTurn(ports.clearance, { ...turn, leaseSeconds: LEASE_SECONDS }))) return
  const why = await look(ports, channel)
  await endTurn(ports.clearance, {
    ...{ ...turn, nextInSeconds: letters.everySeconds },
    ...(why !== undefined && { why }),
  })
}

/** @returns what went wrong, undefined where nothing did */
async function look(
  ports: CollectLettersPorts,
  { name: channel, letters }: LetterChannel,
): Promise<string | undefined> {
  const { log } = ports
  try {
    const { taken, aside, why, setback } = await letters.collect(takeOn(ports, channel))
    if (setback !== undefined) await noteLimit(ports.clearance, channel, setback)
    if (taken + aside > 0) log.info({ channel, taken, aside }, 'letters collected')
    if (why !== undefined) log.warn({ channel, why }, 'letters could not all be collected')
    return why
  } catch (error) {
    const why = (error as Error).message
    log.warn({ channel, why }, 'a channel could not be looked at for letters')
    return why
  }
}

function takeOn(ports: CollectLettersPorts, channel: string): TakeLetters {
  const { database, clock } = ports.clearance
  return {
    cursor: async () => {
      const row = await inTransaction(database, (transaction) =>
        transaction
          .selectFrom('letter_cursor')
          .select('cursor')
          .where('channel', '=', channel)
          .executeTakeFirst(),
      )
      return row?.cursor
    },
    take: (incoming) => takeInChange(ports, incoming),
    giveBack: (returned) =>
      returnLetter({ database, clock, observer: letterObserver(ports) }, returned),
    refuse: async (bytes, why, cursor) => {
      await keepStray(ports.clearance, { channel, bytes }, why)
      if (cursor === undefined) return
      await inTransaction(database, (transaction) =>
        moveCursor(transaction, { channel, cursor, now: clock.now() }),
      )
    },
  }
}
