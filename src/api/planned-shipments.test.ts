import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { agentOrder, consolidatedOrders } from '../../test/agent-orders.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { ask } from '../../test/api-requests.ts'
import type { Order } from '../customs/order/order.ts'

interface Shipment {
  readonly id: string
  readonly orderIds: readonly string[]
}

interface Preview {
  readonly parcels: readonly {
    readonly buyer: string
    readonly lane?: string
    readonly readiness: string
    readonly missing: readonly object[]
  }[]
  readonly failures: readonly { readonly code: string }[]
}

describe('what an agent plans with the goods in the warehouse', () => {
  let api: TestApi
  let tenant: TestTenant
  let other: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant('purchasing-agent')
    other = await api.addTenant('purchasing-agent')
  })
  afterAll(() => api.close())

  const send = (method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
    ask(api, tenant.keys.operator, { method, url, ...(payload && { payload }) })
  const get = async <Body>(url: string): Promise<Body> =>
    (await ask(api, tenant.keys.viewer, { url })).json<Body>()
  const receive = async (order: Order): Promise<string> => {
    const { orderId } = (await send('POST', '/v1/orders', order)).json<{ orderId: string }>()
    const received = await send('POST', '/v1/warehouse-receipts', {
      orderId,
      lines: order.lines.map(({ quantity }, index) => ({
        ...{ lineNumber: index + 1, quantity, grossWeightKg: '1.7', netWeightKg: '1.6' },
      })),
      packages: [{ type: 'CT', count: 1 }],
      photoIds: [],
    })
    expect(received.statusCode, received.body).toBe(201)
    return orderId
  }
  const open = async (reference: string, orderIds: readonly string[]): Promise<Shipment> =>
    (await send('POST', '/v1/shipments', { reference, orderIds })).json<Shipment>()

  it('is in stock with pieces, weights and the shipment that it is planned for', async () => {
    const orderId = await receive(agentOrder('ST-1', 'rowan'))
    const { items } = await get<{ items: { id: string }[] }>('/v1/warehouse/stock')
    expect(items.find(({ id }) => id === orderId)).toMatchObject({
      state: 'in-warehouse',
      buyer: { name: 'Rowan Ashdown' },
      lines: [{ lineNumber: 1, ordered: 2, received: 2, grossWeightKg: '1.7' }],
      value: { amount: '5600', currency: 'JPY' },
      packages: [{ type: 'CT', count: 1 }],
    })
    const { id } = await open('ST', [orderId])
    expect(await get('/v1/warehouse/stock?limit=1')).toMatchObject({
      items: [{ id: orderId, shipmentId: id }],
    })
    const url = '/v1/warehouse/stock'
    expect((await ask(api, other.keys.viewer, { url })).json()).toEqual({ items: [] })
  })

  it('moves into a new shipment at once, or stays where it is', async () => {
    const orderId = await receive(agentOrder('NEW-1', 'rowan'))
    const old = await open('NEW-A', [orderId])
    const shipmentsOf = async ({ id }: Shipment) =>
      (await get<Shipment>(`/v1/shipments/${id}`)).orderIds
    const move = (reference: string, alsoFrom?: string) =>
      send('POST', '/v1/shipments', {
        reference,
        orderIds: [orderId],
        ...(alsoFrom && { alsoFrom }),
      })
    expect((await move('NEW-B')).statusCode).toBe(409)
    // The reference is taken, so nothing of the move comes about.
    expect((await move('NEW-A', 'open-shipments')).statusCode).toBe(409)
    expect(await shipmentsOf(old)).toEqual([orderId])
    const moved = await move('NEW-B', 'open-shipments')
    expect(moved.json()).toMatchObject({ reference: 'NEW-B', orderIds: [orderId] })
    expect(await shipmentsOf(old)).toEqual([])
  })

  it('moves between open shipments, all orders or none', async () => {
    const [one, two, expected] = [
      await receive(agentOrder('MV-1', 'rowan')),
      await receive(agentOrder('MV-2', 'imogen')),
      (await send('POST', '/v1/orders', agentOrder('MV-3', 'rowan'))).json<{ orderId: string }>()
        .orderId,
    ]
    const from = await open('MV-A', [one])
    const to = await open('MV-B', [two])
    const refused = await send('POST', `/v1/shipments/${to.id}/moves`, {
      orderIds: [one, expected],
    })
    expect(refused.statusCode).toBe(422)
    expect(await get(`/v1/shipments/${from.id}`)).toMatchObject({ orderIds: [one] })
    const moved = await send('POST', `/v1/shipments/${to.id}/moves`, { orderIds: [one] })
    expect(moved.json<Shipment>().orderIds.toSorted()).toEqual([one, two].toSorted())
    expect(await get(`/v1/shipments/${from.id}`)).toMatchObject({ orderIds: [] })
    expect((await send('DELETE', `/v1/shipments/${from.id}`)).statusCode).toBe(204)
    await send('POST', `/v1/shipments/${to.id}/split`, {})
    const late = await open('MV-C', [await receive(agentOrder('MV-4', 'rowan'))])
    const gone = await send('POST', `/v1/shipments/${late.id}/moves`, { orderIds: [one] })
    expect(gone.json()).toMatchObject({ type: '/problems/illegal-transition' })
    expect((await send('DELETE', `/v1/shipments/${to.id}`)).statusCode).toBe(409)
  })

  it('is stated anew as a whole until it is split', async () => {
    const { id } = await open('RS-A', [await receive(agentOrder('RS-1', 'rowan'))])
    await open('RS-B', [await receive(agentOrder('RS-2', 'rowan'))])
    const freight = { amount: '900', currency: 'JPY' }
    const stated = await send('PUT', `/v1/shipments/${id}`, { reference: 'RS-C', freight })
    expect(stated.json()).toMatchObject({ reference: 'RS-C', freight })
    const taken = await send('PUT', `/v1/shipments/${id}`, { reference: 'RS-B' })
    expect(taken.json()).toMatchObject({ status: 409, failures: [{ path: '/reference' }] })
    const foreign = { reference: 'RS-C', freight: { amount: '9.00', currency: 'GBP' } }
    const refused = await send('PUT', `/v1/shipments/${id}`, foreign)
    expect(refused.json()).toMatchObject({ type: '/problems/currency-mismatch' })
  })

  it('is shown as the parcels that it would come to, with lane and charges', async () => {
    const [cups, books] = consolidatedOrders
    // The clock of the tests stands before some days of these orders.
    const orderIds = [await receive(cups!), await receive(books!)]
    const { id } = await open('PV', orderIds)
    const preview = await get<Preview>(`/v1/shipments/${id}/preview`)
    expect(preview).toMatchObject({
      failures: [],
      parcels: [
        {
          ...{ reference: 'PV-1', buyer: 'Rowan Ashdown', lane: 'gb-h1-low-value' },
          ...{ grossWeightKg: '3.4', value: { amount: '128.80', currency: 'GBP' } },
        },
      ],
    })
    const mixed = await receive(agentOrder('PV-3', 'rowan', { dutiesBilledTo: 'seller' }))
    await send('POST', `/v1/shipments/${id}/moves`, { orderIds: [mixed] })
    const kept = await get<Preview>(`/v1/shipments/${id}/preview`)
    expect(kept.parcels).toEqual([])
    expect(kept.failures[0]).toMatchObject({ code: 'orders-not-joinable' })
  })

  it('is divided over parcels with exact shares of weight and cost', async () => {
    const fee = { amount: '901', currency: 'JPY' } as const
    const whole = agentOrder('DV-1', 'rowan')
    const { party, capacity } = whole.purchasingAgent!
    const orderId = await receive({
      ...whole,
      purchasingAgent: { party, capacity, fee } as Order['purchasingAgent'] & object,
    })
    const part = (quantity: number) => ({
      lines: [{ lineNumber: 1, quantity }],
      packages: [{ type: 'CT', count: 1 }],
    })
    const url = `/v1/orders/${orderId}/division`
    const tooFew = await send('POST', url, { parts: [part(1), part(2)] })
    expect(tooFew.json()).toMatchObject({ status: 400, failures: [{ path: '/parts' }] })
    const divided = await send('POST', url, { parts: [part(1), part(1)] })
    expect(divided.statusCode, divided.body).toBe(201)
    const { orders } = divided.json<{ orders: { orderId: string; reference: string }[] }>()
    expect(orders.map(({ reference }) => reference)).toEqual(['DV-1-1', 'DV-1-2'])
    expect(await get(`/v1/orders/${orderId}`)).toMatchObject({
      state: 'divided',
      parts: orders.map((order) => order.orderId),
    })
    expect(await get(`/v1/orders/${orders[0]!.orderId}`)).toMatchObject({
      ...{ state: 'in-warehouse', partOf: orderId },
      order: {
        purchasingAgent: { fee: { amount: '451' } },
        lines: [{ quantity: 1, grossWeightKg: '0.380' }],
      },
    })
    const { items } = await get<{ items: { id: string; grossWeightKg: string }[] }>(
      '/v1/warehouse/stock',
    )
    const shares = orders.map(
      (order) => items.find(({ id }) => id === order.orderId)?.grossWeightKg,
    )
    expect(shares).toEqual(['0.9', '0.8'])
    expect((await send('POST', url, { parts: [part(1), part(1)] })).statusCode).toBe(409)
  })

  it('belongs to buyers, whose orders and bills are counted', async () => {
    const { items } = await get<{ items: { id: string; party: { name: string } }[] }>('/v1/buyers')
    const rowan = items.find(({ party }) => party.name === 'Rowan Ashdown')
    expect(rowan).toMatchObject({ orders: { shipped: 1 }, bills: { expected: 1 } })
    const page = await get<{ orderList: { buyer: string }[]; cases: object[] }>(
      `/v1/buyers/${rowan!.id}`,
    )
    expect(new Set(page.orderList.map(({ buyer }) => buyer))).toEqual(new Set(['Rowan Ashdown']))
    expect(page.cases).toMatchObject([{ bill: { standing: 'expected' } }])
    const first = await get<{ items: object[]; next: string }>('/v1/buyers?limit=1')
    const second = await get<{ items: object[] }>(`/v1/buyers?limit=1&cursor=${first.next}`)
    expect([...first.items, ...second.items]).toEqual(items)
    const stranger = await ask(api, other.keys.owner, { url: `/v1/buyers/${rowan!.id}` })
    expect(stranger.statusCode).toBe(404)
  })
})
