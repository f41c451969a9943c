import type { Readable } from 'node:stream'

/** What a line may hold: the largest message, with room for what JSON writes around it. */
const MAXIMUM_BYTES = 48_000_000

/** A line as text, or why it is none. */
export type LineRead = { readonly text: string } | { readonly fault: 'not-utf8' | 'too-long' }

/**
 * The lines of a stream as text, while they still come. A line that is not UTF-8 or is larger than
 * any question may be is told as such, and the next one is read.
 */
export async function* inputLines(input: Readable): AsyncGenerator<LineRead> {
  const line = new LineBytes()
  for await (const chunk of input as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let start = 0
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      line.add(bytes.subarray(start, end))
      yield line.take()
      start = end + 1
    }
    line.add(bytes.subarray(start))
  }
  if (!line.isEmpty) yield line.take()
}

const LINE_FEED = 0x0a

/** The bytes of the line that is being read, as far as they are kept. */
class LineBytes {
  #parts: Buffer[] = []
  #length = 0

  get isEmpty(): boolean {
    return this.#length === 0
  }

  add(part: Buffer): void {
    this.#length += part.length
    if (this.#length <= MAXIMUM_BYTES) this.#parts.push(part)
    else this.#parts = []
  }

  take(): LineRead {
    const bytes = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts)
    const isTooLong = this.#length > MAXIMUM_BYTES
    this.#parts = []
    this.#length = 0
    return isTooLong ? { fault: 'too-long' } : decode(bytes)
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Buffer | undefined): LineRead {
  try {
    return { text: utf8.decode(bytes).replace(/\r$/, '') }
  } catch {
    return { fault: 'not-utf8' }
  }
}
