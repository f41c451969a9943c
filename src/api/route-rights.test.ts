import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import {
  bodiesNaming,
  callTo,
  makeSpecimens,
  type RouteCall,
  type Specimens,
} from '../../test/route-specimens.ts'
import { mayDo, roles, type Permission } from '../access/index.ts'
import type { Problem } from './http/problem.ts'
import type { RouteEntry } from './http/route-table.ts'
import type { CaseView } from './views/case-view.ts'

type GuardedRoute = RouteEntry & { readonly admit: Permission }

/** Answered with a stream without end, so only refusals can be waited for. */
const isStream = ({ url }: RouteEntry): boolean => url.endsWith('/stream')

/** An authority is nobody's: what a tenant keeps of it is looked for behind it, by id or as a list. */
const namesThings = ({ url }: RouteEntry): boolean => url.replace(':authority', '').includes(':')

const nameOf = ({ method, url }: RouteEntry): string => `${method} ${url}`

/** Whether a route could not be entered; that something in the body does not exist is no such refusal. */
function isRefused({ statusCode, body }: { statusCode: number; body: string }): boolean {
  if (statusCode !== 404) return [401, 403, 500].includes(statusCode)
  return (JSON.parse(body) as Problem).failures[0]?.path === ''
}

describe('the rights of every route', () => {
  let api: TestApi
  let owner: TestTenant
  let stranger: TestTenant
  let specimens: Specimens

  beforeAll(async () => {
    api = await startTestApi()
    owner = await api.addTenant('purchasing-agent')
    stranger = await api.addTenant('purchasing-agent')
    specimens = await makeSpecimens(api, owner)
  })
  afterAll(() => api.close())

  const guarded = (): readonly GuardedRoute[] =>
    api.server.routeTable.filter(
      (route): route is GuardedRoute => !['anyone', 'authority', 'person'].includes(route.admit),
    )

  const callOf = (route: RouteEntry): RouteCall => callTo(route, specimens)

  const statusOf = async (route: RouteEntry, key: string): Promise<number> =>
    (await ask(api, key, callOf(route))).statusCode

  const versionOfCase = async (): Promise<number> => {
    const url = `/v1/cases/${specimens['/v1/cases']?.id}`
    return (await ask(api, owner.keys.viewer, { url })).json<CaseView>().version
  }

  test('only what brings a secret of its own, or needs none, is open to anyone', () => {
    expect(guarded().length).toBeGreaterThan(30)
    const open = api.server.routeTable.filter(({ admit }) => admit === 'anyone')
    expect(open.map(({ url }) => url).filter((url) => url.startsWith('/v1'))).toEqual([
      '/v1/estimates',
      '/v1/estimates/over-time',
      '/v1/estimates/comparisons',
      '/v1/tariff/goods',
      '/v1/tariff/editions',
      '/v1/tariff/:destination',
      '/v1/tariff/:destination/codes/:code',
      '/v1/tariff/:destination/codes/:code/history',
      '/v1/coverage',
      '/v1/track/:token',
      '/v1/session/link',
      '/v1/session/passkey-options',
      '/v1/session/passkey',
    ])
  })

  test('nobody gets in without a good key', async () => {
    const entered: string[] = []
    const badKey = { authorization: `Bearer tw_${'x'.repeat(43)}` }
    for (const route of guarded()) {
      const { headers, ...call } = callOf(route)
      const withoutKey = await api.server.inject({ ...call, headers })
      const withBadKey = await api.server.inject({ ...call, headers: { ...headers, ...badKey } })
      // Who shows bad keys again and again is held off with 429.
      const refused = [withoutKey, withBadKey].every(({ statusCode }) =>
        [401, 429].includes(statusCode),
      )
      if (!refused) entered.push(nameOf(route))
    }
    expect(entered).toEqual([])
  })

  test('a key without the right is refused, also for its own tenant', async () => {
    const wrong: string[] = []
    for (const route of guarded()) {
      for (const role of roles.filter((name) => !mayDo(name, route.admit))) {
        const status = await statusOf(route, owner.keys[role])
        if (status !== 403) wrong.push(`${nameOf(route)} as ${role}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test("another tenant's things do not exist, whatever the role", async () => {
    const before = await versionOfCase()
    const wrong: string[] = []
    for (const route of guarded().filter(namesThings)) {
      for (const role of roles.filter((name) => mayDo(name, route.admit))) {
        const status = await statusOf(route, stranger.keys[role])
        if (status !== 404) wrong.push(`${nameOf(route)} as ${role} of another: ${status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(await versionOfCase()).toBe(before)
  })

  test("another tenant's things cannot be made use of in a body either", async () => {
    for (const [url, payload] of Object.entries(bodiesNaming(specimens))) {
      const answer = await ask(api, stranger.keys.owner, { method: 'POST', url, payload })
      expect([404, 422], `${url}: ${answer.body}`).toContain(answer.statusCode)
    }
  })

  test("no list of another tenant names one's things", async () => {
    const ids = Object.values(specimens).flatMap((things) => Object.values(things))
    const secret = [owner.tenantId, ...ids.filter((id) => id.includes('_'))]
    const leaks: string[] = []
    const lists = guarded().filter(
      (route) => route.method === 'GET' && !namesThings(route) && !isStream(route),
    )
    for (const route of lists) {
      const { body } = await ask(api, stranger.keys.owner, callOf(route))
      leaks.push(...secret.filter((id) => body.includes(id)).map((id) => nameOf(route) + id))
    }
    expect(lists.length).toBeGreaterThan(3)
    expect(leaks).toEqual([])
  })

  test('what is about a person is refused to every key, and to nobody in particular', async () => {
    const wrong: string[] = []
    const personal = api.server.routeTable.filter(({ admit }) => admit === 'person')
    expect(personal.length).toBeGreaterThan(5)
    for (const { method, url } of personal) {
      const call = { method: method as 'GET', url: url.replace(':id', owner.tenantId) }
      const withKey = await ask(api, owner.keys.owner, call)
      const { statusCode } = await api.server.inject(call)
      if (withKey.statusCode !== 403 || ![401, 429].includes(statusCode)) {
        wrong.push(`${method} ${url}: ${withKey.statusCode}, ${statusCode}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('a key with the right gets in', async () => {
    const refused: string[] = []
    const routes = guarded().filter((entry) => !isStream(entry))
    const removesLast = routes.toSorted(
      (left, right) => Number(left.method === 'DELETE') - Number(right.method === 'DELETE'),
    )
    for (const route of removesLast) {
      const admitted = roles.filter((name) => mayDo(name, route.admit))
      // What was removed once is not there for another role to remove.
      for (const role of route.method === 'DELETE' ? admitted.slice(0, 1) : admitted) {
        const answer = await ask(api, owner.keys[role], callOf(route))
        if (isRefused(answer)) refused.push(`${nameOf(route)} as ${role}: ${answer.body}`)
      }
    }
    expect(refused).toEqual([])
  })
})
