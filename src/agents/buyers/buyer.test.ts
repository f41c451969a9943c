import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { agentOrder } from '../../../test/agent-orders.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../../test/api.ts'
import { ask } from '../../../test/api-requests.ts'
import { inTenant } from '../../platform/postgres/index.ts'
import { listBuyers } from './buyer.ts'

describe('a list of buyers', () => {
  let api: TestApi
  let tenant: TestTenant

  const send = async <Body>(url: string, payload: object): Promise<Body> => {
    const answer = await ask(api, tenant.keys.operator, { method: 'POST', url, payload })
    expect(answer.statusCode, answer.body).toBe(201)
    return answer.json<Body>()
  }
  const receive = async (reference: string, buyer: 'rowan' | 'imogen'): Promise<string> => {
    const { orderId } = await send<{ orderId: string }>('/v1/orders', agentOrder(reference, buyer))
    await send('/v1/warehouse-receipts', {
      orderId,
      lines: [{ lineNumber: 1, quantity: 2, grossWeightKg: '0.8', netWeightKg: '0.6' }],
      packages: [{ type: 'CT', count: 1 }],
      photoIds: [],
    })
    return orderId
  }

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant('purchasing-agent')
    for (const reference of ['FIRST', 'SECOND']) {
      const orderIds = [
        await receive(`${reference}-R`, 'rowan'),
        await receive(`${reference}-I`, 'imogen'),
      ]
      const { id } = await send<{ id: string }>('/v1/shipments', { reference, orderIds })
      await send(`/v1/shipments/${id}/split`, {})
    }
  })
  afterAll(() => api.close())

  /** The buyers of a page, and how often the database was asked for them. */
  const listed = (limit: number) =>
    inTenant(api.database, tenant.tenantId, async (transaction) => {
      let statements = 0
      const counting = transaction.withPlugin({
        transformQuery: ({ node }) => {
          statements += 1
          return node
        },
        transformResult: ({ result }) => Promise.resolve(result),
      })
      const buyers = await listBuyers(counting, { limit })
      return { buyers, statements }
    })

  it('counts the orders and bills of each, the one who began last first', async () => {
    const { buyers } = await listed(50)
    const figures = { orders: { shipped: 2 }, bills: { expected: 2, final: 0 } }
    expect(buyers).toMatchObject([
      { party: { name: 'Imogen Sharrow' }, ...figures },
      { party: { name: 'Rowan Ashdown' }, ...figures },
    ])
  })

  it('asks the database no more often for many of them', async () => {
    const none = await listed(0)
    const many = await listed(50)
    expect(none.buyers).toHaveLength(1)
    expect(many.buyers).toHaveLength(2)
    expect(none.statements).toBeGreaterThan(3)
    expect(many.statements).toBe(none.statements)
  })
})
