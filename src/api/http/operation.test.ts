import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../../test/api-requests.ts'
import { bearer, startTestApi, type TestApi, type TestTenant } from '../../../test/api.ts'
import { askSignedIn, signIn } from '../../../test/signed-in.ts'
import { failureCatalogue } from '../../customs/failure-codes.ts'

interface OpenApi {
  readonly openapi: string
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

interface Operation {
  readonly summary?: string
  readonly security: readonly object[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, object>>
}

describe('what those who run the server ask of it', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
  })
  afterAll(() => api.close())

  test('it lives and is ready', async () => {
    expect((await api.server.inject({ url: '/health/live' })).json()).toEqual({ status: 'alive' })
    const ready = await api.server.inject({ url: '/health/ready' })
    expect(ready.statusCode).toBe(200)
    expect(ready.json()).toEqual({ status: 'ready', database: 'up', jobs: 'up' })
  })

  test('it is not ready without its database', async () => {
    const database = { ...api.database, ping: () => Promise.reject(new Error('gone')) }
    const second = await startTestApi({ database })
    const ready = await second.server.inject({ url: '/health/ready' })
    expect(ready.statusCode).toBe(503)
    expect(ready.json()).toMatchObject({ status: 'not-ready', database: 'down' })
    await second.close()
  })

  test('it measures requests by route, and jobs by queue', async () => {
    await ask(api, tenant.keys.owner, { url: '/v1/cases/case_x' })
    const { body } = await api.server.inject({ url: '/metrics' })
    expect(body).toContain(
      'tidewaiter_http_request_duration_seconds_count{method="GET",route="/v1/cases/:id",status="404"} 1',
    )
    expect(body).not.toContain('case_x')
    expect(body).toContain('# TYPE tidewaiter_jobs gauge')
  })

  test('it measures what waits in the outbox by channel and state, and for how long', async () => {
    const { body } = await api.server.inject({ url: '/metrics' })
    for (const state of ['due', 'sending', 'unknown', 'refused', 'dead']) {
      expect(body).toContain(`tidewaiter_exchange_messages{channel="uk-cds",state="${state}"} 0`)
    }
    expect(body).toContain('tidewaiter_exchange_oldest_due_seconds{channel="uk-cds"} 0')
    expect(body).toMatch(/# HELP tidewaiter_exchange_messages Messages to authorities/)
  })

  test('it tells its figures to nobody elsewhere', async () => {
    for (const request of [
      { remoteAddress: '203.0.113.7' },
      { headers: { 'x-forwarded-for': '203.0.113.7' } },
    ]) {
      expect((await api.server.inject({ url: '/metrics', ...request })).statusCode).toBe(404)
    }
  })
})

describe('the description of the interface', () => {
  let api: TestApi
  let description: OpenApi

  beforeAll(async () => {
    api = await startTestApi()
    description = (await api.server.inject({ url: '/openapi.json' })).json()
  })
  afterAll(() => api.close())

  const operations = () =>
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    )

  /** What brings a secret of its own (the token of a tracking page, a link, a passkey) or needs none. */
  const isForStrangers = (path: string): boolean =>
    ['/v1/track/', '/v1/session/', '/v1/estimates', '/v1/tariff/', '/v1/coverage'].some((start) =>
      path.startsWith(start),
    )

  /** What is asked for by POST and changes nothing. */
  const workingOut = [
    ...['/v1/quotes', '/v1/guaranteed-quotes/{id}/replays'],
    ...['/v1/order-checks', '/v1/passkeys/options'],
    ...['/v1/messages/read', '/v1/messages/check'],
  ]

  test('is OpenAPI 3.1 and names every route under /v1', () => {
    expect(description.openapi).toBe('3.1.0')
    const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    const routes = api.server.routeTable
      .filter(({ url }) => url.startsWith('/v1'))
      .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`)
    for (const route of routes) expect(described).toContain(route)
  })

  test('says of every operation what it does, who may call it and how it refuses', () => {
    for (const { path, method, operation } of operations()) {
      const name = `${method} ${path}`
      expect(operation.summary, name).toBeTruthy()
      expect(operation.responses, name).toHaveProperty('4XX')
      const isOpen = !path.startsWith('/v1/') || isForStrangers(path)
      const isPersonal = /^\/v1\/(session|sessions|passkeys)(\/|$)/.test(path)
      const ways = isPersonal ? [{ session: [] }] : [{ key: [] }, { session: [] }]
      expect(operation.security, name).toEqual(isOpen ? [] : ways)
      const headers = (operation.parameters ?? []).filter((parameter) => parameter.in === 'header')
      const names = headers.map((parameter) => parameter.name)
      const changesNothing = workingOut.includes(path)
      const makesSomething = method === 'post' && !changesNothing && !isOpen
      expect(names.includes('Idempotency-Key'), name).toBe(makesSomething)
      expect(names.includes('If-Match'), name).toBe(method === 'patch')
    }
  })

  test('can be read at /docs without anything from elsewhere', async () => {
    const page = await api.server.inject({ url: '/docs/' })
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toMatch(/(?:src|href)="https?:/)
    expect(page.headers['content-security-policy']).toContain("default-src 'self'")
    const script = await api.server.inject({ url: '/docs/js/scalar.js' })
    expect(script.statusCode).toBe(200)
    expect(script.headers['content-type']).toContain('javascript')
  })

  test('describes once what stands in many answers', () => {
    const { schemas } = description.components
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['Problem', 'Case', 'Quote']))
    const text = JSON.stringify(description)
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    )
    expect(new Set(references)).toEqual(new Set(Object.keys(schemas)))
    expect(text.length).toBeLessThan(680_000)
  })

  test('knows every failure code', () => {
    const text = JSON.stringify(description)
    for (const code of Object.keys(failureCatalogue)) expect(text).toContain(`"${code}"`)
  })
})

describe('a key that asks too often', () => {
  test('is held off for a while, and others are not', async () => {
    const api = await startTestApi({ requestsPerMinute: 3 })
    const first = await api.addTenant()
    const read = async (key: string) =>
      (await api.server.inject({ url: '/v1/tenant', headers: bearer(key) })).statusCode
    const codes = []
    for (let count = 0; count < 4; count += 1) codes.push(await read(first.keys.owner))
    expect(codes).toEqual([200, 200, 200, 429])
    expect(await read(first.keys.viewer)).toBe(200)
    const refused = await api.server.inject({
      url: '/v1/tenant',
      headers: bearer(first.keys.owner),
    })
    expect(refused.json()).toMatchObject({ type: '/problems/rate-limited', status: 429 })
    expect(refused.headers['retry-after']).toBeDefined()
    await api.close()
  })

  test('is held off by where it comes from, as a trusted proxy says', async () => {
    const api = await startTestApi({ trustedProxies: ['127.0.0.1'] })
    const asked = async (remoteAddress: string, client: string) =>
      (
        await api.server.inject({
          url: '/v1/tenant',
          headers: { ...bearer(`tw_${'x'.repeat(43)}`), 'x-forwarded-for': client },
          remoteAddress,
        })
      ).statusCode
    for (let count = 0; count < 40; count += 1) await asked('127.0.0.1', '203.0.113.1')
    expect(await asked('127.0.0.1', '203.0.113.1')).toBe(429)
    expect(await asked('127.0.0.1', '203.0.113.2')).toBe(401)
    for (let count = 0; count < 40; count += 1) await asked('10.0.0.9', `198.51.100.${count}`)
    expect(await asked('10.0.0.9', '203.0.113.2')).toBe(429)
    await api.close()
  })

  test('an address that tries bad keys is held off as well', async () => {
    const api = await startTestApi()
    const codes = new Set<number>()
    for (let count = 0; count < 40; count += 1) {
      const headers = bearer(`tw_${String(count).padStart(43, 'x')}`)
      codes.add((await api.server.inject({ url: '/v1/tenant', headers })).statusCode)
    }
    expect([...codes]).toEqual([401, 429])
    await api.close()
  })

  test('an address whose open pages are signed out is not: somebody there wants to sign in', async () => {
    const api = await startTestApi()
    const viewer = await signIn(api, await api.addTenant(), { role: 'viewer' })
    await askSignedIn(api, viewer, { method: 'DELETE', url: '/v1/session' })
    // What was found good a moment ago is believed for some seconds more.
    api.clock.advance(4_000)
    const codes = new Set<number>()
    for (const headers of [{ cookie: viewer.cookie }, {}]) {
      for (let count = 0; count < 40; count += 1) {
        codes.add((await api.server.inject({ url: '/v1/session', headers })).statusCode)
      }
    }
    expect([...codes]).toEqual([401])
    await api.close()
  })
})
