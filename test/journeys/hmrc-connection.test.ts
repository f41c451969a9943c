import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  AuthorityConnectionView,
  StartedAuthorisationView,
} from '../../src/api/authority-connections.ts'
import type { AuthorityStatusView } from '../../src/api/authority-status.ts'
import { exampleOrder } from '../shipped-examples.ts'
import {
  arriveAndRelease,
  caseIn,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'

const CONNECTION = '/v1/authority-connections/uk-cds'

let installation: TestInstallation
let trader: TestTrader

beforeAll(async () => {
  installation = await startTestInstallation()
  trader = await installation.addTenant('e-commerce-platform')
})
afterAll(() => installation.close())

/** What any of the answers holds; each test looks at what it has asked for. */
type Body = AuthorityConnectionView &
  AuthorityStatusView &
  StartedAuthorisationView & { readonly items: readonly AuthorityConnectionView[] }

async function ask(
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: Body }> {
  const answer = await fetch(`${installation.apiUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${trader.apiKey}`,
      'idempotency-key': crypto.randomUUID(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Body }
}

/** What a browser does at the authority's page. @returns what it comes back with */
async function atTheAuthority(url: string, answer: 'permit' | 'refuse') {
  const page = new URL(url)
  const form = new URLSearchParams([...page.searchParams, ['answer', answer]])
  const sentBack = await fetch(new URL('/oauth/authorize', page), {
    ...{ method: 'POST', redirect: 'manual', body: form },
  })
  const back = new URL(sentBack.headers.get('location') ?? '')
  expect(`${back.origin}${back.pathname}`).toBe(
    `${installation.publicUrl}/console/settings/connections/uk-cds`,
  )
  const { state = '', code, error } = Object.fromEntries(back.searchParams)
  return { state, ...(code !== undefined && { code }), ...(error !== undefined && { error }) }
}

const begin = async () => (await ask('POST', `${CONNECTION}/authorisations`)).body.url
const complete = (returned: object) => ask('POST', `${CONNECTION}/completion`, returned)
const connection = async () => (await ask('GET', '/v1/authority-connections')).body.items[0]!

describe('a business and HMRC', () => {
  it('begin without a permission', async () => {
    expect(await connection()).toEqual({
      ...{ channel: 'uk-cds', state: 'installation', canConnect: true, waitingMessages: 0 },
    })
  })

  it('stay as they are when the person refuses, or comes back with what nobody was sent with', async () => {
    const refused = await complete(await atTheAuthority(await begin(), 'refuse'))
    expect(refused).toMatchObject({ status: 409, body: { failures: [{ code: 'conflict' }] } })
    const stranger = await complete({ state: 'made-up', code: 'made-up' })
    expect(stranger).toMatchObject({ status: 409, body: { failures: [{ path: '/state' }] } })
    expect((await connection()).state).toBe('installation')
  })

  it('are connected by the permission, and a case goes to its release in the name of the business', async () => {
    const returned = await atTheAuthority(await begin(), 'permit')
    const connected = await complete(returned)
    expect(connected).toMatchObject({ status: 200, body: { state: 'connected' } })
    expect((await complete(returned)).status).toBe(409)

    const order = await trader.client.post<{ caseId: string }>('/v1/orders', {
      ...(await exampleOrder('marketplace-cn-gb')),
      reference: 'WITH-PERMISSION',
    })
    await caseIn(trader, order.caseId, 'ready')
    const before = await ask('GET', `/v1/cases/${order.caseId}/authority-status`)
    expect(before.status).toBe(404)
    await trader.client.post(`/v1/cases/${order.caseId}/declare`, { additionalType: 'D' })
    const { declaration } = await arriveAndRelease(trader, order.caseId)

    const { body } = await ask('GET', `/v1/cases/${order.caseId}/authority-status`)
    expect(body).toMatchObject({
      ...{ by: 'mrn', reference: declaration?.mrn, answer: 'known' },
      declarations: [{ mrn: declaration?.mrn, version: 1, ics: '22', typeCode: 'IMD' }],
    })
  })

  it('are disconnected here, and the business may connect again', async () => {
    const ended = await ask('DELETE', CONNECTION)
    expect(ended.body).toMatchObject({ state: 'installation', ended: { why: 'disconnected' } })
    expect((await ask('DELETE', CONNECTION)).status).toBe(200)
    const again = await complete(await atTheAuthority(await begin(), 'permit'))
    expect(again.body.state).toBe('connected')
  })
})
