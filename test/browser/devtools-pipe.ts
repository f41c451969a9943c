import type { Readable, Writable } from 'node:stream'

type Listener = (params: never) => void

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: object
  readonly result?: object
  readonly error?: { readonly message: string }
}

/**
 * Speaks the DevTools protocol over the pipe of a browser that was started with
 * `--remote-debugging-pipe`: JSON messages, each ended by a zero byte. It needs no port and no package.
 */
export class DevtoolsPipe {
  readonly #output: Writable
  readonly #waiting = new Map<number, (message: Message) => void>()
  readonly #listeners = new Map<string, Listener[]>()
  #unread = Buffer.alloc(0)
  #lastId = 0

  constructor(output: Writable, input: Readable) {
    this.#output = output
    input.on('data', (chunk: Buffer) => this.#read(chunk))
    input.on('close', () => this.#end())
  }

  /** Sends a command and waits for what it answers; fails with the browser's own words. */
  async send<Answer>(method: string, params: object = {}, sessionId?: string): Promise<Answer> {
    this.#lastId += 1
    const id = this.#lastId
    const answered = new Promise<Message>((resolve) => this.#waiting.set(id, resolve))
    const message = { id, method, params, ...(sessionId !== undefined && { sessionId }) }
    this.#output.write(`${JSON.stringify(message)}\0`)
    const { result, error } = await answered
    if (error !== undefined) throw new Error(`${method}: ${error.message}`)
    return result as Answer
  }

  /** Hears of an event, whose parameters the listener has to know. */
  on(method: string, listener: Listener): void {
    const others = this.#listeners.get(method) ?? []
    this.#listeners.set(method, [...others, listener])
  }

  #read(chunk: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, chunk])
    for (;;) {
      const end = this.#unread.indexOf(0)
      if (end === -1) return
      this.#take(JSON.parse(this.#unread.subarray(0, end).toString('utf8')) as Message)
      this.#unread = this.#unread.subarray(end + 1)
    }
  }

  #take(message: Message): void {
    if (message.id !== undefined) {
      this.#waiting.get(message.id)?.(message)
      this.#waiting.delete(message.id)
      return
    }
    for (const listener of this.#listeners.get(message.method ?? '') ?? []) {
      listener(message.params as never)
    }
  }

  /** A browser that has gone answers nothing more. */
  #end(): void {
    for (const resolve of this.#waiting.values()) resolve({ error: { message: 'browser closed' } })
    this.#waiting.clear()
  }
}
