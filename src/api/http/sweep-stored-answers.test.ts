import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { bearer, startTestApi, type TestApi, type TestTenant } from '../../../test/api.ts'
import { exampleOrder } from '../../../test/shipped-examples.ts'
import { newId } from '../../platform/ids.ts'
import { createLog } from '../../platform/log.ts'
import { connect, type Database, inTenant, type Schema } from '../../platform/postgres/index.ts'
import { ANSWER_LIFE_HOURS, sweepStoredAnswers } from './sweep-stored-answers.ts'

const HOUR_MS = 3_600_000

describe('the answers that are kept for repetition', () => {
  let api: TestApi
  let worker: Database<Schema>
  let tenants: readonly TestTenant[]

  beforeAll(async () => {
    api = await startTestApi()
    const log = createLog({ name: 'test', level: 'silent' })
    const url = api.workerDatabaseUrl
    worker = connect({ url, applicationName: 'test', maxConnections: 2, log })
    tenants = [await api.addTenant(), await api.addTenant()]
  })
  afterAll(async () => {
    await worker.close()
    await api.close()
  })
  beforeEach(() => sweep(1_000 * ANSWER_LIFE_HOURS))

  /** Sweeps as the worker does, so many hours from now. */
  const sweep = (hoursFromNow: number) =>
    sweepStoredAnswers({
      database: worker,
      clock: {
        now: () =>
          new Date(Date.parse(api.clock.now()) + hoursFromNow * HOUR_MS).toISOString() as never,
      },
    })

  const keep = (tenant: TestTenant, count: number) =>
    inTenant(api.database, tenant.tenantId, async (transaction) => {
      const record = {
        tenant_id: tenant.tenantId,
        request_sha256: '00',
        status: 200,
        response: '{}',
      }
      const rows = Array.from({ length: count }, () => ({
        ...{ ...record, key: newId('request') },
        created_at: api.clock.now(),
      }))
      await transaction.insertInto('idempotency_record').values(rows).execute()
    })

  const keptBy = (tenant: TestTenant) =>
    inTenant(api.database, tenant.tenantId, async (transaction) => {
      const rows = await transaction.selectFrom('idempotency_record').select('key').execute()
      return rows.length
    })

  test('stay for as long as is promised, and are removed after that for every tenant', async () => {
    for (const tenant of tenants) await keep(tenant, 3)
    expect(await sweep(ANSWER_LIFE_HOURS - 0.1)).toBe(0)
    expect(await Promise.all(tenants.map(keptBy))).toEqual([3, 3])
    expect(await sweep(ANSWER_LIFE_HOURS + 0.1)).toBe(6)
    expect(await Promise.all(tenants.map(keptBy))).toEqual([0, 0])
  })

  test('are removed in batches, all of them', async () => {
    const [tenant] = tenants
    await keep(tenant!, 2_500)
    expect(await sweep(ANSWER_LIFE_HOURS + 1)).toBe(2_500)
    expect(await keptBy(tenant!)).toBe(0)
  })

  test('are removed once by workers that sweep at the same time', async () => {
    await keep(tenants[0]!, 1_200)
    const counts = await Promise.all([sweep(25), sweep(25), sweep(25)])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1_200)
  })

  test('leave a request that is repeated too late to be made anew', async () => {
    const [tenant] = tenants
    const key = newId('request')
    const order = await exampleOrder('marketplace-cn-gb')
    const handIn = () =>
      api.server.inject({
        method: 'POST',
        url: '/v1/orders',
        headers: { ...bearer(tenant!.keys.operator), 'idempotency-key': key },
        payload: order,
      })
    expect((await handIn()).statusCode).toBe(201)
    expect((await handIn()).headers['idempotency-replayed']).toBe('true')
    await sweep(ANSWER_LIFE_HOURS + 1)
    const late = await handIn()
    expect(late.headers['idempotency-replayed']).toBeUndefined()
    expect(late.json()).toMatchObject({ failures: [{ path: '/reference' }] })
  })

  test('cannot be removed by the API', async () => {
    await expect(sweepStoredAnswers({ database: api.database, clock: api.clock })).rejects.toThrow(
      /permission denied/,
    )
  })
})
