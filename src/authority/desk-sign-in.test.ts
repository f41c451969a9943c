import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { softwareAuthenticator } from '../../test/software-authenticator.ts'
import { deskOrigin, redeem, secretOfLink, visitDesk } from './testing/desk-visitor.ts'
import { handWrittenH1 } from './testing/hand-written-h1.ts'
import { conversationOf, firstText, openAuthority, type OpenAuthority } from './testing/trader.ts'

const HOUR_MS = 3_600_000

let authority: OpenAuthority

beforeAll(async () => {
  authority = await openAuthority({
    database: await createEmptyTestDatabase(),
    trustedProxies: ['127.0.0.1', '::1'],
  })
})

afterAll(() => authority.close())

async function officerCalled(wanted: string): Promise<object | undefined> {
  const { officers } = (await (await authority.officer('GET', '/officers')).json()) as {
    officers: { name: string }[]
  }
  return officers.find(({ name }) => name === wanted)
}

describe('a sign-in link', () => {
  it('leads to the desk, with its secret where no server sees it', async () => {
    const answer = await authority.officer('POST', '/sign-in-links', { name: 'Ada' })
    expect(answer.status).toBe(201)
    const { url, expiresAt } = (await answer.json()) as { url: string; expiresAt: string }
    expect(url).toMatch(new RegExp(`^${deskOrigin(authority)}/desk/#[A-Za-z0-9_-]{43}$`))
    expect(Date.parse(expiresAt) - Date.parse(authority.clock.now())).toBe(24 * HOUR_MS)
  })

  it('opens a session once, in a cookie that no script and no other site can use', async () => {
    const secret = await secretOfLink(authority, { name: 'Ada' })
    const opened = await redeem(authority, secret)
    expect(opened.status).toBe(201)
    expect(await opened.json()).toMatchObject({ officer: 'Ada', role: 'officer' })
    const cookie = opened.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^tidewaiter_desk=/)
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/officers', 'Max-Age=43200']) {
      expect(cookie).toContain(part)
    }
    const again = await redeem(authority, secret)
    expect(again.status).toBe(401)
    expect(again.headers.get('set-cookie')).toBeNull()
  })

  it('runs out after a day', async () => {
    const secret = await secretOfLink(authority, { name: 'Ada' })
    authority.clock.advance(24 * HOUR_MS)
    expect((await redeem(authority, secret)).status).toBe(401)
    authority.clock.advance(-24 * HOUR_MS)
  })

  it('is not redeemed for another site', async () => {
    const secret = await secretOfLink(authority, { name: 'Ada' })
    expect((await redeem(authority, secret, 'https://elsewhere.example')).status).toBe(403)
    expect((await redeem(authority, secret)).status).toBe(201)
  })

  it('is made by the head of the office, and by no other officer', async () => {
    const head = await visitDesk(authority, { name: 'Grace', role: 'head' })
    const invited = await head.send('POST', '/sign-in-links', { body: { name: 'Joan' } })
    expect(invited.status).toBe(201)
    const other = await visitDesk(authority, { name: 'Ada' })
    expect((await other.send('POST', '/sign-in-links', { body: { name: 'Joan' } })).status).toBe(
      403,
    )
    const { officers } = (await (await other.send('GET', '/officers')).json()) as {
      officers: { name: string; role: string }[]
    }
    expect(officers.map(({ name, role }) => [name, role])).toEqual([
      ['Ada', 'officer'],
      ['Grace', 'head'],
      ['Joan', 'officer'],
    ])
  })

  it('gives nobody who is known another role', async () => {
    const head = await visitDesk(authority, { name: 'Grace', role: 'head' })
    const link = (body: object) => head.send('POST', '/sign-in-links', { body })
    expect((await link({ name: 'Nora', role: 'head' })).status).toBe(201)
    expect((await link({ name: 'Nora' })).status).toBe(201)
    const refused = await link({ name: 'Nora', role: 'officer' })
    expect(refused.status).toBe(409)
    expect(JSON.stringify(await refused.json())).toContain('known here as the head of the office')
    expect(await officerCalled('Nora')).toMatchObject({ role: 'head' })
  })
})

describe('a session at the desk', () => {
  it('reads without an origin and changes nothing for a page that is not the desk', async () => {
    const head = await visitDesk(authority, { name: 'Grace', role: 'head' })
    const settings = await head.send('GET', '/settings', { origin: 'none' })
    expect(settings.status).toBe(200)
    const body = { settings: await settings.json() }
    for (const origin of ['none', 'http://localhost:1', 'https://elsewhere.example', 'null']) {
      expect((await head.send('PUT', '/settings', { body, origin })).status).toBe(403)
    }
    expect((await head.send('PUT', '/settings', { body })).status).toBe(200)
  })

  it('ends after twelve hours, and at once when the officer leaves', async () => {
    const visitor = await visitDesk(authority, { name: 'Ada' })
    authority.clock.advance(12 * HOUR_MS)
    expect((await visitor.send('GET', '/session')).status).toBe(401)
    authority.clock.advance(-12 * HOUR_MS)
    expect((await visitor.send('GET', '/session')).status).toBe(200)
    const left = await visitor.send('DELETE', '/session')
    expect(left.status).toBe(204)
    expect(left.headers.get('set-cookie')).toContain('tidewaiter_desk=;')
    expect((await visitor.send('GET', '/session')).status).toBe(401)
  })

  it('signs acts with its own name and with no other', async () => {
    const response = await authority.send(
      '/customs/declarations',
      handWrittenH1({ items: [{ marks: 'REPLICA' }] }),
    )
    const [accepted] = await authority.notifications(conversationOf(response), '13')
    const mrn = firstText(accepted, 'ID') ?? ''
    const visitor = await visitDesk(authority, { name: 'Ada' })
    const path = `/lodgements/${mrn}/questions`
    const question = 'Who holds the licence of the brand?'
    const forged = await visitor.send('POST', path, { body: { officer: 'Grace', question } })
    expect(forged.status).toBe(403)
    expect((await visitor.send('POST', path, { body: { question } })).status).toBe(200)
    const dossier = (await (await visitor.send('GET', `/lodgements/${mrn}`)).json()) as {
      history: { actor: string; what: string }[]
    }
    expect(dossier.history.at(-1)).toMatchObject({ actor: 'Ada', what: 'asked a question' })
  })

  it('keeps settings and the registration of software for the head', async () => {
    const visitor = await visitDesk(authority, { name: 'Ada' })
    const settings = await (await visitor.send('GET', '/settings')).json()
    expect((await visitor.send('PUT', '/settings', { body: { settings } })).status).toBe(403)
    const application = { clientId: 'another', name: 'Another' }
    expect((await visitor.send('POST', '/applications', { body: application })).status).toBe(403)
  })
})

describe('the access of an officer', () => {
  it('is closed by the head: sessions end, and no link lets in before it is open again', async () => {
    const head = await visitDesk(authority, { name: 'Grace', role: 'head' })
    const joan = await visitDesk(authority, { name: 'Joan' })
    const unused = await secretOfLink(authority, { name: 'Joan' })
    const at = '/officers/Joan/access'
    expect((await joan.send('PUT', at, { body: { access: 'closed' } })).status).toBe(403)
    expect((await head.send('PUT', at, { body: { access: 'closed' } })).status).toBe(204)
    expect((await joan.send('GET', '/session')).status).toBe(401)
    expect((await redeem(authority, unused)).status).toBe(401)
    const refused = await head.send('POST', '/sign-in-links', { body: { name: 'Joan' } })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      failures: [{ message: 'The access of this officer is closed.', zh: {} }],
    })
    expect(await officerCalled('Joan')).toMatchObject({ accessClosedAt: authority.clock.now() })

    expect((await head.send('PUT', at, { body: { access: 'open' } })).status).toBe(204)
    expect((await joan.send('GET', '/session')).status).toBe(401)
    expect((await redeem(authority, unused)).status).toBe(401)
    const back = await visitDesk(authority, { name: 'Joan' })
    expect((await back.send('GET', '/session')).status).toBe(200)
    expect(await officerCalled('Joan')).toMatchObject({ accessClosedAt: null })
  })

  it('is closed by nobody for themselves, and for nobody who is not there', async () => {
    const head = await visitDesk(authority, { name: 'Grace', role: 'head' })
    const close = async (name: string) =>
      (await head.send('PUT', `/officers/${name}/access`, { body: { access: 'closed' } })).status
    expect(await close('Grace')).toBe(409)
    expect(await close('Nobody')).toBe(404)
    expect((await head.send('GET', '/session')).status).toBe(200)
  })
})

describe('what is over', () => {
  it('is removed after a month: links, sessions, trials; when somebody was here stays known', async () => {
    const ada = await visitDesk(authority, { name: 'Ada' })
    const tried = await ada.send('POST', '/risk-rules/dry-run', { body: { rules: [] } })
    expect(tried.status).toBe(200)
    await secretOfLink(authority, { name: 'Ada' })
    const client = new Client({ connectionString: authority.databaseUrl })
    await client.connect()
    const left = async () => {
      const { rows } = await client.query<{ count: number }>(
        `select (select count(*) from officer_session) + (select count(*) from sign_in_link)
           + (select count(*) from risk_trial) as count`,
      )
      return Number(rows[0]?.count)
    }
    const signedInAt = authority.clock.now()
    authority.clock.advance(30 * 24 * HOUR_MS)
    await authority.restart()
    expect(await left()).toBeGreaterThan(2)
    authority.clock.advance(2 * 24 * HOUR_MS)
    await authority.restart()
    await expect.poll(left).toBe(0)
    await client.end()
    expect(await officerCalled('Ada')).toMatchObject({ lastSignedInAt: signedInAt })
    authority.clock.advance(-32 * 24 * HOUR_MS)
  })
})

describe('the door of the officers', () => {
  it('shuts for a minute where wrong tokens are tried one after the other', async () => {
    const tries = Array.from({ length: 31 }, () =>
      fetch(`${authority.url}/officers/lodgements`, { headers: { authorization: 'Bearer wrong' } }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([...Array.from({ length: 30 }, () => 401), 429])
    expect((await authority.officer('GET', '/settings')).status).toBe(200)
  })

  it('counts what each session asks', async () => {
    const visitor = await visitDesk(authority, { name: 'Ada' })
    const [first, second] = [
      await visitor.send('GET', '/session'),
      await visitor.send('GET', '/session'),
    ]
    expect(first.headers.get('x-ratelimit-limit')).toBe('1500')
    expect(second.headers.get('x-ratelimit-remaining')).toBe('1498')
  })
})

describe('a passkey', () => {
  it('has to verify its person, when it is made and when it signs in', async () => {
    const visitor = await visitDesk(authority, { name: 'Ada' })
    const origin = deskOrigin(authority)
    const key = softwareAuthenticator()
    const offer = async () =>
      (await (
        await visitor.send('POST', '/passkeys/options')
      ).json()) as PublicKeyCredentialCreationOptionsJSON
    const add = async (userVerified: boolean) => {
      const response = key.make(await offer(), { origin, userVerified })
      return visitor.send('POST', '/passkeys', { body: { name: 'Key', response } })
    }
    expect((await add(false)).status).toBe(401)
    expect((await add(true)).status).toBe(201)
    const at = `${authority.url}/officers/session`
    const signIn = async (userVerified: boolean) => {
      const offered = await fetch(`${at}/passkey-options`, { method: 'POST', headers: { origin } })
      const options = (await offered.json()) as PublicKeyCredentialRequestOptionsJSON
      expect(options.userVerification).toBe('required')
      return fetch(`${at}/passkey`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ response: key.sign(options, { origin, userVerified }) }),
      })
    }
    expect((await signIn(false)).status).toBe(401)
    expect((await signIn(true)).status).toBe(201)
    await visitor.send('DELETE', `/passkeys/${key.credentialId}`)
  })

  it('is offered for the desk’s own host, once for each challenge', async () => {
    const visitor = await visitDesk(authority, { name: 'Ada' })
    const offered = await visitor.send('POST', '/passkeys/options')
    const options = (await offered.json()) as { rp: { id: string }; challenge: string }
    expect(options.rp.id).toBe('localhost')
    expect(options.challenge.length).toBeGreaterThan(20)
    const forged = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: {} }
    const added = await visitor.send('POST', '/passkeys', {
      body: { name: 'Laptop', response: forged },
    })
    expect(added.status).toBe(401)
    expect(await (await visitor.send('GET', '/passkeys')).json()).toEqual({ passkeys: [] })
  })

  it('that nobody knows signs nobody in', async () => {
    const headers = { 'content-type': 'application/json', origin: deskOrigin(authority) }
    const at = `${authority.url}/officers/session`
    const options = await fetch(`${at}/passkey-options`, {
      method: 'POST',
      headers: { origin: headers.origin },
    })
    expect(options.status).toBe(200)
    const answer = await fetch(`${at}/passkey`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ response: { id: 'AAAA' } }),
    })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('and links are tried only so often in a minute by one address, as the proxy tells it', async () => {
    const tryFrom = (address: string) =>
      fetch(`${authority.url}/officers/session`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: deskOrigin(authority),
          'x-forwarded-for': address,
        },
        body: JSON.stringify({ token: 'A'.repeat(43) }),
      })
    const statuses: number[] = []
    for (let attempt = 0; attempt < 31; attempt += 1) {
      statuses.push((await tryFrom('203.0.113.7')).status)
    }
    expect(statuses.at(-2)).toBe(401)
    expect(statuses.at(-1)).toBe(429)
    expect((await tryFrom('203.0.113.8')).status).toBe(401)
  })
})
