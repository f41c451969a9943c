import type { Pace, StageState, SwitchName } from '../../stage/director/stage-state.ts'
import type { StageLink } from './stage-link.ts'

/** What the director did not do, and why. */
export class DirectorError extends Error {
  /** 401 where the link is one of an earlier start; 0 where nobody answers. */
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'DirectorError'
    this.status = status
  }
}

/** What the page can ask of the director. */
export interface DirectorClient {
  play(pace: Pace): Promise<StageState>
  pause(): Promise<StageState>
  step(): Promise<StageState>
  clear(): Promise<StageState>
  setSwitch(name: SwitchName, wanted: 'on' | 'off'): Promise<StageState>
  /** Whose console the stage shows. */
  house(): Promise<{ readonly tenantId: string }>
  /** A one-time link that signs this browser in as the broker, or as the officer. */
  link(to: 'console' | 'desk'): Promise<{ readonly url: string }>
  /** Tells the state now and with each change, until the signal ends it. */
  follow(told: (state: StageState) => void, signal: AbortSignal): Promise<void>
}

/** A step on the stage waits for the customs office, which takes its time. */
const ANSWER_MS = 60_000
const UNREACHABLE = 'The stage cannot be reached.'
const TOO_LONG = 'The stage takes too long to answer.'

interface Question {
  readonly method?: 'POST' | 'PUT'
  readonly body?: object
  readonly signal?: AbortSignal
}

/** Speaks to the director in the name of whoever opened the link. */
export function directorClient({ key, directorUrl }: StageLink): DirectorClient {
  const ask = async (path: string, question: Question = {}): Promise<Response> => {
    const { body, ...init } = question
    // The stream of states has no end; everything else is answered soon or not at all.
    const limit = init.signal === undefined ? AbortSignal.timeout(ANSWER_MS) : undefined
    const answer = await fetch(`${directorUrl}/stage/${path}`, {
      ...init,
      ...(limit !== undefined && { signal: limit }),
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      if (init.signal?.aborted === true) throw error
      throw new DirectorError(0, limit?.aborted === true ? TOO_LONG : UNREACHABLE)
    })
    if (answer.ok) return answer
    const { message } = (await answer.json()) as { readonly message: string }
    throw new DirectorError(answer.status, message)
  }
  const tell = async <Answer>(method: 'POST' | 'PUT', path: string, body?: object) =>
    (await (await ask(path, { method, ...(body && { body }) })).json()) as Answer
  return {
    play: (pace) => tell('POST', 'play', { pace }),
    pause: () => tell('POST', 'pause'),
    step: () => tell('POST', 'step'),
    clear: () => tell('POST', 'clear'),
    setSwitch: (name, wanted) => tell('PUT', `switches/${name}`, { wanted }),
    house: async () => (await (await ask('house')).json()) as { readonly tenantId: string },
    link: (to) => tell('POST', `${to}-links`),
    follow: async (told, signal) => {
      const { body } = await ask('stream', { signal })
      if (body !== null) await readEvents(body, (data) => told(JSON.parse(data) as StageState))
    },
  }
}

/** Server-sent events by hand, because the browser's own reader of them sends no key. */
async function readEvents(
  body: ReadableStream<Uint8Array>,
  told: (data: string) => void,
): Promise<void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let unread = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const events = (unread + decoder.decode(value, { stream: true })).split('\n\n')
    unread = events.pop() ?? ''
    for (const event of events) {
      if (event.startsWith('data: ')) told(event.slice('data: '.length))
    }
  }
}
