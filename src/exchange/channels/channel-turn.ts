import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import { newSecret } from '../../platform/ids.ts'
import { type Database, inTransaction, type Schema } from '../../platform/postgres/index.ts'

/** What is done on a channel by one node at a time. */
export type ChannelTask = 'collect' | 'certificates'

/** This process among those that take turns. */
const NODE = newSecret(9)

/** Where turns are kept and by which clock. */
export interface TurnPorts {
  readonly database: Database<Schema>
  readonly clock: Clock
}

/** What a turn is asked for. */
export interface TurnWanted {
  readonly channel: string
  readonly task: ChannelTask
  /** After so long a node that did not come back is taken for dead, and another may begin. */
  readonly leaseSeconds: number
}

/**
 * Takes the turn of a task on a channel, if it is due and no other node has it. What is done in a turn
 * bears being done twice: a node that is taken for dead may only have been slow.
 *
 * @returns whether it is ours now
 */
export async function takeTurn(
  { database, clock }: TurnPorts,
  { channel, task, leaseSeconds }: TurnWanted,
): Promise<boolean> {
  const now = clock.now()
  const heldUntil = secondsAfter(now, leaseSeconds)
  return inTransaction(database, async (transaction) => {
    const { rows } = await sql`
      insert into channel_turn as turn (channel, task, holder, due_at, failures)
      values (${channel}, ${task}, ${NODE}, ${heldUntil}, 0)
      on conflict (channel, task) do update
        set holder = excluded.holder, due_at = excluded.due_at
        where turn.due_at <= ${now}
      returning turn.channel`.execute(transaction)
    return rows.length > 0
  })
}

/** How a turn ended. */
export interface TurnEnd {
  readonly channel: string
  readonly task: ChannelTask
  /** When the next one is due, if nothing went wrong. */
  readonly nextInSeconds: number
  /** What went wrong; absent where nothing did. */
  readonly why?: string
}

const LONGEST_PAUSE_SECONDS = 300

/**
 * Gives a turn back and says when the next is due: after failures in a row later each time, up to five
 * minutes or the usual pause, whichever is longer. A turn that another node has taken over stays its.
 */
export async function endTurn(
  { database, clock }: TurnPorts,
  { channel, task, nextInSeconds, why }: TurnEnd,
): Promise<void> {
  const now = clock.now()
  await inTransaction(database, async (transaction) => {
    const held = await transaction
      .selectFrom('channel_turn')
      .select('failures')
      .where('channel', '=', channel)
      .where('task', '=', task)
      .where('holder', '=', NODE)
      .forUpdate()
      .executeTakeFirst()
    if (held === undefined) return
    const failures = why === undefined ? 0 : held.failures + 1
    await transaction
      .updateTable('channel_turn')
      .set({
        holder: null,
        failures,
        due_at: secondsAfter(now, pauseSeconds(nextInSeconds, failures)),
        last_error: why ?? null,
        ...(why === undefined && { done_at: now }),
      })
      .where('channel', '=', channel)
      .where('task', '=', task)
      .execute()
  })
}

/** Seconds until the next turn. */
export function pauseSeconds(usualSeconds: number, failures: number): number {
  const longest = Math.max(usualSeconds, LONGEST_PAUSE_SECONDS)
  return Math.min(usualSeconds * 2 ** Math.min(failures, 20), longest)
}

function secondsAfter(now: string, seconds: number): Date {
  return new Date(Date.parse(now) + seconds * 1000)
}
