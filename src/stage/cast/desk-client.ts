import { createHttpClient } from '../../platform/http/index.ts'
import { JourneyFailed } from '../../start/journey-client.ts'

/** What was read, with the tag under which it is changed. */
export interface Tagged<T> {
  readonly value: T
  readonly tag: string
}

/** Speaks to the officers' interface in the name of the office's own machines. */
export interface DeskClient {
  get<T>(path: string): Promise<T>
  /** Reads with the tag under which {@link put} changes what was read. */
  getTagged<T>(path: string): Promise<Tagged<T>>
  post<T>(path: string, body: unknown): Promise<T>
  /** @param tag of what is changed; refused where somebody has changed it since */
  put<T>(path: string, body: unknown, tag: string): Promise<T>
  close(): void
}

interface Question {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly body?: unknown
  readonly tag?: string
}

/**
 * A client of the sandbox authority's desk. Every answer but a success is thrown as a
 * `JourneyFailed` with the answer in it, for the director to show.
 */
export function deskClient(desk: {
  readonly url: string
  readonly officerToken: string
}): DeskClient {
  const http = createHttpClient()
  const ask = async <T>(path: string, { method, body, tag }: Question): Promise<Tagged<T>> => {
    const outcome = await http.send({
      method,
      url: `${desk.url}${path}`,
      headers: {
        authorization: `Bearer ${desk.officerToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(tag === undefined ? {} : { 'if-match': tag }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (outcome.kind !== 'answered') throw new JourneyFailed(`the desk, ${path}: ${outcome.why}`)
    const text = Buffer.from(outcome.body).toString('utf8')
    if (outcome.status >= 300) {
      throw new JourneyFailed(`the desk, ${path}: ${outcome.status}, ${text.slice(0, 300)}`)
    }
    return { value: JSON.parse(text) as T, tag: outcome.headers.etag ?? '' }
  }
  return {
    get: async <T>(path: string) => (await ask<T>(path, { method: 'GET' })).value,
    getTagged: (path) => ask(path, { method: 'GET' }),
    post: async <T>(path: string, body: unknown) =>
      (await ask<T>(path, { method: 'POST', body })).value,
    put: async <T>(path: string, body: unknown, tag: string) =>
      (await ask<T>(path, { method: 'PUT', body, tag })).value,
    close: () => http.close(),
  }
}
