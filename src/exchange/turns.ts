import { awaitTurn, type PacedChannel } from './pace.ts'

/** The right to make requests under an authority's limit, one at a time. */
export interface Turns {
  /** Comes back when one request may be made. */
  take(): Promise<void>
}

/** Turns for whoever asks outside of an attempt, such as a fetching of notifications. */
export function turnsOn(channel: PacedChannel): Turns {
  return {
    take: async () => {
      await awaitTurn(channel)
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
