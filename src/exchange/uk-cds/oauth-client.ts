import type { HttpClient, HttpOutcome } from '../../platform/http/index.ts'
import { GRANT_MONTHS } from './hmrc-terms.ts'

/** What identifies our software to HMRC: an application of the developer hub. */
export interface OauthApplication {
  readonly clientId: string
  /** Shown to the token endpoint alone, in the body; never in an address or a header. */
  readonly clientSecret: string
  /** One of the redirect addresses that were registered for the application. */
  readonly redirectUrl: string
  /** Base address of the APIs, without a trailing slash; the token endpoint is there. */
  readonly baseUrl: string
  /** The page on which people permit. */
  readonly authorisationUrl: string
}

/** Tokens as HMRC has issued them. */
export interface IssuedTokens {
  readonly accessToken: string
  /** Good for one refreshing; absent from a token for the application itself. */
  readonly refreshToken?: string
  /** From now; 14,400 (4 hours) at HMRC. */
  readonly lifeSeconds: number
  readonly scopes: string
}

/**
 * What the token endpoint has said.
 * - `issued`: there are new tokens; whatever was shown for them is used up.
 * - `ended`: what was shown is good for nothing any more, so a person has to permit anew.
 * - `misconfigured`: it does not know our application or its secret, which only an operator mends.
 * - `no-answer`: nothing is known, or it asks us to come again.
 */
export type TokenAnswer =
  | { readonly kind: 'issued'; readonly tokens: IssuedTokens }
  | { readonly kind: 'ended'; readonly why: string }
  | { readonly kind: 'misconfigured'; readonly why: string }
  | { readonly kind: 'no-answer'; readonly why: string }

/** How HMRC's OAuth 2.0 is spoken. */
export interface OauthClient {
  readonly application: OauthApplication
  exchangeCode(code: string): Promise<TokenAnswer>
  refresh(refreshToken: string): Promise<TokenAnswer>
  /** For endpoints that are restricted to applications, such as the pulling of notifications. */
  forApplication(): Promise<TokenAnswer>
}

/** Speaks to HMRC's token endpoint. Parameters go into the body, as it demands. */
export function oauthClient(http: HttpClient, application: OauthApplication): OauthClient {
  const { clientId, clientSecret, redirectUrl, baseUrl } = application
  const ask = async (parameters: Readonly<Record<string, string>>): Promise<TokenAnswer> => {
    const outcome = await http.send({
      method: 'POST',
      url: `${baseUrl}/oauth/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({
        client_id: clientId,
        client_secret: clientSecret,
        ...parameters,
      }).toString(),
    })
    return readTokenAnswer(outcome)
  }
  return {
    application,
    exchangeCode: (code) =>
      ask({ grant_type: 'authorization_code', code, redirect_uri: redirectUrl }),
    refresh: (refreshToken) => ask({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    forApplication: () => ask({ grant_type: 'client_credentials' }),
  }
}

/**
 * Reads an answer of the token endpoint. Its error codes are fixed by HMRC, its messages are not; only
 * `invalid_grant` says that a permission has ended, and `invalid_request` among others that a refreshing
 * is already in progress.
 */
export function readTokenAnswer(outcome: HttpOutcome): TokenAnswer {
  if (outcome.kind !== 'answered') return { kind: 'no-answer', why: outcome.why }
  const body = readJson(outcome.body)
  if (outcome.status === 200) {
    const tokens = readTokens(body)
    const why = 'the token endpoint gave an answer without a token'
    return tokens === undefined ? { kind: 'no-answer', why } : { kind: 'issued', tokens }
  }
  const error = textOf(body, 'error')
  const why = `HTTP ${outcome.status}${error === undefined ? '' : `, ${error}`}`
  if (error === 'invalid_grant') return { kind: 'ended', why }
  if (error === 'invalid_client' || error === 'unauthorized_client') {
    return { kind: 'misconfigured', why }
  }
  return { kind: 'no-answer', why }
}

type JsonObject = Readonly<Record<string, unknown>>

function readTokens(body: JsonObject): IssuedTokens | undefined {
  const accessToken = textOf(body, 'access_token')
  const lifeSeconds = body.expires_in
  if (accessToken === undefined || typeof lifeSeconds !== 'number') return undefined
  const refreshToken = textOf(body, 'refresh_token')
  return {
    accessToken,
    ...(refreshToken !== undefined && { refreshToken }),
    lifeSeconds,
    scopes: textOf(body, 'scope') ?? '',
  }
}

function readJson(body: Uint8Array): JsonObject {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as JsonObject) : {}
  } catch {
    return {}
  }
}

function textOf(body: JsonObject, name: string): string | undefined {
  const value = body[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The moment after which a permission given now can no longer be refreshed. */
export function grantEnd(grantedAt: Date): Date {
  const end = new Date(grantedAt)
  end.setUTCMonth(end.getUTCMonth() + GRANT_MONTHS)
  // 31 August and 18 months is the end of February and not the first days of March.
  if (end.getUTCDate() !== grantedAt.getUTCDate()) end.setUTCDate(0)
  return end
}
