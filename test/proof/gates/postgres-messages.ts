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
  let rest: Buffer = Buffer.alloc(0)
  // Only the very first message of a client has no letter before its length.
  let lettered = direction === 'from-server' ? 1 : 0
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      while (rest.length >= lettered + 4) {
        const size = lettered + rest.readUInt32BE(lettered)
        if (rest.length < size) break
        yield { type: rest.toString('latin1', 0, lettered), bytes: rest.subarray(0, size) }
        rest = rest.subarray(size)
        lettered = 1
      }
    }
  } catch {
    // The other process was killed or the gate closed: there is nothing more to pass on.
  }
}
