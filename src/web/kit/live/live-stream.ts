/** Whether a page hears of news: not yet, now, or just now not. */
export type Liveness = 'opening' | 'live' | 'lost'

/** What a page wants to hear, and what it does then. */
export interface LiveStreamListener {
  /** Where the server-sent events come from. */
  readonly path: string
  /** The types of events that the page hears. */
  readonly events: readonly string[]
  readonly onEvent: (type: string, data: string) => void
  /** The server is heard from now on, so that whatever happened before has to be read. */
  readonly onBegin: () => void
  readonly onState: (state: Liveness) => void
  /** The server has refused, so perhaps nobody is signed in any more. */
  readonly onRefused: () => void
}

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000

/**
 * Hears a stream until it is ended by the function that it gives back. What breaks off is taken up
 * again by the browser itself; a refusal, after which the browser gives up for good, is tried again
 * after a while that doubles.
 */
export function openLiveStream(listener: LiveStreamListener): () => void {
  let waitMs = FIRST_WAIT_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let stream = begin()

  function begin(): EventSource {
    const begun = new EventSource(listener.path)
    for (const type of listener.events) {
      begun.addEventListener(type, ({ data }: MessageEvent<string>) => listener.onEvent(type, data))
    }
    begun.addEventListener('open', () => {
      waitMs = FIRST_WAIT_MS
      listener.onState('live')
      listener.onBegin()
    })
    begun.addEventListener('error', () => {
      listener.onState('lost')
      if (begun.readyState !== EventSource.CLOSED) return
      listener.onRefused()
      timer = setTimeout(() => {
        stream = begin()
      }, waitMs)
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
    })
    return begun
  }

  return () => {
    clearTimeout(timer)
    stream.close()
  }
}
