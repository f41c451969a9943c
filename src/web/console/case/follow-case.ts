/** How a page hears of news; see {@link followCase}. */
export interface CaseListener {
  /** There are events that were not there before. */
  readonly onNews: () => void
  readonly onState: (state: 'live' | 'waiting') => void
}

/** How long to wait before a stream that broke off is asked for again. */
const AGAIN_MS = 3_000
/** Events of one change come together and are read together. */
const GATHER_MS = 150

/**
 * Follows the events of a case after the version that the page has, until the signal ends it. The
 * stream is read by hand, because the browser's own reader could only begin with the first event.
 */
export async function followCase(
  caseId: string,
  version: number,
  { signal, onNews, onState }: CaseListener & { readonly signal: AbortSignal },
): Promise<void> {
  let seen = version
  for (;;) {
    try {
      for await (const sequence of sequencesOf(caseId, seen, signal, () => onState('live'))) {
        seen = sequence
        onNews()
      }
    } catch {
      // Broken off or refused: what is shown stays, and the stream is asked for again.
    }
    if (signal.aborted) return
    onState('waiting')
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

/** Calls once for all calls that come close together. */
export function gathered(call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(call, GATHER_MS)
  }
}

async function* sequencesOf(
  caseId: string,
  after: number,
  signal: AbortSignal,
  onOpen: () => void,
): AsyncGenerator<number> {
  const response = await fetch(`/v1/cases/${caseId}/events/stream`, {
    headers: { accept: 'text/event-stream', 'last-event-id': String(after) },
    signal,
  })
  if (!response.ok || response.body === null) throw new Error(`refused with ${response.status}`)
  onOpen()
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let unread = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    unread += value
    const lines = unread.split('\n')
    unread = lines.pop() ?? ''
    for (const line of lines) {
      const sequence = /^id: (\d+)$/.exec(line)?.[1]
      if (sequence !== undefined) yield Number(sequence)
    }
  }
}
