import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'

/** What goes wrong with the next request that fits. */
export interface LetterFault {
  /** The beginning of method and path, such as `POST /correspondence/threads`. */
  readonly on: string
  /** Answers so instead; nothing is taken in. */
  readonly answer?: {
    readonly status: number
    readonly body?: string
    readonly headers?: Readonly<Record<string, string>>
  }
  /** Takes the request in and breaks the connection before the answer. */
  readonly loseAnswer?: true
  /** Takes nothing in and says nothing. */
  readonly silent?: true
}

interface TakenLetter {
  readonly thread: string
  readonly reference: string
  readonly text: string
}

interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** A token that the office lets in. */
export const LETTER_TOKEN = 'token-of-the-letter-test'

/**
 * An office that takes letters as the contract in `src/authority/README.md` says, and misbehaves as a test
 * orders. It shares nothing with the connector that it is there to test, nor with the sandbox office.
 */
export class LetterOffice {
  readonly taken: TakenLetter[] = []
  readonly requests: { readonly on: string; readonly body: string }[] = []
  readonly faults: LetterFault[] = []
  readonly files = new Map<string, Buffer>()
  /** What it tells, in order; the cursor is the place in it. */
  readonly changes: object[] = []
  readonly #server: Server

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  static async start(): Promise<LetterOffice> {
    const office = new LetterOffice()
    await new Promise<void>((resolve) => office.#server.listen(0, '127.0.0.1', resolve))
    return office
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Answers in a thread, with a file where one is given. */
  answer(thread: string, text: string, file?: Buffer): void {
    const number = this.changes.length + 1
    const attachments = file === undefined ? [] : [this.#keep(file)]
    this.changes.push({
      ...{ change: String(number), at: '2026-09-01T12:00:00Z', thread, kind: 'question' },
      ...{ subject: 'Labels', openedBy: 'trader', status: 'answered', awaits: 'trader' },
      message: {
        ...{
          id: `letter-${number}`,
          at: '2026-09-01T12:00:00Z',
          from: 'office',
          text,
          attachments,
        },
      },
    })
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #keep(file: Buffer): object {
    const id = `attachment-${this.files.size + 1}`
    this.files.set(id, file)
    const sha256 = createHash('sha256').update(file).digest('hex')
    return { id, name: 'note.pdf', mediaType: 'application/pdf', size: file.length, sha256 }
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Uint8Array[] = []
    for await (const chunk of incoming as AsyncIterable<Uint8Array>) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const { pathname, searchParams } = new URL(incoming.url ?? '/', this.url)
    const on = `${incoming.method ?? ''} ${pathname}`
    this.requests.push({ on, body })
    const position = this.faults.findIndex((fault) => on.startsWith(fault.on))
    const fault = position < 0 ? undefined : this.faults.splice(position, 1)[0]
    if (fault?.silent === true) return
    const { authorization } = incoming.headers
    const reply =
      fault?.answer ??
      (authorization === `Bearer ${LETTER_TOKEN}`
        ? this.#reply(on, body, searchParams)
        : { status: 401, body: '{}' })
    if (fault?.loseAnswer === true) {
      response.destroy()
      return
    }
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
    response.end(reply.body ?? '')
  }

  #reply(on: string, body: string, query: URLSearchParams): Reply {
    const [, file] = /^GET \/correspondence\/attachments\/(.+)$/.exec(on) ?? []
    if (file !== undefined) {
      const bytes = this.files.get(file)
      return bytes === undefined ? { status: 404 } : { status: 200, body: bytes }
    }
    if (on === 'GET /correspondence/changes') return this.#tell(query)
    if (on === 'POST /correspondence/threads') return this.#take(body, undefined)
    const [, thread] = /^POST \/correspondence\/threads\/([^/]+)\/messages$/.exec(on) ?? []
    return thread === undefined ? { status: 404 } : this.#take(body, thread)
  }

  #tell(query: URLSearchParams): Reply {
    const after = Number(query.get('after') ?? '0')
    const changes = this.changes.slice(after, after + Number(query.get('limit') ?? '100'))
    return { status: 200, body: JSON.stringify({ changes, next: String(after + changes.length) }) }
  }

  /** The same reference again gets the same answer. */
  #take(body: string, into: string | undefined): Reply {
    const { reference, text } = JSON.parse(body) as Omit<TakenLetter, 'thread'>
    const known = this.taken.find((letter) => letter.reference === reference)
    const thread =
      known?.thread ?? into ?? `COR-2026-${String(this.taken.length + 1).padStart(6, '0')}`
    if (known === undefined) this.taken.push({ thread, reference, text })
    const receipt = { thread, message: `of-${reference}`, receivedAt: '2026-09-01T12:00:00Z' }
    return { status: known === undefined ? 201 : 200, body: JSON.stringify(receipt) }
  }
}
