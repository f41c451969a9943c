import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import {
  type Database,
  inTenant,
  inTransaction,
  type Schema,
  type TenantTransaction,
} from '../platform/postgres/index.ts'
import type { Channel } from './channel.ts'
import { timings } from './timings.ts'

/** A channel and the limit that holds on it over all nodes together. */
export interface PacedChannel {
  readonly database: Database<Schema>
  readonly channel: string
  /** Requests a second to one authority, of all nodes together. */
  readonly limitPerSecond: number | 'off'
}

/** The limit of a channel: its own, or that of the installation. */
export function limitOn(
  ports: {
    readonly channels: ReadonlyMap<string, Pick<Channel, 'limitPerSecond'>>
    readonly limitPerSecond: number | 'off'
  },
  channel: string,
): number | 'off' {
  return ports.channels.get(channel)?.limitPerSecond ?? ports.limitPerSecond
}

/** From one turn to the next, with a margin for the way that requests still have to go. */
export function stepSeconds(limitPerSecond: number | 'off'): number {
  return limitPerSecond === 'off' ? 0 : 1 / limitPerSecond + timings.turnMarginMs / 1_000
}

/**
 * Waits until one more request may go out on a channel. The pace is kept in the database, so that
 * all nodes together hold the authority's limit; each caller takes the next free moment and waits
 * for it outside of any transaction.
 *
 * @param tenantId whose share it counts against
 * @returns for how many milliseconds it has waited
 */
export async function awaitTurn(paced: PacedChannel, tenantId: string): Promise<number> {
  if (paced.limitPerSecond === 'off') return 0
  const waitMs = await inTenant(paced.database, tenantId, async (transaction) => {
    // The pace is locked before the share, as whoever claims a message does: two that lock in different
    // orders may wait for each other for ever.
    const ms = await reserveTurn(transaction, paced)
    await chargeTurn(transaction, paced.channel, tenantId)
    return ms
  })
  if (waitMs <= 0) return 0
  await sleep(waitMs)
  return waitMs
}

/** When the next turn of a channel is free. */
export interface Pace {
  /** Milliseconds until then, negative once it has come. */
  readonly waitMs: number
  /** The moment itself, as the database writes it: who sees the same one again knows that nobody came. */
  readonly nextAt: string
}

/** Looks at the pace of a channel. Until the commit nobody else does, on no node. */
export async function lockPace(transaction: TenantTransaction, channel: string): Promise<Pace> {
  const look = sql<Pace>`
    select extract(epoch from next_at - clock_timestamp())::float8 * 1000 as "waitMs",
      next_at::text as "nextAt"
    from channel_pace where channel = ${channel} for update
  `
  const [found] = (await look.execute(transaction)).rows
  if (found !== undefined) return found
  await sql`
    insert into channel_pace (channel, next_at) values (${channel}, clock_timestamp())
    on conflict (channel) do nothing
  `.execute(transaction)
  return (await look.execute(transaction)).rows[0]!
}

/** What became of asking for the next turn when it is free. */
export type TurnAsked =
  | { readonly kind: 'taken'; readonly nextAt: string }
  | { readonly kind: 'wait'; readonly ms: number }

/**
 * Takes the next turn if it is free, and takes none in advance.
 *
 * @param ownNextAt what the last turn of the same asker left: if nobody has come since, it is left free
 *   for a moment to whoever waits
 */
export function askForTurn(
  { database, channel, limitPerSecond }: PacedChannel,
  ownNextAt: string | undefined,
): Promise<TurnAsked> {
  return inTransaction(database, async (transaction): Promise<TurnAsked> => {
    const { waitMs, nextAt } = await lockPace(transaction, channel)
    const ms = waitMs + (nextAt === ownNextAt ? timings.yieldMs : 0)
    if (ms > 0) return { kind: 'wait', ms }
    const step = stepSeconds(limitPerSecond)
    const { rows } = await sql<{ nextAt: string }>`
      update channel_pace set next_at = clock_timestamp() + make_interval(secs => ${step})
      where channel = ${channel} returning next_at::text as "nextAt"
    `.execute(transaction)
    return { kind: 'taken', nextAt: rows[0]!.nextAt }
  })
}

/** @returns in how many milliseconds the turn comes */
async function reserveTurn(
  transaction: TenantTransaction,
  { channel, limitPerSecond }: PacedChannel,
): Promise<number> {
  const step = stepSeconds(limitPerSecond)
  const { rows } = await sql<{ wait_ms: number }>`
    insert into channel_pace as pace (channel, next_at)
    values (${channel}, clock_timestamp() + make_interval(secs => ${step}))
    on conflict (channel) do update
      set next_at = greatest(pace.next_at, clock_timestamp()) + make_interval(secs => ${step})
    returning
      (extract(epoch from next_at - clock_timestamp()) - ${step}::double precision)::float8 * 1000
      as wait_ms
  `.execute(transaction)
  return rows[0]!.wait_ms
}

async function chargeTurn(
  transaction: TenantTransaction,
  channel: string,
  tenantId: string,
): Promise<void> {
  await sql`
    update channel_share set finish = finish + 1
    where channel = ${channel} and tenant_id = ${tenantId}
  `.execute(transaction)
}
