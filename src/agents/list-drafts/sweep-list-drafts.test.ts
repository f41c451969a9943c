import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApi, type TestApi, type TestTenant } from '../../../test/api.ts'
import { ask } from '../../../test/api-requests.ts'
import { csvOf, fullRow } from '../../../test/purchase-lists.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { createLog } from '../../platform/log.ts'
import { connect, type Database, type Schema } from '../../platform/postgres/index.ts'
import { DRAFT_LIFE_DAYS, sweepListDrafts } from './sweep-list-drafts.ts'

describe('tables of orders that nobody touches', () => {
  let api: TestApi
  let tenants: readonly TestTenant[]
  let database: Database<Schema>

  beforeAll(async () => {
    api = await startTestApi()
    tenants = [await api.addTenant('purchasing-agent'), await api.addTenant('purchasing-agent')]
    database = connect({
      ...{ url: api.workerDatabaseUrl, applicationName: 'test', maxConnections: 1 },
      log: createLog({ level: 'silent', name: 'test' }),
    })
  })
  afterAll(async () => {
    await database.close()
    await api.close()
  })

  const handIn = async ({ keys }: TestTenant): Promise<void> => {
    const answer = await ask(api, keys.operator, {
      method: 'POST',
      url: '/v1/list-drafts?name=list.csv',
      headers: { 'content-type': 'text/csv' },
      payload: csvOf([fullRow]),
    })
    expect(answer.statusCode).toBe(201)
  }
  const draftsOf = async ({ keys }: TestTenant): Promise<number> =>
    (await ask(api, keys.viewer, { url: '/v1/list-drafts' })).json<{ items: object[] }>().items
      .length

  it('are removed for all tenants once their time is over, and no other', async () => {
    const [one, two] = tenants
    await handIn(one!)
    await handIn(two!)
    const started = Date.parse(api.clock.now())
    const at = (days: number) => new Date(started + days * 86_400_000).toISOString() as Instant
    api.clock.set(at(1))
    await handIn(one!)
    api.clock.set(at(DRAFT_LIFE_DAYS - 0.5))
    expect(await sweepListDrafts({ database, clock: api.clock })).toBe(0)
    api.clock.set(at(DRAFT_LIFE_DAYS + 0.5))
    expect(await sweepListDrafts({ database, clock: api.clock })).toBe(2)
    expect([await draftsOf(one!), await draftsOf(two!)]).toEqual([1, 0])
  })
})
