import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { agentOrder } from '../../test/agent-orders.ts'
import { ask } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { exampleOrder } from '../../test/shipped-examples.ts'

describe('the steps of an order over HTTP', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant('purchasing-agent')
  })
  afterAll(() => api.close())

  const post = (url: string, payload: object) =>
    ask(api, tenant.keys.operator, { method: 'POST', url, payload })
  const get = (url: string) => ask(api, tenant.keys.viewer, { url })
  const order = async (reference: string) =>
    (await post('/v1/orders', agentOrder(reference, 'rowan'))).json<{ orderId: string }>().orderId
  const receive = (orderId: string, facts: object) =>
    post('/v1/warehouse-receipts', {
      ...{ orderId, packages: [{ type: 'CT', count: 1 }], photoIds: [] },
      ...facts,
    })
  const oneCup = [{ lineNumber: 1, quantity: 1, grossWeightKg: '0.4' }]
  const decide = (orderId: string, choice: string) =>
    post(`/v1/orders/${orderId}/warehouse-decision`, { choice, reason: `${choice} is best` })

  it('cancel an order, with the reason and the actor in its history', async () => {
    const orderId = await order('H-1')
    const cancelled = await post(`/v1/orders/${orderId}/cancel`, { reason: 'sold out' })
    expect(cancelled.json()).toEqual({
      ...{ orderId, reference: 'H-1', state: 'cancelled' },
      links: { order: `/v1/orders/${orderId}` },
    })
    const read = (await get(`/v1/orders/${orderId}`)).json<{ history: object[] }>()
    expect(read).toMatchObject({
      state: 'cancelled',
      history: [
        { event: 'order-received', state: 'received' },
        { event: 'order-cancelled', reason: 'sold out', actor: { kind: 'api-key' } },
      ],
    })
    const again = await post(`/v1/orders/${orderId}/cancel`, { reason: 'sold out' })
    expect(again.json()).toMatchObject({ status: 409, type: '/problems/illegal-transition' })
    expect((await post(`/v1/orders/${orderId}/cancel`, {})).statusCode).toBe(400)
  })

  it('answer for a consigned order what to do with its case', async () => {
    const shop = await api.addTenant()
    const as = (url: string, payload: object) =>
      ask(api, shop.keys.operator, { method: 'POST', url, payload })
    const received = await as('/v1/orders', await exampleOrder('marketplace-cn-gb'))
    const { orderId, caseId } = received.json<{ orderId: string; caseId: string }>()
    const refused = await as(`/v1/orders/${orderId}/cancel`, { reason: 'sold out' })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain(`/v1/cases/${caseId}/stop`)
  })

  it('are none in a warehouse where the tenant is a shop, which is called one', async () => {
    const { keys } = await api.addTenant()
    const url = '/v1/orders?fulfilment=warehouse'
    const payload = await exampleOrder('marketplace-cn-gb')
    const refused = await ask(api, keys.operator, { method: 'POST', url, payload })
    expect(refused.json()).toMatchObject({
      failures: [
        {
          path: '/fulfilment',
          message: 'A shop or marketplace has no warehouse of its own here.',
          zh: { message: '网店和电商平台在此没有自己的仓库。' },
        },
      ],
    })
  })

  it('record goods in parts, and ship what came once the agent has chosen so', async () => {
    const orderId = await order('H-2')
    const damaged = { kind: 'damaged', lineNumber: 1, quantity: 1, description: 'chipped' }
    const received = await receive(orderId, { lines: oneCup, setApart: [damaged] })
    expect(received.json()).toMatchObject({
      orderState: 'partly-received',
      setApart: [{ ...damaged, state: 'kept-apart', orderId }],
      differences: [{ fact: 'missing', quantity: 1 }, { fact: 'damaged' }],
    })
    const shipment = { reference: 'H-2', orderIds: [orderId] }
    const early = await post('/v1/shipments', shipment)
    expect(early.json()).toMatchObject({ status: 422, type: '/problems/goods-not-received' })
    expect((await decide(orderId, 'wait')).json()).toMatchObject({ state: 'partly-received' })
    expect((await decide(orderId, 'ship-what-came')).json()).toMatchObject({
      state: 'in-warehouse',
    })
    expect((await post('/v1/shipments', shipment)).statusCode).toBe(201)
  })

  it('send back what nobody can use, and goods that were kept apart', async () => {
    const orderId = await order('H-3')
    const wrong = { kind: 'wrong-goods', quantity: 2, description: 'two vases' }
    await receive(orderId, { lines: [], packages: [], setApart: [wrong] })
    expect((await decide(orderId, 'ship-what-came')).statusCode).toBe(422)
    expect((await decide(orderId, 'send-back')).json()).toMatchObject({ state: 'sent-back' })
    const { items } = (await get('/v1/set-apart-goods?state=kept-apart&limit=1')).json<{
      items: { id: string; orderId: string }[]
    }>()
    expect(items).toMatchObject([{ orderId, orderReference: 'H-3', quantity: 2 }])
    const settlement = { outcome: 'sent-back', reason: 'with the cups' }
    const settled = await post(`/v1/set-apart-goods/${items[0]!.id}/settlement`, settlement)
    expect(settled.json()).toMatchObject({
      state: 'sent-back',
      settled: { reason: 'with the cups' },
    })
    const twice = await post(`/v1/set-apart-goods/${items[0]!.id}/settlement`, settlement)
    expect(twice.statusCode).toBe(409)
  })
})
