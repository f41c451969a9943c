import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask, exampleOrder, openPreparedCase, paperForm } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { mayDo, roles, type Permission, type Role } from '../access/index.ts'
import { newId } from '../platform/ids.ts'
import type { RouteEntry } from './http/route-table.ts'
import type { CaseView } from './views/case-view.ts'

/** Ids of one tenant's things, by the parameters of the routes that lead to them. */
type Specimens = Readonly<Record<string, string>>

interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly payload?: object
  readonly headers?: Record<string, string>
}

/** A body with which each route that needs one gets as far as looking for its subject. */
const payloads: Readonly<Record<string, object>> = {
  'POST /v1/api-keys': { name: 'another', role: 'viewer' },
  'PATCH /v1/tenant': { name: 'Another name' },
  'POST /v1/cases/:id/declare': { additionalType: 'D' },
  'POST /v1/cases/:id/stop': { reason: 'test' },
  'POST /v1/cases/:id/reopen': { reason: 'test' },
  'PATCH /v1/cases/:id/goods': { freight: { amount: '1', currency: 'USD' } },
  'POST /v1/cases/:id/transport-events': {
    event: 'goods-departed',
    occurredAt: '2026-09-01T10:00:00Z',
    source: 'test',
  },
  'POST /v1/cases/:id/answers': { controlId: 'control', attachmentIds: ['attachment'] },
  'POST /v1/cases/:id/outcome': { outcome: 'returned', reason: 'test' },
  'POST /v1/cases/:id/invalidation': { reason: 'duplicate', explanation: 'test' },
  'POST /v1/cases/:id/payments': {
    payer: 'seller',
    amount: { amount: '1', currency: 'GBP' },
    reference: 'test',
  },
}

/** Answered with an endless stream, so only refusals can be waited for. */
const isStream = ({ url }: RouteEntry): boolean => url.endsWith('/stream')

describe('the rights of every route', () => {
  let api: TestApi
  let owner: TestTenant
  let stranger: TestTenant
  let specimens: Readonly<Record<string, Specimens>>
  let caseId: string
  let form: FormData

  beforeAll(async () => {
    api = await startTestApi()
    owner = await api.addTenant()
    stranger = await api.addTenant('purchasing-agent')
    caseId = await openPreparedCase(
      api,
      owner.keys.operator,
      await exampleOrder('marketplace-cn-gb'),
    )
    const declared = { method: 'POST', url: `/v1/cases/${caseId}/declare`, payload: {} } as const
    await ask(api, owner.keys.broker, declared)
    specimens = await specimensOf(api, owner, caseId)
    form = await paperForm()
  })
  afterAll(() => api.close())

  const guarded = (): readonly (RouteEntry & { readonly admit: Permission })[] =>
    api.server.routeTable.filter(
      (route): route is RouteEntry & { readonly admit: Permission } =>
        route.admit !== 'anyone' && route.admit !== 'authority',
    )

  const callOf = (route: RouteEntry): Call => {
    const call = callTo(route, specimens)
    return route.url.endsWith('/attachments') ? { ...call, payload: form } : call
  }

  const statusOf = async (call: Call, key: string): Promise<number> =>
    (await ask(api, key, call)).statusCode

  test('there are routes, and only known ones are open to anyone', () => {
    expect(guarded().length).toBeGreaterThan(25)
    const open = api.server.routeTable.filter(({ admit }) => admit === 'anyone')
    expect(open.map(({ url }) => url).filter((url) => url.startsWith('/v1'))).toEqual(
      open.map(({ url }) => url).filter((url) => url.startsWith('/v1/tracking/')),
    )
  })

  test('nobody gets in without a good key', async () => {
    const entered: string[] = []
    for (const route of guarded()) {
      const call = callOf(route)
      const answers = await Promise.all([
        api.server.inject(call),
        api.server.inject({ ...call, headers: { authorization: `Bearer tw_${'x'.repeat(43)}` } }),
      ])
      const refused = answers.every(({ statusCode }) => statusCode === 401 || statusCode === 429)
      if (!refused) entered.push(nameOf(route))
    }
    expect(entered).toEqual([])
  })

  test('a key without the right is refused, also for its own tenant', async () => {
    const wrong: string[] = []
    for (const route of guarded()) {
      for (const role of roles.filter((name) => !mayDo(name, route.admit))) {
        const status = await statusOf(callOf(route), owner.keys[role])
        if (status !== 403) wrong.push(`${nameOf(route)} as ${role}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test("another tenant's things do not exist, whatever the role", async () => {
    const before = await versionOf(api, owner, caseId)
    const wrong: string[] = []
    for (const route of guarded().filter(({ url }) => url.includes(':'))) {
      for (const role of roles.filter((name) => mayDo(name, route.admit))) {
        const status = await statusOf(callOf(route), stranger.keys[role])
        if (status !== 404) wrong.push(`${nameOf(route)} as ${role} of another: ${status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(await versionOf(api, owner, caseId)).toBe(before)
  })

  test("no list or answer of another tenant names one's things", async () => {
    const ids = [owner.tenantId, ...Object.values(specimens).flatMap((of) => Object.values(of))]
    const secretIds = ids.filter((id) => id.includes('_'))
    const leaks: string[] = []
    for (const route of guarded().filter(
      ({ method, url }) => method === 'GET' && !url.includes(':'),
    )) {
      const { body } = await ask(api, stranger.keys.owner, callOf(route))
      leaks.push(
        ...secretIds.filter((id) => body.includes(id)).map((id) => `${nameOf(route)}: ${id}`),
      )
    }
    expect(leaks).toEqual([])
  })

  test('a key with the right gets in', async () => {
    const refused: string[] = []
    for (const route of guarded().filter((entry) => !isStream(entry))) {
      for (const role of roles.filter((name) => mayDo(name, route.admit))) {
        const status = await statusOf(callOf(route), owner.keys[role])
        if ([401, 403, 404, 500].includes(status)) {
          refused.push(`${nameOf(route)} as ${role}: ${status}`)
        }
      }
    }
    expect(refused).toEqual([])
  })
})

function nameOf({ method, url }: RouteEntry): string {
  return `${method} ${url}`
}

async function versionOf(api: TestApi, tenant: TestTenant, caseId: string): Promise<number> {
  const answer = await ask(api, tenant.keys.viewer, { url: `/v1/cases/${caseId}` })
  return answer.json<CaseView>().version
}

/** Things of a tenant for every resource that a route can name. */
async function specimensOf(
  api: TestApi,
  { keys }: TestTenant,
  caseId: string,
): Promise<Readonly<Record<string, Specimens>>> {
  const get = async <Body>(url: string): Promise<Body> =>
    (await ask(api, keys.owner, { url })).json<Body>()
  const { orderIds } = await get<CaseView>(`/v1/cases/${caseId}`)
  const made = await ask(api, keys.owner, {
    method: 'POST',
    url: '/v1/api-keys',
    payload: { name: 'specimen', role: 'viewer' satisfies Role },
  })
  const attached = await ask(api, keys.operator, {
    method: 'POST',
    url: `/v1/cases/${caseId}/attachments`,
    payload: await paperForm(),
  })
  const { sent } = await get<{ sent: { id: string }[] }>(`/v1/cases/${caseId}/messages`)
  return {
    '/v1/cases': {
      id: caseId,
      name: 'commercial-invoice',
      attachmentId: attached.json<{ attachmentId: string }>().attachmentId,
      messageId: sent[0]?.id ?? '',
    },
    '/v1/orders': { id: orderIds[0] ?? '' },
    '/v1/api-keys': { id: made.json<{ id: string }>().id },
  }
}

/** Fills the parameters of a route; a route that the specimens do not cover fails the test. */
function callTo(route: RouteEntry, specimens: Readonly<Record<string, Specimens>>): Call {
  const { method, url } = route
  const resource = url.split('/').slice(0, 3).join('/')
  const path = url.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = specimens[resource]?.[name]
    if (value === undefined) throw new Error(`add a specimen for :${name} of ${nameOf(route)}`)
    return value
  })
  const payload = payloads[nameOf(route)]
  return {
    method: method as Call['method'],
    url: path,
    ...(payload && { payload }),
    headers: {
      ...(method === 'POST' && { 'idempotency-key': newId('test') }),
      ...(method === 'PATCH' && { 'if-match': '"1"' }),
    },
  }
}
