import { setTimeout as pause } from 'node:timers/promises'
import { askedByTheClock, Letterbox } from '../../../platform/streams/index.ts'
import type { News } from '../../processing/news.ts'

/** Who listens, and until when. */
export interface NewsListening {
  readonly news: News
  /** Whether the listener still has the right to listen; asked by the clock, whatever happens. */
  readonly mayGoOn: () => Promise<boolean>
  /** Ends the stream: the listener has gone or the office closes. */
  readonly signal: AbortSignal
}

/** Proxies and browsers give up on a stream that says nothing for long. */
const HEARTBEAT_MS = 15_000
/** How long a desk waits before it comes back. */
const RETRY_MS = 2_000
/** News within this time becomes one event, so that a busy office does not flood its desks. */
const GATHER_MS = 150
/** News that wait for a slow desk; beyond them it reads everything anew. */
const LETTERS_MAX = 200

/** MRNs that have changed, or that there were too many of them. */
type Letter = readonly string[] | 'read-anew'

/**
 * The text of a stream of the office's news, without end: `event: lodgements` with the MRNs that have
 * changed, or `event: read-anew`. It says only that there is something to read, so nothing is lost
 * with an event that is.
 */
export async function* newsStream({
  news,
  mayGoOn,
  signal,
}: NewsListening): AsyncGenerator<string> {
  const post = new Letterbox<Letter>(signal, {
    most: LETTERS_MAX,
    insteadOfAll: () => 'read-anew',
  })
  const isStillAdmitted = askedByTheClock(mayGoOn)
  const deafen = news.hear((mrns) => post.put(mrns))
  try {
    yield `retry: ${RETRY_MS}\n\n`
    while (!signal.aborted) {
      const first = await post.take(HEARTBEAT_MS)
      if (first.length > 0) await pause(GATHER_MS)
      const letters = first.length > 0 ? [...first, ...(await post.take(0))] : []
      if (!(await isStillAdmitted())) return
      yield letters.length > 0 ? messageOf(letters) : ': still here\n\n'
    }
  } finally {
    deafen()
  }
}

function messageOf(letters: readonly Letter[]): string {
  const mrns = new Set<string>()
  for (const letter of letters) {
    if (letter === 'read-anew') return 'event: read-anew\ndata: {}\n\n'
    for (const mrn of letter) mrns.add(mrn)
  }
  return `event: lodgements\ndata: ${JSON.stringify({ mrns: [...mrns] })}\n\n`
}
