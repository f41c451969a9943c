import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { handWrittenH1 } from './testing/hand-written-h1.ts'
import { openAuthority, type OpenAuthority } from './testing/trader.ts'

const redirectUrl = 'http://localhost:9/console/settings/connections/uk-cds'
const clientId = 'with-permissions'
const clientSecret = 'a-secret-of-at-least-thirty-two-characters'
const bothScopes = 'write:customs-declaration write:customs-declarations-information'
const HOUR_MS = 3_600_000

let authority: OpenAuthority

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
  const registered = await authority.officer('PUT', `/applications/${clientId}`, {
    name: 'Trader <software>',
    token: 'the-token-of-this-application-0123456789',
    clientSecret,
    redirectUrls: [redirectUrl],
  })
  expect(registered.status).toBe(200)
})
afterAll(() => authority.close())

const question = (changes: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    scope: bothScopes,
    state: 'the-state',
    redirect_uri: redirectUrl,
    ...changes,
  })

const answerPage = async (answer: string, changes: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(`${authority.url}/oauth/authorize`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([...question(changes), ['answer', answer]]),
  })
  return new URL(response.headers.get('location') ?? 'about:blank')
}

const tokenEndpoint = async (parameters: Readonly<Record<string, string>>) => {
  const response = await fetch(`${authority.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ client_id: clientId, client_secret: clientSecret },
      ...parameters,
    }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}

const exchange = (code: string) =>
  tokenEndpoint({ grant_type: 'authorization_code', code, redirect_uri: redirectUrl })

const permit = async (changes: Readonly<Record<string, string>> = {}) => {
  const code = (await answerPage('permit', changes)).searchParams.get('code') ?? ''
  return (await exchange(code)).body
}

const lodge = (accessToken: string) =>
  authority.send('/customs/declarations', handWrittenH1(), {
    authorization: `Bearer ${accessToken}`,
  })

describe('the page of permissions', () => {
  it('names the software and what it wants, in both languages, and lets nothing be put into it', async () => {
    const page = await fetch(`${authority.url}/oauth/authorize?${question().toString()}`)
    const text = await page.text()
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(text).toContain('Trader &#60;software&#62;')
    expect(text).toContain('代表贵企业提交')
    expect(text).not.toContain('<software>')
  })

  it.each([
    [{ client_id: 'nobody' }, 'invalid_request'],
    [{ redirect_uri: 'http://elsewhere.example/' }, 'invalid_request'],
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ scope: 'write:everything' }, 'invalid_scope'],
    [{ client_secret: clientSecret }, 'invalid_request'],
  ])('sends nobody anywhere with %j', async (changes, error) => {
    const page = await fetch(`${authority.url}/oauth/authorize?${question(changes).toString()}`)
    expect(page.status).toBe(400)
    expect(await page.json()).toMatchObject({ error })
  })

  it('sends back a refusal in the words of HMRC', async () => {
    const back = await answerPage('refuse')
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'user denied the authorization',
      error_code: 'USER_DENIED_AUTHORIZATION',
      state: 'the-state',
    })
  })
})

describe('a permission', () => {
  it('leads to tokens with which a declaration is lodged', async () => {
    const tokens = await permit()
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 14_400, scope: bothScopes })
    expect((await lodge(tokens.access_token ?? '')).status).toBe(202)
  })

  it('is exchanged once, within ten minutes', async () => {
    const code = (await answerPage('permit')).searchParams.get('code') ?? ''
    expect((await exchange(code)).status).toBe(200)
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    const late = (await answerPage('permit')).searchParams.get('code') ?? ''
    authority.clock.advance(11 * 60_000)
    expect((await exchange(late)).status).toBe(400)
  })

  it('is renewed once with each refresh token, which lets the earlier access token go', async () => {
    const { access_token: first = '', refresh_token = '' } = await permit()
    const renewed = await tokenEndpoint({ grant_type: 'refresh_token', refresh_token })
    expect(renewed.status).toBe(200)
    const turnedAway = await lodge(first)
    expect(turnedAway.status).toBe(401)
    expect(await turnedAway.text()).toContain('INVALID_CREDENTIALS')
    expect((await lodge(renewed.body.access_token ?? '')).status).toBe(202)
    const again = await tokenEndpoint({ grant_type: 'refresh_token', refresh_token })
    expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  it('has an access token of four hours and ends after eighteen months', async () => {
    const { access_token = '', refresh_token = '' } = await permit()
    authority.clock.advance(4 * HOUR_MS + 1000)
    expect((await lodge(access_token)).status).toBe(401)
    const renewed = await tokenEndpoint({ grant_type: 'refresh_token', refresh_token })
    expect(renewed.status).toBe(200)
    authority.clock.advance(549 * 24 * HOUR_MS)
    const next = renewed.body.refresh_token ?? ''
    const over = await tokenEndpoint({ grant_type: 'refresh_token', refresh_token: next })
    expect(over.body.error).toBe('invalid_grant')
  })

  it('keeps the time of the wall in an office that works faster', async () => {
    await authority.set({ clockSpeed: 10_000 })
    const code = (await answerPage('permit')).searchParams.get('code') ?? ''
    authority.clock.advance(9 * 60_000)
    const { access_token = '' } = (await exchange(code)).body
    authority.clock.advance(3 * HOUR_MS)
    expect((await lodge(access_token)).status).toBe(202)
    authority.clock.advance(HOUR_MS)
    expect((await lodge(access_token)).status).toBe(401)
    await authority.set({ clockSpeed: 1 })
  })

  it('reaches no further than its scopes', async () => {
    const { access_token = '' } = await permit({ scope: 'write:customs-declarations-information' })
    const refused = await lodge(access_token)
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('INVALID_SCOPE')
  })
})

describe('a token of the application', () => {
  it('pulls notifications and lodges nothing', async () => {
    const { body } = await tokenEndpoint({ grant_type: 'client_credentials' })
    const authorization = `Bearer ${body.access_token ?? ''}`
    const pulled = await fetch(`${authority.url}/notifications/unpulled`, {
      headers: { authorization, accept: 'application/vnd.hmrc.1.0+xml' },
    })
    expect(pulled.status).toBe(200)
    const refused = await lodge(body.access_token ?? '')
    expect(refused.status).toBe(401)
    expect(await refused.text()).toContain('INCORRECT_ACCESS_TOKEN_TYPE')
  })

  it('is for those who know the secret', async () => {
    const wrong = { grant_type: 'client_credentials', client_secret: 'guessed' }
    expect(await tokenEndpoint(wrong)).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    })
  })
})
