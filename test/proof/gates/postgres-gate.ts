import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from 'node:net'
import type { Gate, ProcessName, Watch } from './sighting.ts'
import { messagesFrom, type WireMessage } from './postgres-messages.ts'

export interface PostgresGateOptions {
  /** Whose connections come through this gate. */
  readonly process: ProcessName
  /** The server behind the gate. */
  readonly target: NetConnectOpts
  readonly watch: Watch
}

/**
 * Passes connections on to a PostgreSQL server and holds each transaction that has written, once
 * before its commit is passed on and once before its process learns that it was committed.
 * Statements that commit by themselves are held after it only: before them nothing has changed.
 */
export async function openPostgresGate(options: PostgresGateOptions): Promise<Gate> {
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(options.target)
    const pair = [client, upstream]
    for (const socket of pair) {
      open.add(socket)
      socket.setNoDelay(true)
      // A killed process leaves its connections behind; both halves of a pair end together.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        for (const each of pair) each.destroy()
      })
    }
    const session = new WatchedSession(options)
    void session.passRequests(client, upstream).finally(() => upstream.destroy())
    void session.passAnswers(upstream, client).finally(() => client.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** What a server may answer at length; held back until it is ready for the next request. */
const PARTS_OF_AN_ANSWER = new Set(['C', 'D', 'T', '1', '2', '3', 't', 'n', 'I', 's'])

/** Tags of statements that have changed rows; one that found none to change has not. */
const HAS_WRITTEN = /^(?:INSERT 0|UPDATE|DELETE|MERGE) [1-9]/

class WatchedSession {
  readonly #process: ProcessName
  readonly #watch: Watch
  #content = ''
  #isInTransaction = false
  #hasWritten = false
  #isCommitting = false

  constructor({ process, watch }: PostgresGateOptions) {
    this.#process = process
    this.#watch = watch
  }

  async passRequests(client: Socket, upstream: Socket): Promise<void> {
    for await (const message of messagesFrom(client, 'from-client')) {
      this.#content += message.bytes.toString('latin1')
      if (isCommit(message) && this.#hasWritten) {
        if ((await this.#show('before-commit')) === 'killed') return
        this.#isCommitting = true
      }
      upstream.write(message.bytes)
    }
  }

  async passAnswers(upstream: Socket, client: Socket): Promise<void> {
    let answer: WireMessage[] = []
    for await (const message of messagesFrom(upstream, 'from-server')) {
      if (answer.length === 0 && !PARTS_OF_AN_ANSWER.has(message.type)) {
        if (message.type === 'Z') this.#becomeReady(message)
        client.write(message.bytes)
        continue
      }
      answer.push(message)
      if (message.type !== 'Z') continue
      if ((await this.#finishAnswer(answer)) === 'killed') return
      client.write(Buffer.concat(answer.map(({ bytes }) => bytes)))
      answer = []
    }
  }

  async #finishAnswer(answer: readonly WireMessage[]): Promise<'let-pass' | 'killed'> {
    this.#content += answer.map(({ bytes }) => bytes.toString('latin1')).join('')
    const tags = answer.filter(({ type }) => type === 'C').map(tagOf)
    this.#hasWritten ||= tags.some((tag) => HAS_WRITTEN.test(tag))
    const hasCommitted = this.#isInTransaction
      ? this.#isCommitting && tags.includes('COMMIT')
      : this.#hasWritten
    const isOver = statusOf(answer.at(-1)!) === 'I'
    const seen = isOver && hasCommitted ? await this.#show('after-commit') : 'let-pass'
    this.#becomeReady(answer.at(-1)!)
    return seen
  }

  #becomeReady(ready: WireMessage): void {
    this.#isInTransaction = statusOf(ready) !== 'I'
    if (this.#isInTransaction) return
    this.#content = ''
    this.#hasWritten = false
    this.#isCommitting = false
  }

  #show(moment: 'before-commit' | 'after-commit'): Promise<'let-pass' | 'killed'> {
    return this.#watch({ process: this.#process, moment, content: this.#content })
  }
}

function isCommit({ type, bytes }: WireMessage): boolean {
  return type === 'Q' && /^commit;?\0$/i.test(bytes.toString('latin1', 5))
}

function tagOf({ bytes }: WireMessage): string {
  return bytes.toString('latin1', 5, bytes.length - 1)
}

/** `I` idle, `T` in a transaction, `E` in a failed one. */
function statusOf({ bytes }: WireMessage): string {
  return bytes.toString('latin1', 5, 6)
}
