import { setTimeout as sleep } from 'node:timers/promises'
import { askForTurn, awaitTurn, type PacedChannel } from './pace.ts'
import { timings } from './timings.ts'

/** The right to make requests under an authority's limit, one at a time. */
export interface Turns {
  /** Comes back when one request may be made. */
  take(): Promise<void>
}

/**
 * Turns for whoever asks outside of an attempt, such as a fetching of notifications. However much that
 * is, messages have at least every other turn: it takes none in advance, and leaves the one after its own
 * free for a moment.
 */
export function turnsOn(channel: PacedChannel): Turns {
  let ownNextAt: string | undefined
  return {
    take: async () => {
      if (channel.limitPerSecond === 'off') return
      for (;;) {
        const asked = await askForTurn(channel, ownNextAt)
        if (asked.kind === 'taken') {
          ownNextAt = asked.nextAt
          return
        }
        await sleep(Math.min(Math.ceil(asked.ms), timings.lookMs))
      }
    },
  }
}

/**
 * The turns of one attempt. The first was taken together with the message; those that follow are
 * waited for and charged to the same tenant.
 */
export class AttemptTurns implements Turns {
  readonly #channel: PacedChannel
  readonly #tenantId: string
  #hasFirst = true
  /** Milliseconds for which the attempt has waited and done nothing. */
  waitedMs = 0

  constructor(channel: PacedChannel, tenantId: string) {
    this.#channel = channel
    this.#tenantId = tenantId
  }

  async take(): Promise<void> {
    if (this.#hasFirst) this.#hasFirst = false
    else this.waitedMs += await awaitTurn(this.#channel, this.#tenantId)
  }
}
