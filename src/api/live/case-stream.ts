import type { Database, Schema } from '../../platform/postgres/index.ts'
import { askedByTheClock, Letterbox } from '../../platform/streams/index.ts'
import { type CaseChanges, type CaseChangeWatch, changesBetween } from './case-changes.ts'

/** Who listens, from where on, and until when. */
export interface CaseListening {
  readonly tenantId: string
  /** The horizon that the listener was told last; absent where it begins now. */
  readonly after?: number
  /** Whether the listener still has the right to listen; asked by the clock, whatever happens. */
  readonly mayGoOn: () => Promise<boolean>
  /** Ends the stream: the listener has gone or the server shuts down. */
  readonly signal: AbortSignal
}

/** Shorter than the time after which proxies commonly close a silent connection. */
const HEARTBEAT_MS = 15_000
/** How long a listener waits before it comes back. */
const RETRY_MS = 2_000
/** Changes that wait for a slow listener; beyond them the list is read anew sooner. */
const LETTERS_MAX = 50

/**
 * The text of a stream of the changes of a tenant's cases, without end. Its first message says that
 * it listens, or that so much was missed that the list has to be read anew.
 */
export async function* caseStream(
  { database, watch }: { readonly database: Database<Schema>; readonly watch: CaseChangeWatch },
  { tenantId, after, mayGoOn, signal }: CaseListening,
): AsyncGenerator<string> {
  yield `retry: ${RETRY_MS}\n\n`
  const post = new Letterbox<CaseChanges>(signal, {
    most: LETTERS_MAX,
    insteadOfAll: ({ horizon }) => ({ horizon, cases: 'too-many' }),
  })
  const isStillAdmitted = askedByTheClock(mayGoOn)
  const from = await watch.listen(tenantId, (changes) => post.put(changes), signal)
  const missed: CaseChanges =
    after === undefined || after >= from
      ? { horizon: from, cases: [] }
      : await changesBetween(database, tenantId, { from: after, until: from })
  if (missed.cases !== 'too-many')
    yield messageOf({ type: 'listening', data: {}, ...placeIn(missed) })
  yield messagesOf(missed)
  while (!signal.aborted) {
    const letters = await post.take(HEARTBEAT_MS)
    for (const changes of letters) {
      if (!(await isStillAdmitted())) return
      yield messagesOf(changes)
    }
    if (letters.length > 0) continue
    if (!(await isStillAdmitted())) return
    yield ': still here\n\n'
  }
}

/** Before something that was missed, a listener is not yet at the horizon. */
function placeIn({ horizon, cases }: CaseChanges): { readonly id?: number } {
  return cases.length === 0 ? { id: horizon } : {}
}

/**
 * The horizon goes with the last message only: a listener that was cut off in between is told the
 * whole of it again, which does no harm, as each message says where its case stands.
 */
function messagesOf({ horizon, cases }: CaseChanges): string {
  if (cases === 'too-many') return messageOf({ id: horizon, type: 'read-anew', data: {} })
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
