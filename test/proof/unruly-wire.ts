import { once } from 'node:events'
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request as forward,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SeededChoice } from './seeded-choice.ts'

/**
 * What an unruly wire does to a request.
 * - `passed`: nothing.
 * - `cut-before`: the line breaks before anything has got through.
 * - `cut-after`: it was delivered, and the line breaks before the answer is back.
 * - `delayed`: it is late, at times later than its sender has patience for.
 * - `doubled`: it is delivered twice.
 * - `overtaken`: it waits until others that came after it have gone before it.
 */
export type Mischief =
  'passed' | 'cut-before' | 'cut-after' | 'delayed' | 'doubled' | 'overtaken' | 'refused'

/** How often each kind of mischief is made, as shares of one hundred; the rest passes. */
const SHARES: readonly (readonly [Mischief, number])[] = [
  ['cut-before', 5],
  ['cut-after', 6],
  ['delayed', 7],
  ['doubled', 6],
  ['overtaken', 6],
]

/** Beyond the eight seconds for which either side waits for an answer. */
const BEYOND_PATIENCE_MS = 9_000
const LATE_MS = 3_000
/** One in so many late ones is later than its sender waits. */
const ONE_BEYOND_PATIENCE_IN = 6
const OVERTAKEN_MS = 1_500

/** A request that has come to a wire. */
export interface WireRequest {
  /** Milliseconds on the monotonic clock. */
  readonly at: number
  readonly method: string
  readonly mischief: Mischief
}

/**
 * Called with a request that is about to be delivered or has been; it may end its sender, and comes
 * back when that is done.
 */
export type Ambush = () => Promise<void>

export interface UnrulyWireOptions {
  readonly targetPort: number
  readonly choice: SeededChoice
}

/** A line to a server on this machine that makes mischief while it is told to. */
export class UnrulyWire {
  readonly requests: WireRequest[] = []
  readonly #options: UnrulyWireOptions
  readonly #sockets = new Set<Socket>()
  readonly #server = createServer((request, response) => {
    // Whatever breaks on the other side breaks the line on this one.
    this.#carry(request, response).catch(() => request.socket.destroy())
  })
  #overtaken: (() => void)[] = []
  #isUnruly = false
  #isCut = false
  #ambush: { readonly when: 'before' | 'after'; readonly spring: Ambush } | undefined

  private constructor(options: UnrulyWireOptions) {
    this.#options = options
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => this.#sockets.delete(socket))
    })
  }

  static async lay(options: UnrulyWireOptions): Promise<UnrulyWire> {
    const wire = new UnrulyWire(options)
    wire.#server.listen(0, '127.0.0.1')
    await once(wire.#server, 'listening')
    return wire
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Makes mischief from now on, or lets everything pass. */
  be(mood: 'unruly' | 'calm'): void {
    this.#isUnruly = mood === 'unruly'
    this.#letOvertakenGo()
  }

  /** Breaks every connection and refuses all requests for a while. */
  async blackOut(milliseconds: number): Promise<void> {
    this.#isCut = true
    for (const socket of this.#sockets) socket.resetAndDestroy()
    await sleep(milliseconds)
    this.#isCut = false
  }

  /** Lies in wait for the next submission. */
  ambushNext(when: 'before' | 'after', spring: Ambush): void {
    this.#ambush = { when, spring }
  }

  async close(): Promise<void> {
    this.#server.close()
    for (const socket of this.#sockets) socket.destroy()
    await once(this.#server, 'close')
  }

  async #carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ambush = request.method === 'POST' ? this.#ambush : undefined
    const mischief = ambush === undefined ? this.#chooseMischief() : 'passed'
    const { method = '' } = request
    this.requests.push({ at: performance.now(), method, mischief })
    if (mischief === 'refused' || mischief === 'cut-before') return cut(request)
    const body = await contentOf(request)
    if (mischief === 'delayed') await sleep(this.#delayMs())
    if (mischief === 'overtaken') await this.#letOthersPass()
    else this.#letOvertakenGo()
    if (ambush !== undefined) this.#ambush = undefined
    if (ambush?.when === 'before') await ambush.spring()
    if (ambush?.when === 'before') return cut(request)
    const answer = await this.#deliver(request, body)
    if (ambush !== undefined) await ambush.spring()
    if (mischief === 'doubled') await this.#deliver(request, body)
    if (mischief === 'cut-after' || ambush !== undefined) return cut(request)
    response.writeHead(answer.status, answer.headers)
    response.end(answer.body)
  }

  #chooseMischief(): Mischief {
    if (this.#isCut) return 'refused'
    if (!this.#isUnruly) return 'passed'
    let mark = this.#options.choice.fraction() * 100
    for (const [mischief, share] of SHARES) {
      if (mark < share) return mischief
      mark -= share
    }
    return 'passed'
  }

  #delayMs(): number {
    const { choice } = this.#options
    const isBeyond = choice.fraction() * ONE_BEYOND_PATIENCE_IN < 1
    return isBeyond ? BEYOND_PATIENCE_MS : choice.fraction() * LATE_MS
  }

  /** Until the next request has passed, and not for ever. */
  #letOthersPass(): Promise<unknown> {
    const overtaken = new Promise<void>((resolve) => this.#overtaken.push(resolve))
    return Promise.race([overtaken, sleep(OVERTAKEN_MS)])
  }

  /** What is overtaken leaves after the one that overtakes it. */
  #letOvertakenGo(): void {
    const waiting = this.#overtaken
    this.#overtaken = []
    if (waiting.length > 0) setTimeout(() => waiting.forEach((go) => go()), 50)
  }

  async #deliver({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const { targetPort: port } = this.#options
    const onward = forward({
      ...{ hostname: '127.0.0.1', port, method, path: url, headers, agent: false },
    })
    return answerTo(onward, body)
  }
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

async function answerTo(onward: ClientRequest, body: Buffer): Promise<Answer> {
  onward.end(body)
  const [response] = (await once(onward, 'response')) as [IncomingMessage]
  const { statusCode = 502, headers } = response
  return { status: statusCode, headers, body: await contentOf(response) }
}

async function contentOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function cut({ socket }: IncomingMessage): void {
  socket.resetAndDestroy()
}
