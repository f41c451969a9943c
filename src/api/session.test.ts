import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../test/api-requests.ts'
import { bearer, startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import {
  askSignedIn,
  inviteWithLink,
  ownOrigin,
  signIn,
  type SignedIn,
} from '../../test/signed-in.ts'
import { mayDo, permissions, type Permission } from '../access/index.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { SessionView } from './session.ts'

const HOUR_MS = 3_600_000

describe('signing in with a link', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
  })
  afterAll(() => api.close())

  const show = (token: string, headers: Record<string, string> = { origin: ownOrigin }) =>
    api.server.inject({ method: 'POST', url: '/v1/session/link', headers, payload: { token } })

  const readSession = (cookie: string) =>
    api.server.inject({ url: '/v1/session', headers: { cookie } })

  const cookieOf = (answer: Awaited<ReturnType<typeof show>>): string => {
    const [{ name, value } = { name: '', value: '' }] = answer.cookies
    return `${name}=${value}`
  }

  test('opens a session in a cookie that scripts and other sites cannot use', async () => {
    const { secret, personId } = await inviteWithLink(api, tenant, { name: 'Mei Tanaka' })
    const answer = await show(secret)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['set-cookie']).toMatch(
      /^tidewaiter_session=tws_[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    expect(answer.body).not.toContain('tws_')
    const session = (await readSession(cookieOf(answer))).json<SessionView>()
    expect(session).toMatchObject({
      person: { id: personId, name: 'Mei Tanaka' },
      tenant: { id: tenant.tenantId, name: 'Test trader', kind: 'e-commerce-platform' },
      role: 'owner',
      hasPasskey: false,
      expiresAt: '2026-09-02T00:00:00.000Z',
    })
    expect(session.permissions).toEqual(Object.keys(permissions))
  })

  test('works once: afterwards, too late, half or made up, a link is refused in the same words', async () => {
    const used = await inviteWithLink(api, tenant)
    const late = await inviteWithLink(api, tenant)
    await show(used.secret)
    api.clock.advance(72 * HOUR_MS)
    const half = late.secret.slice(0, -3)
    const madeUp = `twl_${'x'.repeat(43)}`
    const answers = []
    for (const secret of [used.secret, late.secret, half, madeUp, '']) {
      answers.push(await show(secret))
    }
    api.clock.advance(-72 * HOUR_MS)
    for (const answer of answers) {
      expect(answer.statusCode).toBe(401)
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(answer.json()).toMatchObject({ type: '/problems/sign-in-refused' })
      expect(answer.json<{ detail: string }>().detail).toBe(
        answers[0]!.json<{ detail: string }>().detail,
      )
    }
  })

  test('ends the links that were made before for the same person', async () => {
    const { personId, secret } = await inviteWithLink(api, tenant, { role: 'broker' })
    const again = await ask(api, tenant.keys.owner, {
      method: 'POST',
      url: `/v1/people/${personId}/sign-in-links`,
    })
    const { url } = again.json<{ url: string }>()
    expect(url).toMatch(/^http:\/\/localhost:8080\/console\/welcome#twl_[\w-]{43}$/)
    expect((await show(secret)).statusCode).toBe(401)
    expect((await show(url.split('#')[1]!)).statusCode).toBe(200)
  })

  test('is not possible from another page than our own', async () => {
    const { secret } = await inviteWithLink(api, tenant)
    for (const headers of [{}, { origin: 'http://localhost:8090' }, { origin: 'null' }]) {
      const answer = await show(secret, headers)
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toMatchObject({ type: '/problems/foreign-origin' })
    }
    expect((await show(secret)).statusCode).toBe(200)
  })

  test('keeps no secret of links and sessions, only hashes', async () => {
    const { secret } = await inviteWithLink(api, tenant)
    const sessionSecret = cookieOf(await show(secret)).split('=')[1]!
    const stored = await inTenant(api.database, tenant.tenantId, async (transaction) => [
      ...(await transaction.selectFrom('sign_in_link').selectAll().execute()),
      ...(await transaction.selectFrom('person_session').selectAll().execute()),
    ])
    expect(stored.length).toBeGreaterThan(1)
    expect(JSON.stringify(stored)).not.toContain(secret)
    expect(JSON.stringify(stored)).not.toContain(sessionSecret)
  })

  test('ends the session that the browser had before', async () => {
    const before = await signIn(api, tenant)
    const { secret } = await inviteWithLink(api, tenant)
    await show(secret, { origin: ownOrigin, cookie: before.cookie })
    api.clock.advance(5_000)
    expect((await readSession(before.cookie)).statusCode).toBe(401)
  })

  test('is on record, with the person by reference and not by name', async () => {
    const { personId, secret } = await inviteWithLink(api, tenant, { name: 'Seen Once' })
    await show(secret)
    const entries = await inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction
        .selectFrom('audit_entry')
        .select(['action', 'actor', 'detail'])
        .where('subject', '=', personId)
        .orderBy('id')
        .execute(),
    )
    expect(entries.map(({ action }) => action)).toEqual([
      'person-invited',
      'sign-in-link-issued',
      'signed-in',
    ])
    expect(entries[2]).toMatchObject({
      actor: { kind: 'person', id: personId, name: expect.stringMatching(/^personal:/) },
      detail: { with: 'link' },
    })
    expect(JSON.stringify(entries)).not.toContain('Seen Once')
  })
})

describe('over https', () => {
  test('the cookie is secure and bound to the host', async () => {
    const api = await startTestApi({ publicUrl: 'https://customs.example' })
    const { secret } = await inviteWithLink(api, await api.addTenant())
    const answer = await api.server.inject({
      method: 'POST',
      url: '/v1/session/link',
      headers: { origin: 'https://customs.example' },
      payload: { token: secret },
    })
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-tidewaiter_session=tws_.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    await api.close()
  })
})

describe('a session', () => {
  let api: TestApi
  let tenant: TestTenant
  let owner: SignedIn

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    owner = await signIn(api, tenant)
  })
  afterAll(() => api.close())

  const statusOf = async (person: SignedIn) =>
    (await askSignedIn(api, person, { url: '/v1/session' })).statusCode

  test('has the rights of the role, and no others', async () => {
    const viewer = await signIn(api, tenant, { role: 'viewer' })
    const { permissions: rights } = (
      await askSignedIn(api, viewer, { url: '/v1/session' })
    ).json<SessionView>()
    const expected = (Object.keys(permissions) as Permission[]).filter((right) =>
      mayDo('viewer', right),
    )
    expect(rights).toEqual(expected)
    const declared = await askSignedIn(api, viewer, {
      method: 'POST',
      url: '/v1/api-keys',
      payload: { name: 'x', role: 'owner' },
    })
    expect(declared.statusCode).toBe(403)
    expect((await askSignedIn(api, viewer, { url: '/v1/people' })).statusCode).toBe(403)
  })

  test('changes nothing for another page than our own, whatever the method', async () => {
    const payload = { name: 'foreign', role: 'viewer' }
    for (const origin of ['http://localhost:8090', 'https://evil.example', 'null']) {
      const headers = { origin }
      const made = await askSignedIn(api, owner, {
        ...{ method: 'POST', url: '/v1/api-keys', payload, headers },
      })
      const left = await askSignedIn(api, owner, { method: 'DELETE', url: '/v1/session', headers })
      expect([made.statusCode, left.statusCode]).toEqual([403, 403])
      expect(made.json()).toMatchObject({ failures: [{ code: 'foreign-origin' }] })
    }
    const { cookie } = owner
    const silent = await api.server.inject({
      ...{ method: 'DELETE', url: '/v1/session', headers: { cookie } },
    })
    expect(silent.statusCode).toBe(403)
    expect(await statusOf(owner)).toBe(200)
  })

  test('counts less than a key that is sent beside it', async () => {
    const headers = { ...bearer(`tw_${'x'.repeat(43)}`), cookie: owner.cookie }
    expect((await api.server.inject({ url: '/v1/tenant', headers })).statusCode).toBe(401)
    const both = { ...bearer(tenant.keys.viewer), cookie: owner.cookie }
    expect((await api.server.inject({ url: '/v1/people', headers: both })).statusCode).toBe(403)
  })

  test('stands for its person in the record of what is changed', async () => {
    const made = await askSignedIn(api, owner, {
      method: 'POST',
      url: '/v1/api-keys',
      payload: { name: 'till', role: 'viewer' },
    })
    expect(made.statusCode).toBe(201)
    const [entry] = await inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction
        .selectFrom('audit_entry')
        .select('actor')
        .where('action', '=', 'key-issued')
        .orderBy('id', 'desc')
        .limit(1)
        .execute(),
    )
    expect(entry?.actor).toMatchObject({ kind: 'person', id: owner.personId })
  })

  test('ends twelve hours after its last use and seven days after its begin', async () => {
    const start = api.clock.now()
    const idle = await signIn(api, tenant)
    const busy = await signIn(api, tenant)
    const lives: number[] = []
    for (let hours = 11; hours <= 7 * 24 + 11; hours += 11) {
      api.clock.advance(11 * HOUR_MS)
      if ((await statusOf(busy)) !== 200) break
      lives.push(hours)
      if (hours > 12) expect(await statusOf(idle)).toBe(401)
    }
    expect(lives.at(-1)).toBe(165)
    api.clock.set(start)
  })

  test('is not kept alive by what an open page asks for by itself', async () => {
    const start = api.clock.now()
    const left = await signIn(api, tenant)
    const poll = (headers: Record<string, string>) =>
      askSignedIn(api, left, { url: '/v1/session', headers })
    for (let hours = 0; hours < 11; hours += 1) {
      api.clock.advance(HOUR_MS)
      const byItself =
        hours % 2 ? { 'tidewaiter-unattended': '1' } : { accept: 'text/event-stream' }
      expect((await poll(byItself)).statusCode).toBe(200)
    }
    api.clock.advance(HOUR_MS)
    const ended = await poll({})
    expect(ended.statusCode).toBe(401)
    expect(ended.json()).toMatchObject({
      failures: [{ code: 'unauthenticated', message: 'You are no longer signed in.' }],
    })
    api.clock.set(start)
  })

  test('ends when its person signs out, within seconds', async () => {
    const person = await signIn(api, tenant)
    const out = await askSignedIn(api, person, { method: 'DELETE', url: '/v1/session' })
    expect(out.statusCode).toBe(204)
    expect(out.headers['set-cookie']).toMatch(/^tidewaiter_session=; .*Expires=Thu, 01 Jan 1970/)
    api.clock.advance(4_000)
    expect(await statusOf(person)).toBe(401)
  })

  test('ends elsewhere, one by one or all at once, and never that of another person', async () => {
    const here = await signIn(api, tenant)
    const link = await ask(api, tenant.keys.owner, {
      method: 'POST',
      url: `/v1/people/${here.personId}/sign-in-links`,
    })
    const token = link.json<{ url: string }>().url.split('#')[1]!
    const phone = await api.server.inject({
      method: 'POST',
      url: '/v1/session/link',
      headers: { origin: ownOrigin, 'user-agent': 'Mozilla/5.0 (iPhone) Version/18 Safari/605' },
      payload: { token },
    })
    const listed = await askSignedIn(api, here, { url: '/v1/sessions' })
    const { items } = listed.json<{ items: { id: string; current: boolean; device: string }[] }>()
    expect(items).toMatchObject([
      { current: false, device: 'Safari, iPhone' },
      { current: true, device: 'Firefox, Linux', signedInWith: 'link' },
    ])
    const url = `/v1/sessions/${items[0]!.id}`
    const stranger = await signIn(api, tenant)
    const notMine = await askSignedIn(api, stranger, { method: 'DELETE', url })
    expect(notMine.statusCode).toBe(404)
    expect((await askSignedIn(api, here, { method: 'DELETE', url })).statusCode).toBe(200)
    api.clock.advance(4_000)
    const cookie = `tidewaiter_session=${phone.cookies[0]!.value}`
    expect((await api.server.inject({ url: '/v1/session', headers: { cookie } })).statusCode).toBe(
      401,
    )
    const others = await askSignedIn(api, here, { method: 'DELETE', url: '/v1/sessions' })
    expect(others.json()).toEqual({ ended: 0 })
    expect(await statusOf(here)).toBe(200)
    expect(await statusOf(stranger)).toBe(200)
  })
})

describe('refused sign-ins', () => {
  test('are held off after ten a minute from one address, good links are not', async () => {
    const api = await startTestApi()
    const { secret } = await inviteWithLink(api, await api.addTenant())
    const show = async (token: string) =>
      (
        await api.server.inject({
          method: 'POST',
          url: '/v1/session/link',
          headers: { origin: ownOrigin },
          payload: { token },
        })
      ).statusCode
    const statuses = []
    for (let attempt = 0; attempt < 12; attempt += 1) statuses.push(await show('twl_guess'))
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401))
    expect(statuses.slice(10)).toEqual([429, 429])
    expect(await show(secret)).toBe(200)
    await api.close()
  })

  test('and asking at all, after sixty', async () => {
    const api = await startTestApi()
    const request = { method: 'POST', url: '/v1/session/passkey-options' } as const
    const statuses = []
    for (let attempt = 0; attempt < 61; attempt += 1) {
      const answer = await api.server.inject({ ...request, headers: { origin: ownOrigin } })
      statuses.push(answer.statusCode)
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(60)
    expect(statuses.at(-1)).toBe(429)
    await api.close()
  })
})
