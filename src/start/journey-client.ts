import { setTimeout as sleep } from 'node:timers/promises'
import { createHttpClient, type HttpClient } from '../platform/http/index.ts'
import { newId } from '../platform/ids.ts'

/** A step that did not come out as it must; its message is for a person. */
export class JourneyFailed extends Error {}

/** Speaks to the HTTP interface as any user's program does. */
export interface JourneyClient {
  get<T>(path: string): Promise<T>
  /** @param version of what is changed, where only that version may be */
  post<T>(path: string, body: unknown, version?: number): Promise<T>
  /** Asks again until the answer satisfies, for at most the time limit. */
  until<T>(path: string, wait: Wait<T>): Promise<T>
  close(): void
}

/**
 * What is waited for and how long. The steps of a case run in the worker, so the journey can only
 * ask until they show.
 */
export interface Wait<T> {
  /** Begins the message of a wait that came to nothing. */
  readonly what: string
  readonly satisfied: (answer: T) => boolean
  /** Why there is no use in waiting longer, where that shows. */
  readonly hopeless?: (answer: T) => string | undefined
  readonly timeLimitMs: number
}

const ASK_AGAIN_AFTER_MS = 150

/**
 * A client in the name of one key. Each post has an Idempotency-Key of its own; every answer but a
 * success is thrown as {@link JourneyFailed} with the sentences of the problem.
 */
export function journeyClient(baseUrl: string, apiKey: string): JourneyClient {
  const http = createHttpClient()
  const get = <T>(path: string): Promise<T> => ask<T>(http, baseUrl, { apiKey, path })
  return {
    get,
    post: (path, body, version) =>
      ask(http, baseUrl, { apiKey, path, body, ...(version !== undefined && { version }) }),
    until: (path, wait) => waitFor(() => get(path), wait),
    close: () => http.close(),
  }
}

async function waitFor<T>(read: () => Promise<T>, wait: Wait<T>): Promise<T> {
  const deadline = performance.now() + wait.timeLimitMs
  for (;;) {
    const answer = await read()
    if (wait.satisfied(answer)) return answer
    const hopeless = wait.hopeless?.(answer)
    if (hopeless !== undefined) throw new JourneyFailed(`${wait.what}: ${hopeless}`)
    if (performance.now() > deadline) {
      throw new JourneyFailed(`${wait.what}: nothing after ${wait.timeLimitMs / 1000} s`)
    }
    await sleep(ASK_AGAIN_AFTER_MS)
  }
}

interface Question {
  readonly apiKey: string
  readonly path: string
  readonly body?: unknown
  readonly version?: number
}

async function ask<T>(http: HttpClient, baseUrl: string, question: Question): Promise<T> {
  const { apiKey, path, body, version } = question
  const outcome = await http.send({
    method: body === undefined ? 'GET' : 'POST',
    url: `${baseUrl}${path}`,
    headers: {
      authorization: `Bearer ${apiKey}`,
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'idempotency-key': newId('request') }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (outcome.kind !== 'answered') throw new JourneyFailed(`${path}: ${outcome.why}`)
  const text = Buffer.from(outcome.body).toString('utf8')
  if (outcome.status >= 300)
    throw new JourneyFailed(`${path}: ${problemText(outcome.status, text)}`)
  return JSON.parse(text) as T
}

/** The sentences of a problem (RFC 9457), or its status where it has none. */
function problemText(status: number, text: string): string {
  try {
    const problem = JSON.parse(text) as { title?: string; failures?: { message: string }[] }
    const sentences = problem.failures?.map(({ message }) => message) ?? [problem.title ?? text]
    return `${status}, ${sentences.join(' ')}`
  } catch {
    return `${status}, ${text.slice(0, 200)}`
  }
}
