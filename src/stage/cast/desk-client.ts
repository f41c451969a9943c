import { createHttpClient } from '../../platform/http/index.ts'
import { JourneyFailed } from '../../start/journey-client.ts'

/** Speaks to the officers' interface in the name of the office's own machines. */
export interface DeskClient {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown): Promise<T>
  put<T>(path: string, body: unknown): Promise<T>
  close(): void
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
  const ask = async <T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => {
    const outcome = await http.send({
      method,
      url: `${desk.url}${path}`,
      headers: {
        authorization: `Bearer ${desk.officerToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (outcome.kind !== 'answered') throw new JourneyFailed(`the desk, ${path}: ${outcome.why}`)
    const text = Buffer.from(outcome.body).toString('utf8')
    if (outcome.status >= 300) {
      throw new JourneyFailed(`the desk, ${path}: ${outcome.status}, ${text.slice(0, 300)}`)
    }
    return JSON.parse(text) as T
  }
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    put: (path, body) => ask('PUT', path, body),
    close: () => http.close(),
  }
}
