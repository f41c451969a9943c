import { createHttpClient, type HttpClient, type HttpOutcome } from '../../platform/http/index.ts'
import { newId } from '../../platform/ids.ts'
import { type JourneyClient, JourneyFailed } from '../../start/journey-client.ts'
import type { CastClient } from './cast.ts'

/** A person of the tenant, and who can give them a link to come in by. */
export interface PersonEntrance {
  readonly owner: JourneyClient
  readonly personId: string
  readonly apiUrl: string
  /** The origin that a browser would name; a session is refused to any other. */
  readonly publicUrl: string
}

/** Sessions end when they rest; a person whose session has ended comes in by a new link. */
const UNAUTHENTICATED = 401

/**
 * Speaks to the interface as a person does who came in by a link: with a session in a cookie and the
 * origin of the pages, so that what is done stands under the person's name.
 */
export async function personClient(entrance: PersonEntrance): Promise<CastClient> {
  const http = createHttpClient()
  let cookie = await comeIn(http, entrance)
  const ask = async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
    const send = () =>
      http.send({
        ...{ method, url: `${entrance.apiUrl}${path}` },
        headers: { cookie, origin: originOf(entrance), ...headersOf(body) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    const first = await send()
    if (first.kind !== 'answered' || first.status !== UNAUTHENTICATED) return read(path, first) as T
    cookie = await comeIn(http, entrance)
    return read(path, await send()) as T
  }
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    close: () => http.close(),
  }
}

/** Follows a fresh one-time link, and keeps the cookie of the session that it opens. */
async function comeIn(http: HttpClient, entrance: PersonEntrance): Promise<string> {
  const { owner, personId, apiUrl } = entrance
  const { url } = await owner.post<{ url: string }>(`/v1/people/${personId}/sign-in-links`, {})
  const token = new URL(url).hash.slice(1)
  const path = '/v1/session/link'
  const outcome = await http.send({
    ...{ method: 'POST', url: `${apiUrl}${path}` },
    headers: { origin: originOf(entrance), ...headersOf({ token }) },
    body: JSON.stringify({ token }),
  })
  read(path, outcome)
  const cookie = outcome.kind === 'answered' ? outcome.headers['set-cookie'] : undefined
  if (cookie === undefined) throw new JourneyFailed(`${path}: the session has no cookie`)
  return cookie.split(';')[0] ?? ''
}

function originOf({ publicUrl }: PersonEntrance): string {
  return new URL(publicUrl).origin
}

function headersOf(body: unknown): Readonly<Record<string, string>> {
  if (body === undefined) return {}
  return { 'content-type': 'application/json', 'idempotency-key': newId('request') }
}

function read(path: string, outcome: HttpOutcome): unknown {
  if (outcome.kind !== 'answered') throw new JourneyFailed(`${path}: ${outcome.why}`)
  const text = Buffer.from(outcome.body).toString('utf8')
  if (outcome.status >= 300) {
    throw new JourneyFailed(`${path}: ${outcome.status}, ${text.slice(0, 300)}`)
  }
  return text === '' ? undefined : JSON.parse(text)
}
