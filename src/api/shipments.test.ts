import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { agentOrder } from '../../test/agent-orders.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { ask, paperForm } from '../../test/api-requests.ts'
import { onePointPng } from '../../test/png.ts'
import type { Order } from '../customs/order/order.ts'

function photoForm(): FormData {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(onePointPng)], { type: 'image/png' }), 'cups.png')
  return form
}

describe("the agent's warehouse and shipments over HTTP", () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant('purchasing-agent')
  })
  afterAll(() => api.close())

  const post = async (url: string, payload: object) =>
    ask(api, tenant.keys.operator, { method: 'POST', url, payload })
  const get = (url: string) => ask(api, tenant.keys.viewer, { url })
  const order = async (reference: string, buyer: 'rowan' | 'imogen', changes?: Partial<Order>) => {
    const answer = await post('/v1/orders', agentOrder(reference, buyer, changes))
    return answer.json<{ orderId: string }>().orderId
  }
  const receipt = (orderId: string, quantity = 2) => ({
    orderId,
    lines: [{ lineNumber: 1, quantity, grossWeightKg: '0.8' }],
    packages: [{ type: 'CT', count: 1, lengthCm: '20', widthCm: '15', heightCm: '12.5' }],
    photoIds: [] as string[],
  })

  it('keep photographs and refuse papers in their place', async () => {
    const kept = await post('/v1/warehouse-photos', photoForm())
    expect(kept.statusCode).toBe(201)
    const seen = await get(kept.json<{ content: string }>().content)
    expect(seen.headers['content-type']).toBe('image/png')
    expect(seen.rawPayload).toEqual(onePointPng)
    const paper = await post('/v1/warehouse-photos', await paperForm())
    expect(paper.statusCode).toBe(415)
  })

  it('record goods with their weights, sizes and photographs', async () => {
    const orderId = await order('W-1', 'rowan')
    const photo = await post('/v1/warehouse-photos', photoForm())
    const { photoId } = photo.json<{ photoId: string }>()
    const tooMany = await post('/v1/warehouse-receipts', receipt(orderId, 3))
    expect(tooMany.json()).toMatchObject({ status: 422, type: '/problems/goods-surplus' })
    const received = await post('/v1/warehouse-receipts', {
      ...receipt(orderId),
      photoIds: [photoId],
    })
    expect(received.statusCode).toBe(201)
    const { orderState, ...recorded } = received.json<{ id: string; orderState: string }>()
    expect(orderState).toBe('in-warehouse')
    expect(recorded).toMatchObject({
      differences: [{ fact: 'grossWeightKg', ordered: '0.760', received: '0.8' }],
    })
    expect((await get(`/v1/warehouse-receipts/${recorded.id}`)).json()).toEqual(recorded)
    expect((await get('/v1/warehouse-receipts')).json()).toEqual({ items: [recorded] })
    expect((await get(`/v1/orders/${orderId}`)).json()).toMatchObject({ state: 'in-warehouse' })
  })

  it('split a shipment into a case for each buyer, with a bill for each', async () => {
    const orderIds = [await order('S-1', 'rowan'), await order('S-2', 'imogen')]
    for (const orderId of orderIds) await post('/v1/warehouse-receipts', receipt(orderId))
    const freight = { amount: '1001', currency: 'JPY' }
    const transport = { mode: 'air', carrier: 'Pacific Parcel Air', identity: 'PP0941' }
    const shipment = { reference: 'NRT-1', orderIds: [orderIds[0]], freight, transport }
    const { id } = (await post('/v1/shipments', shipment)).json<{ id: string }>()
    const added = await ask(api, tenant.keys.operator, {
      method: 'PUT',
      url: `/v1/shipments/${id}/orders/${orderIds[1]}`,
    })
    expect(added.json()).toMatchObject({ state: 'open', orderIds, freight, transport })
    const split = await post(`/v1/shipments/${id}/split`, {})
    expect(split.statusCode).toBe(201)
    const { cases } = split.json<{ cases: { caseId: string; reference: string }[] }>()
    expect(cases.map(({ reference }) => reference)).toEqual(['NRT-1-1', 'NRT-1-2'])
    const bills = await Promise.all(
      cases.map(async ({ caseId }) =>
        (await get(`/v1/cases/${caseId}/buyers-bill`)).json<object>(),
      ),
    )
    expect(bills).toMatchObject([
      { lines: [{ kind: 'goods' }, {}, { kind: 'freight', amount: { amount: '501' } }] },
      { lines: [{ kind: 'goods' }, {}, { kind: 'freight', amount: { amount: '500' } }] },
    ])
    expect((await get(`/v1/shipments/${id}`)).json()).toMatchObject({ state: 'split' })
  })

  it('split only what was seen in them, and list those that are open', async () => {
    const orderIds = [await order('E-1', 'rowan'), await order('E-2', 'imogen')]
    for (const orderId of orderIds) await post('/v1/warehouse-receipts', receipt(orderId))
    const made = await post('/v1/shipments', { reference: 'NRT-E', orderIds: [orderIds[0]] })
    const { id, etag } = made.json<{ id: string; etag: string }>()
    const openIds = async () =>
      (await get('/v1/shipments?state=open')).json<{ items: { id: string }[] }>().items
    expect((await openIds()).map((shipment) => shipment.id)).toContain(id)
    await post(`/v1/shipments/${id}/moves`, { orderIds: [orderIds[1]] })
    const split = (seen: string) =>
      ask(api, tenant.keys.operator, {
        ...{ method: 'POST', url: `/v1/shipments/${id}/split`, headers: { 'if-match': seen } },
      })
    expect((await split(etag)).json()).toMatchObject({ status: 412 })
    const present = (await get(`/v1/shipments/${id}`)).json<{ etag: string }>()
    expect((await split(present.etag)).statusCode).toBe(201)
    expect((await openIds()).map((shipment) => shipment.id)).not.toContain(id)
  })

  it('keep a shipment open when it cannot be split', async () => {
    const orderIds = [await order('T-1', 'rowan')]
    orderIds.push(await order('T-2', 'rowan', { dutiesBilledTo: 'seller' }))
    for (const orderId of orderIds) await post('/v1/warehouse-receipts', receipt(orderId))
    const made = await post('/v1/shipments', { reference: 'NRT-2', orderIds })
    const { id } = made.json<{ id: string }>()
    const split = await post(`/v1/shipments/${id}/split`, {})
    expect(split.json()).toMatchObject({ status: 422, type: '/problems/orders-not-joinable' })
    const removed = await ask(api, tenant.keys.operator, {
      method: 'DELETE',
      url: `/v1/shipments/${id}/orders/${orderIds[1]}`,
    })
    expect(removed.json()).toMatchObject({ state: 'open', orderIds: [orderIds[0]] })
    const listed = await get('/v1/shipments?limit=1')
    expect(listed.json()).toMatchObject({ items: [{ id, orderIds: [orderIds[0]] }] })
  })

  it('refuse a shipment of goods that are not there', async () => {
    const orderIds = [await order('U-1', 'rowan')]
    const made = await post('/v1/shipments', { reference: 'NRT-3', orderIds })
    expect(made.json()).toMatchObject({ failures: [{ path: '/orderIds/0' }] })
    expect(made.statusCode).toBe(422)
  })
})
