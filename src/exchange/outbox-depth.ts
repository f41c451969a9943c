import type { Clock } from '../platform/clock.ts'
import { type Database, figuresAcrossTenants, type Schema } from '../platform/postgres/index.ts'

/** States of a message that has not been sent; what was sent only grows and says nothing of today. */
export const unsentStates = ['due', 'sending', 'unknown', 'refused', 'dead'] as const

/**
 * A state in which a message is not with the authority, or not surely. `refused` and `dead` wait
 * for a person, the others for the next attempt.
 */
export type UnsentState = (typeof unsentStates)[number]

/** What waits on one channel, of all tenants together. */
export interface OutboxDepth {
  readonly channel: string
  readonly messages: Readonly<Record<UnsentState, number>>
  /** For how long the longest waiting message has been due, 0 where none is. */
  readonly oldestDueSeconds: number
}

/** How deep the outbox is on every channel; figures only, so it needs no tenant. */
export function readOutboxDepths({
  database,
  clock,
  channelNames,
}: {
  readonly database: Database<Schema>
  readonly clock: Clock
  readonly channelNames: readonly string[]
}): Promise<readonly OutboxDepth[]> {
  const now = new Date(clock.now())
  return Promise.all(
    channelNames.map(async (channel) => {
      const figures = await figuresAcrossTenants(database, 'exchange_outbox_depth', [channel, now])
      const counts = unsentStates.map((state) => [state, figures[`${state}_count`] ?? 0] as const)
      return {
        channel,
        messages: Object.fromEntries(counts) as OutboxDepth['messages'],
        oldestDueSeconds: figures.oldest_due_seconds ?? 0,
      }
    }),
  )
}
