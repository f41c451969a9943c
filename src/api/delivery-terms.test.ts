import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { agentOrder } from '../../test/agent-orders.ts'
import { ask } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { money } from '../customs/money/money.ts'
import type { Order } from '../customs/order/order.ts'
import type { DeliveryTermsBody } from './delivery-terms.ts'
import type { OrderView } from './views/order-view.ts'

const asDelivered: DeliveryTermsBody = {
  incoterm: { code: 'DAP', place: 'Bristol' },
  dutiesBilledTo: 'buyer',
  freight: money('0', 'JPY'),
}

describe('the delivery terms of an order', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant('purchasing-agent')
  })
  afterAll(() => api.close())

  const post = (url: string, payload: object) =>
    ask(api, tenant.keys.operator, { method: 'POST', url, payload })
  const get = async (orderId: string) =>
    (await ask(api, tenant.keys.viewer, { url: `/v1/orders/${orderId}` })).json<OrderView>()
  const receive = async (reference: string, changes: Partial<Order> = {}) => {
    const order = agentOrder(reference, 'rowan', changes)
    return (await post('/v1/orders', order)).json<{ orderId: string }>().orderId
  }
  const restate = (orderId: string, version: number, payload: object, key = tenant.keys.operator) =>
    ask(api, key, {
      ...{ method: 'PUT', url: `/v1/orders/${orderId}/delivery-terms`, payload },
      headers: { 'if-match': `"${version}"` },
    })
  const inWarehouse = async (reference: string, changes: Partial<Order> = {}) => {
    const orderId = await receive(reference, changes)
    const lines = [{ lineNumber: 1, quantity: 2, grossWeightKg: '0.8' }]
    const packages = [{ type: 'CT', count: 1 }]
    await post('/v1/warehouse-receipts', { orderId, lines, packages, photoIds: [] })
    return orderId
  }

  it('are stated anew as a whole, with what they were in its history', async () => {
    const orderId = await receive('DT-1', { insurance: money('50', 'JPY') })
    const before = await get(orderId)
    expect(before.warnings.map(({ path }) => path)).toEqual(['/freight'])
    const changed = await restate(orderId, before.version, asDelivered)
    expect(changed.statusCode, changed.body).toBe(200)
    const after = changed.json<OrderView>()
    expect(after).toEqual(await get(orderId))
    expect(after).toMatchObject({ state: 'received', warnings: [], order: asDelivered })
    expect(after.order.insurance).toBeUndefined()
    expect(after.order.buyer).toEqual(before.order.buyer)
    expect(after.history.at(-1)).toMatchObject({
      event: 'delivery-terms-changed',
      details: {
        before: { incoterm: { code: 'FCA', place: 'Narita' }, insurance: { amount: '50' } },
        after: asDelivered,
      },
    })
  })

  it('are not overwritten by who has not seen the last change', async () => {
    const orderId = await receive('DT-2')
    const { version } = await get(orderId)
    const both = await Promise.all([
      restate(orderId, version, asDelivered),
      restate(orderId, version, { ...asDelivered, dutiesBilledTo: 'seller' }),
    ])
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412])
  })

  it('have to agree with the rest of the order, and with its shipment', async () => {
    const orderId = await inWarehouse('DT-3')
    const { version } = await get(orderId)
    const ddp = { ...asDelivered, incoterm: { code: 'DDP', place: 'Bristol' } }
    expect((await restate(orderId, version, ddp)).json()).toMatchObject({
      failures: [{ path: '/dutiesBilledTo' }],
    })
    await post('/v1/shipments', {
      ...{ reference: 'DT-S', orderIds: [orderId] },
      freight: money('900', 'JPY'),
    })
    const twice = { ...asDelivered, freight: money('100', 'JPY') }
    expect((await restate(orderId, version, twice)).json()).toMatchObject({
      type: '/problems/documents-disagree',
    })
    expect((await get(orderId)).order.incoterm.code).toBe('FCA')
    expect((await restate(orderId, version, asDelivered)).statusCode).toBe(200)
  })

  it('are those of the case once its shipment is sealed', async () => {
    const orderId = await inWarehouse('DT-4', { freight: money('100', 'JPY') })
    const shipment = await post('/v1/shipments', { reference: 'DT-4', orderIds: [orderId] })
    const { id } = shipment.json<{ id: string }>()
    expect((await post(`/v1/shipments/${id}/split`, {})).statusCode).toBe(201)
    const { version, caseId = '', case: cleared } = await get(orderId)
    expect(cleared).toMatchObject({ id: caseId, state: 'draft' })
    const late = await restate(orderId, version, asDelivered)
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain(caseId)
    expect(late.json<{ failures: { zh: object }[] }>().failures[0]?.zh).toMatchObject({
      mend: expect.stringContaining('清关案') as string,
    })
  })

  it('are changed by those who run the trade, each their own', async () => {
    const orderId = await receive('DT-5')
    const stranger = await api.addTenant('purchasing-agent')
    expect((await restate(orderId, 1, asDelivered, tenant.keys.viewer)).statusCode).toBe(403)
    expect((await restate(orderId, 1, asDelivered, stranger.keys.operator)).statusCode).toBe(404)
  })
})
