import { setTimeout as sleep } from 'node:timers/promises'
import { Rest } from '../platform/jobs/index.ts'
import { type Claim, claimNext } from './claim-next.ts'
import { type ExchangePorts, sendClaimed } from './send-message.ts'
import { timings } from './timings.ts'

/** Sends what lies in the outbox until it is stopped. */
export interface Dispatcher {
  /** Looks for something due on a channel now rather than after the rest. */
  wake(channel: string): void
  /** Takes no more messages and waits for those in hand. */
  stop(): Promise<void>
}

export interface DispatcherOptions {
  /** How many messages of one channel this process has in hand at the same time. */
  readonly senders: number
  /** For how long those in hand are waited for at the end. */
  readonly stopTimeLimitMs?: number
}

/**
 * Starts to send what lies in the outbox, on every channel by itself. Any number of processes may do
 * so side by side: which message is next is decided in the database.
 */
export function dispatchOutbox(ports: ExchangePorts, options: DispatcherOptions): Dispatcher {
  const { senders, stopTimeLimitMs = 10_000 } = options
  const loops = new Map<string, ChannelLoop>()
  for (const channel of ports.channels.keys()) {
    loops.set(channel, new ChannelLoop(ports, { channel, senders }))
  }
  return {
    wake: (channel) => loops.get(channel)?.wake(),
    stop: async () => {
      await Promise.all([...loops.values()].map((loop) => loop.stop(stopTimeLimitMs)))
    },
  }
}

/** One turn after the other is taken on a channel; what is sent goes side by side. */
class ChannelLoop {
  readonly #ports: ExchangePorts
  readonly #channel: string
  readonly #senders: number
  readonly #inHand = new Set<Promise<void>>()
  readonly #running: Promise<void>
  readonly #rest = new Rest()
  #isStopping = false

  constructor(
    ports: ExchangePorts,
    { channel, senders }: { readonly channel: string; readonly senders: number },
  ) {
    this.#ports = ports
    this.#channel = channel
    this.#senders = senders
    this.#running = this.#run()
  }

  wake(): void {
    this.#rest.wake()
  }

  async stop(timeLimitMs: number): Promise<void> {
    this.#isStopping = true
    this.#rest.end()
    // With every sender busy the loop itself waits for one of them, so the limit holds over both.
    const ended = this.#running.then(() => Promise.all(this.#inHand))
    await Promise.race([ended, sleep(timeLimitMs, undefined, { ref: false })])
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      if (this.#inHand.size >= this.#senders) await Promise.race(this.#inHand)
      else await this.#takeTurn()
    }
  }

  /** Never rejects: while the database is away it is asked again after a rest. */
  async #takeTurn(): Promise<void> {
    this.#rest.beginLook()
    try {
      const next = await claimNext(this.#ports, this.#channel)
      // A turn comes at its time, whatever else has become due meanwhile.
      if (next.kind === 'wait') await sleep(Math.min(Math.ceil(next.ms), timings.lookMs))
      else if (next.kind === 'nothing') await this.#rest.take(timings.lookMs)
      else this.#send(next.claim)
    } catch (error) {
      const { log } = this.#ports
      log.warn({ channel: this.#channel, error: String(error) }, 'no message can be taken')
      await sleep(timings.lookMs)
    }
  }

  #send(claim: Claim): void {
    const sending = sendClaimed(this.#ports, claim)
      .catch((error: unknown) => {
        // The lease runs out, and whoever takes the message over asks first.
        const { messageId } = claim.message
        this.#ports.log.error({ messageId, err: error }, 'what became of a message is not recorded')
      })
      .finally(() => this.#inHand.delete(sending))
    this.#inHand.add(sending)
  }
}
