import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { ask } from '../../test/api-requests.ts'
import { sampleOrder } from '../../test/sample-papers.ts'

describe('tracking links over HTTP', () => {
  let api: TestApi
  let tenant: TestTenant
  let caseId: string

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    const url = '/v1/orders'
    const order = await ask(api, tenant.keys.owner, { method: 'POST', url, payload: sampleOrder })
    caseId = order.json<{ caseId: string }>().caseId
  })
  afterAll(() => api.close())

  const makeLink = async (headers: Record<string, string> = {}) => {
    const url = `/v1/cases/${caseId}/tracking-links`
    return ask(api, tenant.keys.operator, { method: 'POST', url, headers })
  }
  /** The page's address ends in the token that the interface takes. */
  const pathOf = (url: string) => `/v1${new URL(url).pathname}`
  const follow = (url: string) => api.server.inject({ method: 'GET', url: pathOf(url) })

  it('shows a parcel without a key, and without personal data', async () => {
    const made = await makeLink()
    expect(made.statusCode).toBe(201)
    expect(new URL(made.json<{ url: string }>().url).pathname).toMatch(/^\/track\/[\w-]{43}$/)
    const answer = await follow(made.json<{ url: string }>().url)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      reference: sampleOrder.reference,
      orders: [],
      goods: { first: sampleOrder.lines[0]?.description, more: sampleOrder.lines.length - 1 },
      situation: 'draft',
      sentences: { now: { en: 'Your order has been received.', zh: '您的订单已收到。' } },
      attention: 'nothing',
      timeline: [{ milestone: 'case.opened' }],
    })
    expect(answer.body).not.toMatch(/Zoë|Müller|Oldham|M1 1JN|zoe@|personal:/)
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    })
  })

  it('names no person in the words for the goods', async () => {
    const [line, ...others] = sampleOrder.lines
    const engraved = {
      ...sampleOrder,
      reference: 'ENGRAVED-1',
      lines: [
        { ...line!, description: `Silver cup engraved ${sampleOrder.buyer.name}` },
        ...others,
      ],
    }
    const url = '/v1/orders'
    const order = await ask(api, tenant.keys.owner, { method: 'POST', url, payload: engraved })
    const links = `/v1/cases/${order.json<{ caseId: string }>().caseId}/tracking-links`
    const made = await ask(api, tenant.keys.operator, { method: 'POST', url: links })
    const answer = await follow(made.json<{ url: string }>().url)
    expect(answer.json()).toMatchObject({ goods: { first: 'Silver cup engraved …' } })
  })

  it('shows the address once', async () => {
    const key = { 'idempotency-key': 'link-once' }
    const first = await makeLink(key)
    const again = await makeLink(key)
    const { url, ...link } = first.json<{ url: string; id: string }>()
    expect(again.json()).toEqual(link)
    const list = await ask(api, tenant.keys.viewer, { url: `/v1/cases/${caseId}/tracking-links` })
    expect(list.json<{ items: object[] }>().items).toContainEqual(link)
    expect(list.body).not.toContain(pathOf(url).split('/').at(-1))
  })

  it('answers the same for a link that was revoked and for one that never was', async () => {
    const { id, url } = (await makeLink()).json<{ id: string; url: string }>()
    const revoke = () =>
      ask(api, tenant.keys.operator, { method: 'DELETE', url: `/v1/tracking-links/${id}` })
    const revoked = await revoke()
    expect(revoked.statusCode).toBe(200)
    expect((await revoke()).json()).toEqual(revoked.json())
    const gone = await follow(url)
    const unknown = await follow(`http://x/track/${'A'.repeat(43)}`)
    const nonsense = await follow('http://x/track/nonsense')
    for (const answer of [gone, unknown, nonsense]) {
      expect(answer.statusCode).toBe(404)
      const { detail, title } = gone.json<{ detail: string; title: string }>()
      expect(answer.json()).toMatchObject({ detail, title })
    }
  })

  it('is neither made nor revoked by another tenant', async () => {
    const stranger = await api.addTenant()
    const { id, url } = (await makeLink()).json<{ id: string; url: string }>()
    const path = `/v1/cases/${caseId}/tracking-links`
    const made = await ask(api, stranger.keys.owner, { method: 'POST', url: path })
    const listed = await ask(api, stranger.keys.owner, { url: path })
    const link = `/v1/tracking-links/${id}`
    const revoked = await ask(api, stranger.keys.owner, { method: 'DELETE', url: link })
    expect([made, listed, revoked].map((answer) => answer.statusCode)).toEqual([404, 404, 404])
    expect((await follow(url)).statusCode).toBe(200)
  })

  it('lets in as many shoppers as share the address of their carrier, each link by itself', async () => {
    const links = await Promise.all([makeLink(), makeLink()])
    const [one, other] = links.map((made) => pathOf(made.json<{ url: string }>().url))
    const lookFromCarrier = async (path: string): Promise<number> => {
      const remoteAddress = '198.51.100.7'
      return (await api.server.inject({ url: path, remoteAddress })).statusCode
    }
    const looks = []
    for (let look = 0; look < 60; look += 1) looks.push(await lookFromCarrier(one!))
    expect(new Set(looks)).toEqual(new Set([200]))
    expect(await lookFromCarrier(one!)).toBe(429)
    expect(await lookFromCarrier(`${one!}?again`)).toBe(429)
    expect(await lookFromCarrier(other!)).toBe(200)
  })

  it('slows down whoever tries many addresses', async () => {
    const statuses = new Set<number>()
    for (let guess = 0; guess < 80; guess += 1) {
      const answer = await api.server.inject({
        url: `/v1/track/${String(guess).padStart(43, 'x')}`,
        remoteAddress: '203.0.113.9',
      })
      statuses.add(answer.statusCode)
    }
    expect([...statuses]).toEqual([404, 429])
  })
})
