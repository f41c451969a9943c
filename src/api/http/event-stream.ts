import { setTimeout as pause } from 'node:timers/promises'

import { askedByTheClock } from '../../platform/streams/index.ts'

/** One message of a stream of server-sent events. */
export interface StreamedEvent {
  readonly id: number
  readonly type: string
  readonly data: object
}

/**
 * Where a stream takes its events from and what ends it; the stream itself knows neither cases nor
 * the database.
 */
export interface EventSource {
  /** The events after the one with this id, oldest first. */
  readonly eventsAfter: (id: number) => Promise<readonly StreamedEvent[]>
  /** Whether the listener still has the right to listen; asked every few seconds. */
  readonly mayGoOn: () => Promise<boolean>
  /** Ends the stream: the listener has gone or the server shuts down. */
  readonly signal: AbortSignal
}

const POLL_MS = 500
/** Shorter than the time after which proxies commonly close a silent connection. */
const HEARTBEAT_MS = 15_000
/** How long a listener waits before it comes back. */
const RETRY_MS = 2_000

/**
 * The text of a stream of events, from the one after `lastId` on and without end. It reads the
 * record itself rather than hearing of changes: what is shown is what was committed, in its order,
 * with nothing missed or twice.
 */
export async function* eventStream(lastId: number, source: EventSource): AsyncGenerator<string> {
  yield `retry: ${RETRY_MS}\n\n`
  let seen = lastId
  let silentMs = 0
  const isStillAdmitted = askedByTheClock(source.mayGoOn)
  while (!source.signal.aborted) {
    if (!(await isStillAdmitted())) return
    const events = await source.eventsAfter(seen)
    for (const event of events) {
      if (!(await isStillAdmitted())) return
      yield messageOf(event)
      seen = event.id
    }
    silentMs = events.length > 0 ? 0 : silentMs + POLL_MS
    if (silentMs >= HEARTBEAT_MS) {
      silentMs = 0
      yield ': still here\n\n'
    }
    await pause(POLL_MS, undefined, { signal: source.signal }).catch(() => undefined)
  }
}

function messageOf({ id, type, data }: StreamedEvent): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`
}
