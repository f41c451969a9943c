import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { bearer, startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'

describe('the keys of a tenant', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
  })
  beforeEach(async () => {
    tenant = await api.addTenant()
  })
  afterAll(() => api.close())

  const makeKey = (idempotencyKey: string, payload: object = { name: 'shop', role: 'operator' }) =>
    api.server.inject({
      method: 'POST',
      url: '/v1/api-keys',
      headers: { ...bearer(tenant.keys.owner), 'idempotency-key': idempotencyKey },
      payload,
    })

  const readTenantWith = (key: string) =>
    api.server.inject({ method: 'GET', url: '/v1/tenant', headers: bearer(key) })

  test('lets in whoever holds a new key, and shows its secret this once', async () => {
    const made = await makeKey('one')
    expect(made.statusCode).toBe(201)
    const { secret, hint } = made.json<{ secret: string; hint: string }>()
    expect(secret).toMatch(/^tw_[\w-]{43}$/)
    expect(secret.startsWith(hint)).toBe(true)
    expect((await readTenantWith(secret)).statusCode).toBe(200)
    const list = await api.server.inject({
      url: '/v1/api-keys',
      headers: bearer(tenant.keys.owner),
    })
    expect(list.body).not.toContain(secret)
    expect(list.json<{ items: object[] }>().items).toHaveLength(5)
  })

  test('a repeated request makes no second key and does not show the secret again', async () => {
    const first = await makeKey('two')
    const again = await makeKey('two')
    expect(again.statusCode).toBe(201)
    expect(again.headers['idempotency-replayed']).toBe('true')
    const { secret: _, ...withoutSecret } = first.json<{ secret: string }>()
    expect(again.json()).toEqual(withoutSecret)
  })

  test('refuses an Idempotency-Key that was used with another request', async () => {
    await makeKey('three')
    const other = await makeKey('three', { name: 'other', role: 'viewer' })
    expect(other.statusCode).toBe(422)
    expect(other.json()).toMatchObject({ type: '/problems/idempotency-key-reused' })
  })

  test('refuses a change without an Idempotency-Key', async () => {
    const answer = await api.server.inject({
      method: 'POST',
      url: '/v1/api-keys',
      headers: bearer(tenant.keys.owner),
      payload: { name: 'shop', role: 'operator' },
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ type: '/problems/idempotency-key-missing' })
  })

  test('of two same requests at the same time one is refused or gets the answer of the other', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => makeKey('four')))
    const made = answers.filter(({ statusCode }) => statusCode === 201)
    const refused = answers.filter(({ statusCode }) => statusCode === 409)
    expect(made.length + refused.length).toBe(8)
    expect(new Set(made.map((answer) => answer.json<{ id: string }>().id)).size).toBe(1)
  })

  test('a revoked key stops working within seconds', async () => {
    const { id, secret } = (await makeKey('five')).json<{ id: string; secret: string }>()
    expect((await readTenantWith(secret)).statusCode).toBe(200)
    const revoked = await api.server.inject({
      method: 'DELETE',
      url: `/v1/api-keys/${id}`,
      headers: bearer(tenant.keys.owner),
    })
    expect(revoked.json()).toMatchObject({ id, revokedAt: api.clock.now() })
    api.clock.advance(5_000)
    expect((await readTenantWith(secret)).statusCode).toBe(401)
  })

  test('an expired key does not work', async () => {
    const expiresAt = new Date(Date.parse(api.clock.now()) + 60_000).toISOString()
    const made = await makeKey('six', { name: 'guest', role: 'viewer', expiresAt })
    const { secret } = made.json<{ secret: string }>()
    expect((await readTenantWith(secret)).statusCode).toBe(200)
    api.clock.advance(61_000)
    expect((await readTenantWith(secret)).statusCode).toBe(401)
  })

  test('the last key of an owner cannot be revoked', async () => {
    const list = await api.server.inject({
      url: '/v1/api-keys',
      headers: bearer(tenant.keys.owner),
    })
    const owner = list
      .json<{ items: { id: string; role: string }[] }>()
      .items.find(({ role }) => role === 'owner')
    const answer = await api.server.inject({
      method: 'DELETE',
      url: `/v1/api-keys/${owner?.id}`,
      headers: bearer(tenant.keys.owner),
    })
    expect(answer.statusCode).toBe(409)
    expect((await readTenantWith(tenant.keys.owner)).statusCode).toBe(200)
  })

  test('names every fault of a request with its place and how to mend it', async () => {
    const answer = await makeKey('seven', { name: '', role: 'king', colour: 'red' })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toMatch('application/problem+json')
    const { failures } = answer.json<{ failures: { path: string; mend: string }[] }>()
    expect(failures.map(({ path }) => path).sort()).toEqual(['/colour', '/name', '/role'])
    for (const { mend } of failures) expect(mend).not.toBe('')
  })
})
