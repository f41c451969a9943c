import { EventEmitter, once } from 'node:events'
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { Socket } from 'node:net'

/** What a request on the wire has come to. */
export type Passage =
  /** Delivered, and its answer brought back. */
  | 'passed'
  /** Delivered, but the answer was lost on its way back. */
  | 'answer-lost'
  /** Delivered or not, nobody can tell: the line broke while it was under way. */
  | 'broken'

/** One request that went over the wire. */
export interface WireTraffic {
  readonly method: string
  readonly path: string
  readonly passage: Passage
}

/**
 * A line between two machines that can be damaged. It hands each request on byte for byte and knows
 * nothing of what is in it.
 */
export interface LossyWire {
  /** Where the line is entered, such as `http://127.0.0.1:40001`. */
  readonly url: string
  readonly isCut: boolean
  /** Whether the next answer to a `POST` will be lost. */
  readonly willLoseAnswer: boolean
  /** Breaks every connection, and refuses new ones until the line is mended. */
  cut(): Promise<void>
  mend(): Promise<void>
  /** Loses the answer to the next `POST` after it was delivered, or takes that back. */
  loseNextAnswer(wanted: 'lose' | 'keep'): void
  /** Told every request that went over the line. */
  onTraffic(listener: (traffic: WireTraffic) => void): void
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'

/** Lays a line that leads to a server on this machine. */
export async function layWire(targetUrl: string): Promise<LossyWire> {
  const wire = new Wire(new URL(targetUrl))
  await wire.mend()
  return wire
}

class Wire implements LossyWire {
  readonly #target: URL
  readonly #events = new EventEmitter()
  readonly #sockets = new Set<Socket>()
  readonly #server = createServer((request, response) => {
    this.#carry(request, response)
  })
  /** Free at first, then kept: whoever was told the address finds it again after a cut. */
  #port = 0
  willLoseAnswer = false

  constructor(target: URL) {
    this.#target = target
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
  }

  get url(): string {
    return `http://${LOOPBACK}:${this.#port}`
  }

  get isCut(): boolean {
    return !this.#server.listening
  }

  async cut(): Promise<void> {
    if (this.isCut) return
    const closed = once(this.#server, 'close')
    this.#server.close()
    for (const socket of this.#sockets) socket.resetAndDestroy()
    await closed
  }

  async mend(): Promise<void> {
    if (!this.isCut) return
    const listening = once(this.#server, 'listening')
    this.#server.listen(this.#port, LOOPBACK)
    await listening
    const address = this.#server.address()
    if (typeof address === 'object' && address !== null) this.#port = address.port
  }

  loseNextAnswer(wanted: 'lose' | 'keep'): void {
    this.willLoseAnswer = wanted === 'lose'
  }

  onTraffic(listener: (traffic: WireTraffic) => void): void {
    this.#events.on('traffic', listener)
  }

  close(): Promise<void> {
    return this.cut()
  }

  #carry(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url: path = '' } = request
    let passage: Passage = 'broken'
    response.on('close', () => this.#events.emit('traffic', { method, path, passage }))
    const onward = forward({
      ...{ hostname: this.#target.hostname, port: this.#target.port, method, path },
      headers: request.headers,
    })
    onward.on('error', () => request.socket.destroy())
    // A sender that has gone away takes the request with it, as on a real line.
    request.on('error', () => onward.destroy())
    onward.on('response', (answer) => {
      if (method === 'POST' && this.willLoseAnswer) {
        this.willLoseAnswer = false
        passage = 'answer-lost'
        answer.resume()
        request.socket.resetAndDestroy()
        return
      }
      passage = 'passed'
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(response)
    })
    request.pipe(onward)
  }
}
