import type { Channel, Inquiry, SendOutcome } from '../src/exchange/channel.ts'
import type { OutboxMessage } from '../src/exchange/outbox.ts'
import type { ExchangePorts } from '../src/exchange/send-message.ts'
import { createLog } from '../src/platform/log.ts'
import type { ExchangeDatabase } from './exchange-database.ts'

/** One request that a node has made, and when. */
export interface SeenRequest {
  readonly node: string
  readonly tenantId: string
  readonly what: 'send' | 'inquire'
  /** Milliseconds on the monotonic clock. */
  readonly at: number
}

/** An authority in memory, asked by any number of nodes. */
export class RecordedAuthority {
  readonly requests: SeenRequest[] = []
  /** What it answers; it takes everything unless told otherwise. */
  answer: (message: OutboxMessage) => SendOutcome | Promise<SendOutcome> = () => ({
    kind: 'delivered',
  })
  answerInquiry: () => Inquiry = () => ({ kind: 'not-known' })
  readonly channel: string

  constructor(channel: string) {
    this.channel = channel
  }

  /** The ports of one process that sends to it. */
  portsOf(
    { database, clock }: ExchangeDatabase,
    node: string,
    limitPerSecond: number | 'off' = 'off',
  ): ExchangePorts {
    const nothing = () => Promise.resolve()
    return {
      ...{ database, clock, node, limitPerSecond },
      log: createLog({ name: 'test', level: 'silent' }),
      channels: new Map([[this.channel, this.#channelOf(node)]]),
      observer: { delivered: nothing, refused: nothing, unknown: nothing, dead: nothing },
      receive: () => Promise.resolve('stored'),
    }
  }

  #channelOf(node: string): Channel {
    const see = (what: SeenRequest['what'], { tenantId }: OutboxMessage): void => {
      this.requests.push({ node, tenantId, what, at: performance.now() })
    }
    return {
      name: this.channel,
      send: async (message, turns) => {
        await turns.take()
        see('send', message)
        return this.answer(message)
      },
      inquire: async (message, turns) => {
        await turns.take()
        see('inquire', message)
        return this.answerInquiry()
      },
      pull: () => Promise.resolve(undefined),
    }
  }
}
