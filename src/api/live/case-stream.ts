import type { Database, Schema } from '../../platform/postgres/index.ts'
import { type CaseChanges, type CaseChangeWatch, changesBetween } from './case-changes.ts'

/** Who listens, from where on, and until when. */
export interface CaseListening {
  readonly tenantId: string
  /** The horizon that the listener was told last; absent where it begins now. */
  readonly after?: number
  /** Whether the listener still has the right to listen; asked at each heartbeat. */
  readonly mayGoOn: () => Promise<boolean>
  /** Ends the stream: the listener has gone or the server shuts down. */
  readonly signal: AbortSignal
}

/** Shorter than the time after which proxies commonly close a silent connection. */
const HEARTBEAT_MS = 15_000
/** How long a listener waits before it comes back. */
const RETRY_MS = 2_000

/**
 * The text of a stream of the changes of a tenant's cases, without end. Its first message says that
 * it listens, or that so much was missed that the list has to be read anew.
 */
export async function* caseStream(
  { database, watch }: { readonly database: Database<Schema>; readonly watch: CaseChangeWatch },
  { tenantId, after, mayGoOn, signal }: CaseListening,
): AsyncGenerator<string> {
  yield `retry: ${RETRY_MS}\n\n`
  const post = new Letterbox<CaseChanges>(signal)
  const from = await watch.listen(tenantId, (changes) => post.put(changes), signal)
  const missed =
    after === undefined || after >= from
      ? { horizon: from, cases: [] }
      : await changesBetween(database, tenantId, { from: after, until: from })
  yield messageOf({ id: from, type: missed === undefined ? 'read-anew' : 'listening', data: {} })
  if (missed !== undefined) yield messagesOf(missed)
  while (!signal.aborted) {
    const changes = await post.take(HEARTBEAT_MS)
    if (changes !== undefined) {
      yield messagesOf(changes)
    } else {
      if (!(await mayGoOn())) return
      yield ': still here\n\n'
    }
  }
}

/**
 * The horizon goes with the last message only: a listener that was cut off in between is told the
 * whole of it again, which does no harm, as each message says where its case stands.
 */
function messagesOf({ horizon, cases }: CaseChanges): string {
  return cases
    .map((summary, index) =>
      messageOf({
        ...(index === cases.length - 1 && { id: horizon }),
        type: 'case-changed',
        data: { caseId: summary.id, ...summary },
      }),
    )
    .join('')
}

interface Message {
  readonly id?: number
  readonly type: string
  readonly data: object
}

function messageOf({ id, type, data }: Message): string {
  const named = id === undefined ? '' : `id: ${id}\n`
  return `${named}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`
}

/** Keeps what comes until it is taken. */
class Letterbox<Letter> {
  readonly #letters: Letter[] = []
  readonly #signal: AbortSignal
  #wake: () => void = () => undefined

  constructor(signal: AbortSignal) {
    this.#signal = signal
    signal.addEventListener('abort', () => this.#wake())
  }

  put(letter: Letter): void {
    this.#letters.push(letter)
    this.#wake()
  }

  /** The next letter; nothing when none has come in time or the signal has fired. */
  async take(waitMs: number): Promise<Letter | undefined> {
    if (this.#letters.length === 0 && !this.#signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    return this.#letters.shift()
  }
}
