/** How a page hears of news; see {@link followCase}. */
export interface CaseListener {
  /** There are events that were not there before. */
  readonly onNews: () => void
  readonly onState: (state: CaseLiveness) => void
  /** The stream was refused, and is not asked for again. */
  readonly onRefused: () => void
}

/** Whether a page hears of news: now, perhaps soon, or no more. */
export type CaseLiveness = 'live' | 'waiting' | 'ended'

/** How long to wait before a stream that broke off is asked for again. */
const AGAIN_MS = 3_000
/** After such a silence the stream is broken: the server says something every 15 seconds. */
const SILENT_MS = 40_000

/**
 * Follows the events of a case after the version that the page has, until the signal ends it. The
 * stream is read by hand, because the browser's own reader could only begin with the first event.
 */
export async function followCase(
  caseId: string,
  version: number,
  { signal, onNews, onState, onRefused }: CaseListener & { readonly signal: AbortSignal },
): Promise<void> {
  let seen = version
  for (;;) {
    try {
      for await (const sequence of sequencesOf(caseId, seen, signal, () => onState('live'))) {
        seen = sequence
        onNews()
      }
    } catch (error) {
      if (error instanceof StreamRefused) {
        onState('ended')
        onRefused()
        return
      }
      // Broken off: what is shown stays, and the stream is asked for again.
    }
    if (signal.aborted) return
    onState('waiting')
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

/** Asking again does not help: nobody is signed in, may see the case, or finds it there. */
class StreamRefused extends Error {}

/** Too many requests or streams pass by themselves, unlike every other refusal. */
function isRefusal({ status }: Response): boolean {
  return status >= 400 && status < 500 && status !== 429
}

async function* sequencesOf(
  caseId: string,
  after: number,
  signal: AbortSignal,
  onOpen: () => void,
): AsyncGenerator<number> {
  const silence = endAfter(SILENT_MS)
  try {
    const response = await fetch(`/v1/cases/${caseId}/events/stream`, {
      headers: { accept: 'text/event-stream', 'last-event-id': String(after) },
      signal: AbortSignal.any([signal, silence.signal]),
    })
    if (isRefusal(response)) throw new StreamRefused(`refused with ${response.status}`)
    if (!response.ok || response.body === null) throw new Error(`failed with ${response.status}`)
    onOpen()
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let unread = ''
    for (;;) {
      silence.putOff()
      const { done, value } = await reader.read()
      if (done) return
      unread += value
      const lines = unread.split('\n')
      unread = lines.pop() ?? ''
      yield* sequencesIn(lines)
    }
  } finally {
    silence.cancel()
  }
}

function sequencesIn(lines: readonly string[]): readonly number[] {
  return lines.flatMap((line) => {
    const sequence = /^id: (\d+)$/.exec(line)?.[1]
    return sequence === undefined ? [] : [Number(sequence)]
  })
}

/** Ends what its signal is given to after a while, unless that is put off again and again. */
function endAfter(waitMs: number) {
  const ending = new AbortController()
  const begin = () => setTimeout(() => ending.abort(), waitMs)
  let timer = begin()
  return {
    signal: ending.signal,
    putOff: () => {
      clearTimeout(timer)
      timer = begin()
    },
    cancel: () => clearTimeout(timer),
  }
}
