import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask, openPreparedCase } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { exampleOrder } from '../../test/shipped-examples.ts'
import type { Order } from '../customs/order/order.ts'
import { inTenant } from '../platform/postgres/index.ts'

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

  const change = (step: string, payload: object) =>
    ask(api, tenant.keys.operator, { method: 'POST', url: `/v1/cases/${caseId}/${step}`, payload })

  const read = async (part = ''): Promise<string> =>
    (await ask(api, tenant.keys.viewer, { url: `/v1/cases/${caseId}${part}` })).body

  const readOrder = async (): Promise<string> => {
    const list = await ask(api, tenant.keys.viewer, { url: '/v1/orders' })
    const [{ id } = { id: '' }] = list.json<{ items: { id: string }[] }>().items
    return (await ask(api, tenant.keys.viewer, { url: `/v1/orders/${id}` })).body
  }

  test('is kept while the case needs it', async () => {
    const refused = await erase()
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({ type: '/problems/conflict' })
    expect(await readOrder()).toContain(order.buyer.name)
  })

  test('is shown where somebody wrote it and referred to in the record', async () => {
    await change('stop', { reason: `${order.buyer.name} has cancelled` })
    expect(await read()).toContain(`${order.buyer.name} has cancelled`)
    expect(await read('/events')).toContain(`${order.buyer.name} has cancelled`)
    const stored = await inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction.selectFrom('case_event').select('data').where('case_id', '=', caseId).execute(),
    )
    expect(JSON.stringify(stored)).toMatch(/personal:personal_\w{26}#\d+; has cancelled/)
    expect(JSON.stringify(stored)).not.toContain(order.buyer.name)
  })

  test('can be erased when the case is over, and that is on record', async () => {
    const erased = await erase()
    expect(erased.json()).toMatchObject({ erased: { personalRecords: 1, buyerKeys: 1 } })
    for (const shown of [await readOrder(), await read(), await read('/events')]) {
      expect(shown).not.toContain(order.buyer.name)
      expect(shown).toContain('[erased]')
    }
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

  test('is erased from the answers that are kept for repetition as well', async () => {
    const answers = await inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction.selectFrom('idempotency_record').select('response').execute(),
    )
    expect(answers.length).toBeGreaterThan(0)
    expect(JSON.stringify(answers)).toContain('[erased] has cancelled')
    expect(JSON.stringify(answers)).not.toContain(order.buyer.name)
  })

  test('names what stays: for goods that were never declared no duty to keep it', async () => {
    const { kept } = (await erase()).json<{ kept: readonly object[] }>()
    expect(kept).toHaveLength(1)
    expect(kept[0]).not.toHaveProperty('law')
  })

  test('erased again, there is nothing left to erase', async () => {
    const { erased } = (await erase()).json<{ erased: Readonly<Record<string, number>> }>()
    expect(Object.values(erased).every((count) => count === 0)).toBe(true)
  })

  test('once erased does not let the case be taken up again', async () => {
    const reopened = await change('reopen', { reason: 'the buyer wants it after all' })
    expect(reopened.statusCode).toBe(409)
    expect(reopened.json()).toMatchObject({
      failures: [{ message: expect.stringContaining('were erased') }],
    })
  })
})
