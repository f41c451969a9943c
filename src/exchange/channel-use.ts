import type { Instant } from '../customs/calendar/local-date.ts'
import { type Database, figuresAcrossTenants, type Schema } from '../platform/postgres/index.ts'

/** Over which time the use of a limit is counted: long enough to be steady, short enough to be now. */
const USE_SECONDS = 60

/** How much of an authority's limit all tenants and nodes together use at present. */
export interface ChannelUse {
  /** Attempts in the last minute; each takes one request or more. */
  readonly attemptsInMinute: number
  /** Requests that the limit lets through in a minute; absent where there is none. */
  readonly requestsPerMinute?: number
}

/** How much a channel is used by everybody together: a figure that names nobody. */
export async function readChannelUse(
  database: Database<Schema>,
  {
    channel,
    now,
    limitPerSecond,
  }: {
    readonly channel: string
    readonly now: Instant
    readonly limitPerSecond: number | 'off'
  },
): Promise<ChannelUse> {
  const since = new Date(Date.parse(now) - USE_SECONDS * 1_000)
  const figures = await figuresAcrossTenants(database, 'exchange_channel_use', [channel, since])
  return {
    attemptsInMinute: figures.attempts_count ?? 0,
    ...(limitPerSecond !== 'off' && { requestsPerMinute: limitPerSecond * USE_SECONDS }),
  }
}
