import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { ask } from '../../test/api-requests.ts'
import { inTenant } from '../platform/postgres/index.ts'

describe('webhook endpoints over HTTP', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
  })
  afterAll(() => api.close())

  const facts = {
    url: 'https://shop.example/hooks',
    eventTypes: ['goods.released', 'entry.refused'],
  }
  const register = (payload: object = facts, headers: Record<string, string> = {}) =>
    ask(api, tenant.keys.owner, { method: 'POST', url: '/v1/webhooks', payload, headers })

  it('are registered with a secret that is shown once', async () => {
    const made = await register(facts, { 'idempotency-key': 'once' })
    const again = await register(facts, { 'idempotency-key': 'once' })
    expect(made.statusCode).toBe(201)
    const { secret, ...endpoint } = made.json<{ secret: string; id: string }>()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
    expect(endpoint).toMatchObject({ ...facts, state: 'enabled' })
    expect(again.json()).toEqual(endpoint)
    const read = await ask(api, tenant.keys.operator, { url: `/v1/webhooks/${endpoint.id}` })
    expect(read.json()).toEqual(endpoint)
    const stored = await inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction.selectFrom('webhook_endpoint').select('sealed_secret').execute(),
    )
    expect(JSON.stringify(stored)).not.toContain(secret.slice('whsec_'.length))
  })

  it('are refused where they could reach what only our server can', async () => {
    for (const url of [
      'https://169.254.169.254/latest',
      'http://shop.example/',
      'https://10.0.0.1/',
    ]) {
      const answer = await register({ ...facts, url })
      expect(answer.statusCode).toBe(400)
      expect(answer.json()).toMatchObject({ failures: [{ code: 'invalid-input', path: '/url' }] })
    }
  })

  it('subscribe only to events that exist', async () => {
    const answer = await register({ ...facts, eventTypes: ['goods.eaten'] })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ failures: [{ path: '/eventTypes/0' }] })
  })

  it('are disabled, moved and enabled again', async () => {
    const { id } = (await register()).json<{ id: string }>()
    const replace = (payload: object) =>
      ask(api, tenant.keys.owner, { method: 'PUT', url: `/v1/webhooks/${id}`, payload })
    const disabled = await replace({ ...facts, state: 'disabled' })
    expect(disabled.json()).toMatchObject({ state: 'disabled', disabledAt: expect.any(String) })
    const moved = { url: 'https://other.example/', eventTypes: ['*'], state: 'enabled' }
    const enabled = await replace(moved)
    expect(enabled.json()).toMatchObject(moved)
    expect(enabled.json()).not.toHaveProperty('disabledAt')
  })

  it('have an end to their number, which disabled ones do not count against', async () => {
    const other = await api.addTenant()
    const registerAnother = () =>
      ask(api, other.keys.owner, { method: 'POST', url: '/v1/webhooks', payload: facts })
    const { id } = (await registerAnother()).json<{ id: string }>()
    for (let made = 1; made < 20; made += 1) await registerAnother()
    expect((await registerAnother()).statusCode).toBe(409)
    const payload = { ...facts, state: 'disabled' }
    await ask(api, other.keys.owner, { method: 'PUT', url: `/v1/webhooks/${id}`, payload })
    expect((await registerAnother()).statusCode).toBe(201)
  })

  it('can be tested, and a dead delivery listed and replayed', async () => {
    const { id } = (await register()).json<{ id: string }>()
    const tested = await ask(api, tenant.keys.owner, {
      method: 'POST',
      url: `/v1/webhooks/${id}/test`,
    })
    expect(tested.statusCode).toBe(202)
    const { deliveryId } = tested.json<{ deliveryId: string }>()
    const url = `/v1/deliveries/${deliveryId}`
    const read = await ask(api, tenant.keys.operator, { url })
    expect(read.json()).toMatchObject({
      ...{ id: deliveryId, kind: 'webhook', type: 'webhook.test' },
      ...{ state: 'due', attempts: 0, endpointId: id },
    })
    const early = await ask(api, tenant.keys.owner, { method: 'POST', url: `${url}/replay` })
    expect(early.statusCode).toBe(409)
    await inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction
        .updateTable('delivery')
        .set({ state: 'dead', last_error: 'the endpoint answered 500' })
        .where('id', '=', deliveryId)
        .execute(),
    )
    const dead = await ask(api, tenant.keys.operator, { url: '/v1/deliveries?state=dead' })
    expect(dead.json()).toMatchObject({
      items: [{ id: deliveryId, state: 'dead', lastError: 'the endpoint answered 500' }],
    })
    const replayed = await ask(api, tenant.keys.owner, { method: 'POST', url: `${url}/replay` })
    expect(replayed.json()).toMatchObject({ state: 'due' })
  })
})
