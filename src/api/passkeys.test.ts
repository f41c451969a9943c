import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { askSignedIn, ownOrigin, signIn, type SignedIn } from '../../test/signed-in.ts'
import {
  softwareAuthenticator,
  type Circumstances,
  type SoftwareAuthenticator,
} from '../../test/software-authenticator.ts'
import { ask } from '../../test/api-requests.ts'
import type { SessionView } from './session.ts'

describe('passkeys', () => {
  let api: TestApi
  let tenant: TestTenant
  let person: SignedIn
  let authenticator: SoftwareAuthenticator

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    person = await signIn(api, tenant, { name: 'Mei Tanaka' })
    authenticator = softwareAuthenticator()
  })
  afterAll(() => api.close())

  const creationOptions = async (by: SignedIn) =>
    (
      await askSignedIn(api, by, { method: 'POST', url: '/v1/passkeys/options' })
    ).json<PublicKeyCredentialCreationOptionsJSON>()

  const add = async (by: SignedIn, made: SoftwareAuthenticator, lie: Circumstances = {}) => {
    const response = made.make(await creationOptions(by), lie)
    const payload = { name: 'Laptop', response }
    return askSignedIn(api, by, { method: 'POST', url: '/v1/passkeys', payload })
  }

  const post = (url: string, payload?: object) =>
    api.server.inject({
      ...{ method: 'POST', url, headers: { origin: ownOrigin } },
      ...(payload && { payload }),
    })

  const requestOptions = async () =>
    (await post('/v1/session/passkey-options')).json<PublicKeyCredentialRequestOptionsJSON>()

  const signInWith = async (shown: SoftwareAuthenticator, lie: Circumstances = {}) =>
    post('/v1/session/passkey', { response: shown.sign(await requestOptions(), lie) })

  test('are made for one person, one host, and to be unlocked', async () => {
    expect(await creationOptions(person)).toMatchObject({
      rp: { id: 'localhost', name: 'Tidewaiter' },
      user: { name: 'Mei Tanaka (Test trader)', displayName: 'Mei Tanaka' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    })
  })

  test('sign their person in, who names nobody', async () => {
    const added = await add(person, authenticator)
    expect(added.statusCode).toBe(201)
    expect((await requestOptions()).allowCredentials ?? []).toEqual([])
    const answer = await signInWith(authenticator)
    expect(answer.statusCode).toBe(200)
    const headers = { cookie: `tidewaiter_session=${answer.cookies[0]!.value}` }
    const session = (await api.server.inject({ url: '/v1/session', headers })).json<SessionView>()
    expect(session).toMatchObject({ person: { id: person.personId }, hasPasskey: true })
    const listed = await askSignedIn(api, person, { url: '/v1/passkeys' })
    expect(listed.json()).toMatchObject({
      items: [{ name: 'Laptop', lastUsedAt: api.clock.now() }],
    })
  })

  test('are not made where the browser was elsewhere, the person not verified, or time was over', async () => {
    const lies: Circumstances[] = [
      { origin: 'http://localhost:8090' },
      { rpId: 'evil.example' },
      { userVerified: false },
    ]
    for (const lie of lies) {
      const refused = await add(person, softwareAuthenticator(), lie)
      expect(refused.statusCode, JSON.stringify(lie)).toBe(401)
    }
    const options = await creationOptions(person)
    api.clock.advance(6 * 60_000)
    const payload = { name: 'late', response: softwareAuthenticator().make(options) }
    const late = await askSignedIn(api, person, { method: 'POST', url: '/v1/passkeys', payload })
    expect(late.statusCode).toBe(401)
  })

  test('are not made with what was offered to another person', async () => {
    const other = await signIn(api, tenant)
    const response = softwareAuthenticator().make(await creationOptions(other))
    const payload = { name: 'taken', response }
    const taken = await askSignedIn(api, person, { method: 'POST', url: '/v1/passkeys', payload })
    expect(taken.statusCode).toBe(401)
  })

  test('are not made twice of one credential', async () => {
    expect((await add(person, authenticator)).statusCode).toBe(401)
  })

  test('let nobody in where anything about them is wrong, always in the same words', async () => {
    const first = await signInWith(softwareAuthenticator())
    expect(first.statusCode).toBe(401)
    const lies: Circumstances[] = [
      { origin: 'http://localhost:8090' },
      { rpId: 'evil.example' },
      { userVerified: false },
      { useCount: 1 },
    ]
    for (const lie of lies) {
      const answer = await signInWith(authenticator, lie)
      expect(answer.statusCode, JSON.stringify(lie)).toBe(401)
      expect(answer.json<{ detail: string }>().detail).toBe(first.json<{ detail: string }>().detail)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
    // None of these has spoilt the passkey itself.
    expect((await signInWith(authenticator)).statusCode).toBe(200)
  })

  test('with a signature that another key has made let nobody in', async () => {
    const thief = softwareAuthenticator().sign(await requestOptions(), { useCount: 1_000 })
    const { credentialId: id } = authenticator
    const response = { ...thief, id, rawId: id }
    expect((await post('/v1/session/passkey', { response })).statusCode).toBe(401)
  })

  test('sign a challenge once, and within five minutes', async () => {
    const options = await requestOptions()
    const response = authenticator.sign(options)
    expect((await post('/v1/session/passkey', { response })).statusCode).toBe(200)
    const again = authenticator.sign(options)
    expect((await post('/v1/session/passkey', { response: again })).statusCode).toBe(401)
    const late = authenticator.sign(await requestOptions())
    api.clock.advance(6 * 60_000)
    expect((await post('/v1/session/passkey', { response: late })).statusCode).toBe(401)
  })

  test('that are no passkeys are refused by form', async () => {
    for (const response of [{}, { id: '§' }, 'text']) {
      expect((await post('/v1/session/passkey', { response })).statusCode).toBe(400)
    }
  })

  test('of a person who was disabled let nobody in', async () => {
    const other = await signIn(api, tenant, { role: 'broker' })
    const own = softwareAuthenticator()
    await add(other, own)
    const url = `/v1/people/${other.personId}`
    const payload = { state: 'disabled' }
    const headers = { 'if-match': '"1"' }
    const request = { method: 'PATCH', url, payload, headers } as const
    expect((await ask(api, tenant.keys.owner, request)).statusCode).toBe(200)
    expect((await signInWith(own)).statusCode).toBe(401)
  })

  test('can be removed by their person alone, and then let nobody in', async () => {
    const [passkey] = (await askSignedIn(api, person, { url: '/v1/passkeys' })).json<{
      items: { id: string }[]
    }>().items
    const url = `/v1/passkeys/${passkey!.id}`
    const stranger = await signIn(api, tenant)
    expect((await askSignedIn(api, stranger, { method: 'DELETE', url })).statusCode).toBe(404)
    expect((await askSignedIn(api, person, { method: 'DELETE', url })).statusCode).toBe(200)
    expect((await signInWith(authenticator)).statusCode).toBe(401)
  })
})
