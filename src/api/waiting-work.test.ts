import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { agentOrder } from '../../test/agent-orders.ts'
import { ask } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import type { WaitingWorkView } from './waiting-work.ts'

describe('what waits for a purchasing agent', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant('purchasing-agent')
  })
  afterAll(() => api.close())

  const post = async <Body>(url: string, payload: object): Promise<Body> => {
    const answer = await ask(api, tenant.keys.operator, { method: 'POST', url, payload })
    expect(answer.statusCode, answer.body).toBe(201)
    return answer.json<Body>()
  }
  const waiting = async (key = tenant.keys.viewer) =>
    (await ask(api, key, { url: '/v1/warehouse/waiting-work' })).json<WaitingWorkView>()
  const nothing = { ordersAwaited: 0, ordersToConsolidate: 0, shipmentsToSeal: 0, goodsSetApart: 0 }
  const receipt = (orderId: string, quantity: number) => ({
    ...{ orderId, photoIds: [], packages: [{ type: 'CT', count: 1 }] },
    lines: [{ lineNumber: 1, quantity, grossWeightKg: '0.8' }],
  })

  it('is counted from the order to the seal', async () => {
    expect(await waiting()).toEqual(nothing)
    const { orderId } = await post<{ orderId: string }>('/v1/orders', agentOrder('WW-1', 'rowan'))
    const second = await post<{ orderId: string }>('/v1/orders', agentOrder('WW-2', 'imogen'))
    expect(await waiting()).toEqual({ ...nothing, ordersAwaited: 2 })
    await post('/v1/warehouse-receipts', receipt(orderId, 2))
    await post('/v1/warehouse-receipts', receipt(second.orderId, 1))
    expect(await waiting()).toEqual({ ...nothing, ordersAwaited: 1, ordersToConsolidate: 1 })
    const shipment = { reference: 'WW', orderIds: [orderId] }
    const { id } = await post<{ id: string }>('/v1/shipments', shipment)
    expect(await waiting()).toEqual({ ...nothing, ordersAwaited: 1, shipmentsToSeal: 1 })
    await post(`/v1/shipments/${id}/split`, {})
    expect(await waiting()).toEqual({ ...nothing, ordersAwaited: 1 })
    const stranger = await api.addTenant('purchasing-agent')
    expect(await waiting(stranger.keys.viewer)).toEqual(nothing)
  })
})
