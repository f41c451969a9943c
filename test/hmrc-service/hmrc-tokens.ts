import { randomUUID } from 'node:crypto'
import type { Clock } from '../../src/platform/clock.ts'

/** A token as HMRC has issued it. */
interface Token {
  readonly kind: 'user' | 'application'
  readonly scopes: readonly string[]
  readonly expiresAt: number
}

/** What the token endpoint answers. */
export interface TokenReply {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

const LIFE_SECONDS = 14_400
const CODE_LIFE_MS = 10 * 60_000
const BOTH = ['write:customs-declaration', 'write:customs-declarations-information']

/**
 * The tokens of one application, by the rules of HMRC's developer hub: an access token lasts four hours, a
 * refresh token works once and lets the earlier access token go at once, a code works once within ten
 * minutes.
 */
export class HmrcTokens {
  readonly clientId = 'hmrc-contract-test'
  readonly clientSecret = 'the-secret-of-the-application'
  readonly redirectUrl = 'https://tidewaiter.example/console/settings/connections/uk-cds'
  readonly #clock: Clock
  readonly #access = new Map<string, Token>()
  /** By refresh token, the access token that it renews. */
  readonly #refresh = new Map<string, string>()
  readonly #codes = new Map<string, { readonly expiresAt: number; readonly redirectUrl: string }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** What a person's permission leads to. */
  grant(scopes: readonly string[] = BOTH): { accessToken: string; refreshToken: string } {
    const accessToken = this.#issue('user', scopes)
    const refreshToken = randomUUID()
    this.#refresh.set(refreshToken, accessToken)
    return { accessToken, refreshToken }
  }

  /** A person takes the permission back at HMRC's own page, or its eighteen months are over. */
  withdraw({ accessToken, refreshToken }: { accessToken: string; refreshToken: string }): void {
    this.#access.delete(accessToken)
    this.#refresh.delete(refreshToken)
  }

  /** What the page of consent sends the browser back with. */
  issueCode(redirectUrl: string): string {
    const code = randomUUID()
    this.#codes.set(code, { expiresAt: this.#now() + CODE_LIFE_MS, redirectUrl })
    return code
  }

  /** The token behind an Authorization header, or HMRC's code for why there is none. */
  tokenOf(authorization: string | undefined): Token | string {
    const shown = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
    if (shown === undefined) return 'MISSING_CREDENTIALS'
    const token = this.#access.get(shown)
    return token === undefined || token.expiresAt <= this.#now() ? 'INVALID_CREDENTIALS' : token
  }

  /** The token endpoint: all parameters come in the body. */
  answer(parameters: URLSearchParams): TokenReply {
    const missing = ['client_id', 'client_secret', 'grant_type'].some(
      (name) => !parameters.get(name),
    )
    if (missing) return refusal(400, 'invalid_request')
    const isOurs =
      parameters.get('client_id') === this.clientId &&
      parameters.get('client_secret') === this.clientSecret
    if (!isOurs) return refusal(401, 'invalid_client')
    switch (parameters.get('grant_type')) {
      case 'client_credentials':
        return issued({ access_token: this.#issue('application', []), scope: '' })
      case 'refresh_token':
        return this.#renew(parameters.get('refresh_token') ?? '')
      case 'authorization_code':
        return this.#exchange(parameters)
      default:
        return refusal(400, 'invalid_request')
    }
  }

  #renew(refreshToken: string): TokenReply {
    const earlier = this.#refresh.get(refreshToken)
    if (earlier === undefined) return refusal(400, 'invalid_grant')
    const scopes = this.#access.get(earlier)?.scopes ?? BOTH
    this.withdraw({ accessToken: earlier, refreshToken })
    const { accessToken, refreshToken: next } = this.grant(scopes)
    return issued({ access_token: accessToken, refresh_token: next })
  }

  #exchange(parameters: URLSearchParams): TokenReply {
    const code = parameters.get('code') ?? ''
    const known = this.#codes.get(code)
    this.#codes.delete(code)
    const isGood =
      known !== undefined &&
      known.expiresAt > this.#now() &&
      known.redirectUrl === parameters.get('redirect_uri')
    if (!isGood) return refusal(400, 'invalid_request')
    const { accessToken, refreshToken } = this.grant()
    return issued({
      access_token: accessToken,
      refresh_token: refreshToken,
      scope: BOTH.join(' '),
    })
  }

  #issue(kind: Token['kind'], scopes: readonly string[]): string {
    const token = randomUUID()
    this.#access.set(token, { kind, scopes, expiresAt: this.#now() + LIFE_SECONDS * 1000 })
    return token
  }

  #now(): number {
    return Date.parse(this.#clock.now())
  }
}

function issued(tokens: Readonly<Record<string, unknown>>): TokenReply {
  return { status: 200, body: { ...tokens, token_type: 'bearer', expires_in: LIFE_SECONDS } }
}

function refusal(status: number, error: string): TokenReply {
  return { status, body: { error, error_description: 'the message may change' } }
}
