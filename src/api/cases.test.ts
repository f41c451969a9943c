import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { CaseView } from './views/case-view.ts'
import { ask, exampleOrder, openPreparedCase } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'

describe('a case over HTTP', () => {
  let api: TestApi
  let tenant: TestTenant
  let caseId: string

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    const order = await exampleOrder('marketplace-cn-gb')
    caseId = await openPreparedCase(api, tenant.keys.operator, order)
  })
  afterAll(() => api.close())

  const get = (path: string, headers: Record<string, string> = {}) =>
    ask(api, tenant.keys.viewer, { url: `/v1/cases/${caseId}${path}`, headers })

  test('shows where it stands and what comes next', async () => {
    const answer = await get('')
    console.log(answer.body)
    expect(answer.statusCode).toBe(200)
    expect(answer.json<CaseView>()).toMatchObject({
      id: caseId,
      state: 'ready',
      nextAction: { waitingFor: 'declaring', whose: 'yours', at: `/v1/cases/${caseId}/declare` },
    })
  })
  test('x', async () => {
    for (const p of [
      '/quote',
      '/lane',
      '/parties',
      '/declaration',
      '/documents',
      '/ledger',
      '/messages',
      '/events',
    ]) {
      const a = await get(p)
      console.log(p, a.statusCode, a.body.length, a.body.slice(0, 300))
    }
    const a = await get('/documents/commercial-invoice.pdf')
    console.log(a.statusCode, a.headers, a.rawPayload.length)
    const b = await get('/documents/commercial-invoice.json')
    console.log(b.statusCode, b.body.slice(0, 100))
  })
})
