import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { ask, openPreparedCase } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { exampleOrder } from '../../test/shipped-examples.ts'
import { takeBulkStep } from '../clearance/bulk/bulk-step.ts'
import { bulkStepQueue } from '../clearance/queues.ts'
import { newId } from '../platform/ids.ts'
import { startWorkers, type Workers } from '../platform/jobs/index.ts'
import { connect, type Database, type Schema } from '../platform/postgres/index.ts'
import { clearanceAssignments } from '../services/clearance-assignments.ts'
import type { BulkRunView } from './bulk-runs.ts'
import type { CaseView } from './views/case-view.ts'

describe('an action on many cases', () => {
  let api: TestApi
  let tenant: TestTenant
  let workers: Workers
  let database: Database<Schema>

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    const { log, clearance } = api.ports
    const url = api.workerDatabaseUrl
    database = connect<Schema>({ url, applicationName: 'bulk test', maxConnections: 4, log })
    const assignments = clearanceAssignments({ ...clearance, database }, log).filter(
      ({ queue }) => queue.name === bulkStepQueue.name,
    )
    workers = await startWorkers({ database, log, assignments })
  })
  afterAll(async () => {
    await workers.stop()
    await database.close()
    await api.close()
  })

  const open = async (name: string): Promise<string> =>
    openPreparedCase(api, tenant.keys.operator, await exampleOrder(name))

  const start = (payload: object, key = tenant.keys.broker, headers = {}) =>
    ask(api, key, { method: 'POST', url: '/v1/cases/bulk', payload, headers })

  const caseIn = async (id: string): Promise<CaseView> =>
    (await ask(api, tenant.keys.viewer, { url: `/v1/cases/${id}` })).json<CaseView>()

  const finished = (id: string): Promise<BulkRunView> =>
    vi.waitFor(
      async () => {
        const run = (await ask(api, tenant.keys.viewer, { url: `/v1/bulk-runs/${id}` })).json()
        expect(run).toMatchObject({ state: 'finished' })
        return run as BulkRunView
      },
      { timeout: 20_000, interval: 100 },
    )

  test('is done with each for itself, and tells what became of each', async () => {
    const [ready, vague] = [await open('marketplace-cn-gb'), await open('vague-and-incomplete')]
    const started = await start({ action: 'declare', caseIds: [ready, vague] })
    expect(started.statusCode).toBe(202)
    const run = await finished(started.json<BulkRunView>().id)
    expect(run.counts).toEqual({ total: 2, waiting: 0, done: 1, failed: 1 })
    expect(run.cases).toMatchObject([
      { caseId: ready, outcome: 'done', failures: [] },
      { caseId: vague, outcome: 'failed', failures: [{ code: 'illegal-transition' }] },
    ])
    expect(await caseIn(ready)).toMatchObject({ state: 'lodged' })
    expect(await caseIn(vague)).toMatchObject({ state: 'preparing' })
  })

  test('stands in the record under the name of who has asked', async () => {
    const caseId = await open('marketplace-cn-gb')
    const { id } = (
      await start({ action: 'stop', caseIds: [caseId], reason: 'a recall' })
    ).json<BulkRunView>()
    await finished(id)
    const url = `/v1/cases/${caseId}/events`
    const { items } = (await ask(api, tenant.keys.viewer, { url })).json<{ items: object[] }>()
    expect(items.at(-1)).toMatchObject({
      type: 'case-stopped',
      actor: { kind: 'api-key', name: 'broker' },
      data: { reasons: [{ message: 'a recall' }] },
    })
    const reopened = await start({ action: 'reopen', filter: { state: ['stopped'] }, reason: 'ok' })
    expect((await finished(reopened.json<BulkRunView>().id)).counts.done).toBe(1)
    expect(await caseIn(caseId)).toMatchObject({ state: 'preparing' })
  })

  test('is begun once, however often it is asked for, and each step is taken once', async () => {
    const caseId = await open('marketplace-cn-gb')
    const headers = { 'idempotency-key': newId('test') }
    const body = { action: 'prepare', caseIds: [caseId] }
    const [first, again] = [
      await start(body, tenant.keys.broker, headers),
      await start(body, tenant.keys.broker, headers),
    ]
    const { id } = first.json<BulkRunView>()
    expect(again.json<BulkRunView>().id).toBe(id)
    await finished(id)
    const { version } = await caseIn(caseId)
    const { tenantId } = tenant
    await takeBulkStep({ ...api.ports.clearance, database }, { tenantId, runId: id, caseId })
    expect((await caseIn(caseId)).version).toBe(version)
  })

  test('is refused where it cannot be meant', async () => {
    const caseId = await open('marketplace-cn-gb')
    const refused: [object, number, string][] = [
      [{ action: 'stop', caseIds: [caseId] }, 400, '/reason'],
      [{ action: 'prepare' }, 400, '/caseIds'],
      [{ action: 'prepare', caseIds: [caseId], filter: {} }, 400, '/caseIds'],
      [{ action: 'prepare', filter: { state: ['seized'] } }, 400, '/filter'],
      [{ action: 'prepare', caseIds: [caseId, newId('case')] }, 404, '/caseIds/1'],
    ]
    for (const [body, status, path] of refused) {
      const answer = await start(body)
      expect(answer.statusCode, answer.body).toBe(status)
      expect(answer.json()).toMatchObject({ failures: [{ path }] })
    }
    const body = { action: 'prepare', caseIds: [caseId] }
    expect((await start(body, tenant.keys.viewer)).statusCode).toBe(403)
  })
})
