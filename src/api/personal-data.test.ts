import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask, exampleOrder, openPreparedCase } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { Order } from '../customs/order/order.ts'

describe('the personal data of a case', () => {
  let api: TestApi
  let tenant: TestTenant
  let order: Order
  let caseId: string

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    order = await exampleOrder('marketplace-cn-gb')
    caseId = await openPreparedCase(api, tenant.keys.operator, order)
  })
  afterAll(() => api.close())

  const erase = () =>
    ask(api, tenant.keys.owner, { method: 'DELETE', url: `/v1/cases/${caseId}/personal-data` })

  const readOrder = async (): Promise<string> => {
    const list = await ask(api, tenant.keys.viewer, { url: '/v1/orders' })
    const [{ id } = { id: '' }] = list.json<{ items: { id: string }[] }>().items
    return (await ask(api, tenant.keys.viewer, { url: `/v1/orders/${id}` })).body
  }

  test('is kept while the case needs it', async () => {
    expect((await erase()).statusCode).toBe(409)
    expect(await readOrder()).toContain(order.buyer.name)
  })

  test('can be erased when the case is over, and that is on record', async () => {
    const url = `/v1/cases/${caseId}/stop`
    const payload = { reason: 'the buyer has cancelled' }
    await ask(api, tenant.keys.operator, { method: 'POST', url, payload })
    expect((await erase()).json()).toMatchObject({ personalRecords: 1 })
    const shown = await readOrder()
    expect(shown).not.toContain(order.buyer.name)
    expect(shown).toContain('[erased]')
    const entries = await inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction
        .selectFrom('audit_entry')
        .select(['action', 'actor', 'detail'])
        .where('subject', '=', caseId)
        .execute(),
    )
    expect(entries).toMatchObject([
      {
        action: 'personal-data-erased',
        actor: { kind: 'api-key' },
        detail: { personalRecords: 1 },
      },
    ])
  })

  test('erased again, there is nothing left to erase', async () => {
    expect((await erase()).json()).toMatchObject({ personalRecords: 0 })
  })
})
