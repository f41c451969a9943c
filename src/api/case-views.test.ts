import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import type { Role } from '../access/index.ts'
import type { CaseListView, CaseListViewFacts } from './case-views.ts'

const facts: CaseListViewFacts = {
  name: 'Waiting for us',
  filter: { whose: ['yours'], waitedHours: 24 },
  sort: 'longest-waiting',
  shared: false,
}

describe('saved views of the list of cases', () => {
  let api: TestApi
  let tenant: TestTenant
  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
  })
  afterAll(() => api.close())

  const save = (role: Role, payload: object) =>
    ask(api, tenant.keys[role], { method: 'POST', url: '/v1/case-views', payload })

  const seenBy = async (role: Role): Promise<readonly CaseListView[]> =>
    (await ask(api, tenant.keys[role], { url: '/v1/case-views' })).json<{ items: CaseListView[] }>()
      .items

  test('are seen by whoever has saved them, and by all if they are shared', async () => {
    const own = (await save('broker', facts)).json<CaseListView>()
    expect(own).toMatchObject({ ...facts, mine: true, version: 1 })
    await save('operator', { ...facts, name: 'For everybody', shared: true })
    expect((await seenBy('broker')).map(({ name, mine }) => [name, mine])).toEqual([
      ['Waiting for us', true],
      ['For everybody', false],
    ])
    expect((await seenBy('viewer')).map(({ name }) => name)).toEqual(['For everybody'])
  })

  test('are changed on their present version, and removed', async () => {
    const { id } = (await save('broker', facts)).json<CaseListView>()
    const put = (version: number, role: Role = 'broker') =>
      ask(api, tenant.keys[role], {
        method: 'PUT',
        url: `/v1/case-views/${id}`,
        headers: { 'if-match': `"${version}"` },
        payload: { ...facts, name: 'Renamed' },
      })
    expect((await put(1, 'owner')).statusCode).toBe(404)
    expect((await put(1)).json()).toMatchObject({ name: 'Renamed', version: 2 })
    expect((await put(1)).statusCode).toBe(412)
    const url = `/v1/case-views/${id}`
    expect((await ask(api, tenant.keys.broker, { method: 'DELETE', url })).statusCode).toBe(204)
    expect((await seenBy('broker')).map((view) => view.id)).not.toContain(id)
    expect((await put(2)).statusCode).toBe(200)
    expect((await seenBy('broker')).map((view) => view.id)).toContain(id)
  })

  test('are read by those too who may save none', async () => {
    expect((await save('viewer', facts)).statusCode).toBe(403)
    const shared = (await seenBy('viewer')).find((view) => view.shared)
    const remove = (role: Role) =>
      ask(api, tenant.keys[role], { method: 'DELETE', url: `/v1/case-views/${shared?.id}` })
    expect((await remove('viewer')).statusCode).toBe(403)
    expect((await remove('broker')).statusCode).toBe(204)
    expect(await seenBy('viewer')).toEqual([])
  })

  test('keep no words that were searched, which may be names', async () => {
    const refused = await save('owner', { ...facts, filter: { search: 'Quackenbush' } })
    expect(refused.statusCode).toBe(400)
  })
})
