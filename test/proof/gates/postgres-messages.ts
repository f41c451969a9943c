import type { Socket } from 'node:net'

/** A message of PostgreSQL's frontend/backend protocol, version 3. */
export interface WireMessage {
  /** The letter of its kind; `''` for the one that opens a connection, which has none. */
  readonly type: string
  /** The whole message with its head. */
  readonly bytes: Buffer
}

/** Cuts what arrives on a socket into messages; ends when the socket does, however it ends. */
export async function* messagesFrom(
  socket: Socket,
  direction: 'from-client' | 'from-server',
): AsyncGenerator<WireMessage> {
  const cutter = new Cutter(direction)
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) yield* cutter.cut(chunk)
  } catch {
    // The other process was killed or the gate closed: there is nothing more to pass on.
  }
}

const LENGTH_BYTES = 4

class Cutter {
  #rest: Buffer = Buffer.alloc(0)
  /** Only the very first message of a client has no letter before its length. */
  #letters: 0 | 1

  constructor(direction: 'from-client' | 'from-server') {
    this.#letters = direction === 'from-client' ? 0 : 1
  }

  /** The messages that are complete with this chunk. */
  *cut(chunk: Buffer): Generator<WireMessage> {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    while (this.#rest.length >= this.#letters + LENGTH_BYTES) {
      const size = this.#letters + this.#rest.readUInt32BE(this.#letters)
      if (this.#rest.length < size) return
      const type = this.#rest.toString('latin1', 0, this.#letters)
      yield { type, bytes: this.#rest.subarray(0, size) }
      this.#rest = this.#rest.subarray(size)
      this.#letters = 1
    }
  }
}
