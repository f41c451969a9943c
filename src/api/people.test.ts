import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { ask, openPreparedCase } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { askSignedIn, signIn, type SignedIn } from '../../test/signed-in.ts'
import { tablesThatHold } from '../../test/stored-texts.ts'
import { exampleOrder } from '../../test/shipped-examples.ts'

interface PersonView {
  readonly id: string
  readonly state: string
  readonly version: number
  readonly signInLink: { readonly url?: string }
}

describe('the people of a tenant', () => {
  let api: TestApi
  let tenant: TestTenant
  let owner: SignedIn

  beforeAll(async () => {
    api = await startTestApi()
  })
  beforeEach(async () => {
    tenant = await api.addTenant()
    owner = await signIn(api, tenant, { name: 'First Owner' })
  })
  afterAll(() => api.close())

  const invite = async (payload: object, idempotencyKey: string = crypto.randomUUID()) =>
    askSignedIn(api, owner, {
      ...{ method: 'POST', url: '/v1/people', payload },
      headers: { 'idempotency-key': idempotencyKey },
    })

  const read = async (id: string): Promise<PersonView> => {
    const { items } = (await askSignedIn(api, owner, { url: '/v1/people' })).json<{
      items: PersonView[]
    }>()
    return items.find((person) => person.id === id)!
  }

  const change = async (id: string, payload: object, version?: number) => {
    const { version: present } = await read(id)
    const headers = { 'if-match': `"${version ?? present}"` }
    const url = `/v1/people/${id}`
    return askSignedIn(api, owner, { method: 'PATCH', url, payload, headers })
  }

  test('are invited by a link that is shown once', async () => {
    const payload = { name: 'Chen Wei', email: 'wei@shop.example', role: 'broker' }
    const first = await invite(payload, 'invite-wei')
    expect(first.statusCode).toBe(201)
    const person = first.json<PersonView>()
    expect(person).toMatchObject({ ...payload, state: 'invited' })
    expect(person.signInLink.url).toMatch(/\/console\/welcome#twl_/)
    const repeated = (await invite(payload, 'invite-wei')).json<PersonView>()
    expect(repeated).toMatchObject({ ...payload, id: person.id })
    expect(repeated.signInLink.url).toBeUndefined()
    const listed = await askSignedIn(api, owner, { url: '/v1/people' })
    expect(listed.json()).toMatchObject({
      items: [{ name: 'Chen Wei' }, { name: 'First Owner', state: 'active' }],
    })
  })

  test('change by name, address and role, on their present version', async () => {
    const { id } = (await invite({ name: 'Chen Wei', role: 'viewer' })).json<PersonView>()
    const changed = await change(id, {
      name: 'Chen Wei-Ling',
      email: 'c@x.example',
      role: 'broker',
    })
    expect(changed.json()).toMatchObject({ name: 'Chen Wei-Ling', role: 'broker', version: 2 })
    expect(changed.headers.etag).toBe('"2"')
    expect((await change(id, { name: 'Late' }, 1)).statusCode).toBe(412)
    const without = await change(id, { email: null })
    expect(without.json()).not.toHaveProperty('email')
  })

  test('get another role within seconds, also where they are signed in', async () => {
    const broker = await signIn(api, tenant, { role: 'broker' })
    expect((await askSignedIn(api, broker, { url: '/v1/people' })).statusCode).toBe(403)
    await change(broker.personId, { role: 'owner' })
    api.clock.advance(4_000)
    expect((await askSignedIn(api, broker, { url: '/v1/people' })).statusCode).toBe(200)
  })

  test('who are disabled are signed out, and no link lets them in until they are enabled', async () => {
    const broker = await signIn(api, tenant, { role: 'broker' })
    expect((await change(broker.personId, { state: 'disabled' })).json()).toMatchObject({
      state: 'disabled',
    })
    api.clock.advance(4_000)
    expect((await askSignedIn(api, broker, { url: '/v1/session' })).statusCode).toBe(401)
    const url = `/v1/people/${broker.personId}/sign-in-links`
    expect((await askSignedIn(api, owner, { method: 'POST', url })).statusCode).toBe(409)
    expect((await change(broker.personId, { state: 'enabled' })).json()).toMatchObject({
      state: 'active',
    })
    expect((await askSignedIn(api, owner, { method: 'POST', url })).statusCode).toBe(201)
  })

  test('always have one owner who can sign in', async () => {
    await invite({ name: 'Second Owner', role: 'owner' })
    for (const payload of [{ role: 'operator' }, { state: 'disabled' }]) {
      const refused = await change(owner.personId, payload)
      expect(refused.statusCode).toBe(409)
      expect(refused.json()).toMatchObject({ failures: [{ code: 'conflict' }] })
    }
    await signIn(api, tenant, { name: 'Third Owner' })
    expect((await change(owner.personId, { role: 'operator' })).statusCode).toBe(200)
  })

  test('are named in the history of a case, and after an erasure are not', async () => {
    const caseId = await openPreparedCase(
      api,
      tenant.keys.operator,
      await exampleOrder('marketplace-cn-gb'),
    )
    const name = 'Ottoline Quackenbush'
    const operator = await signIn(api, tenant, { name, role: 'operator' })
    const url = `/v1/cases/${caseId}/stop`
    const payload = { reason: 'the buyer asks to wait' }
    const stopped = await askSignedIn(api, operator, { method: 'POST', url, payload })
    expect(stopped.statusCode).toBe(200)
    const lastActor = async () => {
      const events = await ask(api, tenant.keys.viewer, { url: `/v1/cases/${caseId}/events` })
      return events.json<{ items: { actor: object }[] }>().items.at(-1)?.actor
    }
    expect(await lastActor()).toEqual({ kind: 'person', id: operator.personId, name })
    const erasing = {
      method: 'DELETE',
      url: `/v1/people/${operator.personId}/personal-data`,
    } as const
    expect((await askSignedIn(api, owner, erasing)).statusCode).toBe(409)
    await change(operator.personId, { state: 'disabled' })
    const erased = await askSignedIn(api, owner, erasing)
    expect(erased.json()).toMatchObject({ name: '[erased]', state: 'erased' })
    expect(await lastActor()).toMatchObject({ id: operator.personId, name: '[erased]' })
    expect((await change(operator.personId, { name: 'Back' })).statusCode).toBe(409)
  })

  test('leave no trace of name and address when they are erased', async () => {
    const payload = { name: 'Ottoline Quackenbush', email: 'otti@planted.example', role: 'viewer' }
    const { id } = (await invite(payload)).json<PersonView>()
    const traces = ['Quackenbush', 'planted.example']
    expect(await tablesThatHold(api.ownerDatabaseUrl, traces)).toEqual(['personal_record'])
    await change(id, { state: 'disabled' })
    const url = `/v1/people/${id}/personal-data`
    expect((await askSignedIn(api, owner, { method: 'DELETE', url })).statusCode).toBe(200)
    expect(await tablesThatHold(api.ownerDatabaseUrl, traces)).toEqual([])
  })
})
