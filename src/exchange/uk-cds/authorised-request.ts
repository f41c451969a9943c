import type { HttpClient, HttpOutcome, HttpRequest } from '../../platform/http/index.ts'
import type { Setback } from '../channel.ts'
import type { Turns } from '../turns.ts'
import type { Access, UkCdsAccess } from './access.ts'

/** What became of a request; `not-sent` also where there was nothing to be let in with. */
export type AuthorisedOutcome =
  Extract<HttpOutcome, { kind: 'answered' | 'unknown' }> | ({ readonly kind: 'not-sent' } & Setback)

/** In whose name a request is made. */
export interface Credentials {
  access(): Promise<Access>
  renewed(refused: string): Promise<Access>
}

/** For what is done in the name of a business. */
export function ofBusiness(access: UkCdsAccess, tenantId: string): Credentials {
  return {
    access: () => access.ofBusiness(tenantId),
    renewed: (refused) => access.renewedOfBusiness(tenantId, refused),
  }
}

/** For what the application does in nobody's name. */
export function ofApplication(access: UkCdsAccess): Credentials {
  return {
    access: () => access.ofApplication(),
    renewed: (refused) => access.renewedOfApplication(refused),
  }
}

/** What requests to HMRC are made with: each takes a turn under its limit. */
export interface AuthorisedClient {
  readonly http: HttpClient
  readonly turns: Turns
}

/**
 * Makes a request with what lets it in. HMRC turns a token that has run out or was renewed away with 401,
 * before it has looked at the request; then the same bytes go out once more with another token.
 */
export async function sendAuthorised(
  { http, turns }: AuthorisedClient,
  credentials: Credentials,
  request: HttpRequest,
): Promise<AuthorisedOutcome> {
  const access = await credentials.access()
  if (access.kind === 'none') return { ...access, kind: 'not-sent' }
  await turns.take()
  const first = await http.send(withToken(request, access.token))
  if (first.kind !== 'answered' || first.status !== 401) return first
  const renewed = await credentials.renewed(access.token)
  if (renewed.kind === 'none') return { ...renewed, kind: 'not-sent' }
  await turns.take()
  return http.send(withToken(request, renewed.token))
}

function withToken(request: HttpRequest, token: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }
}
