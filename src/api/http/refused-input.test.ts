import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask, openPreparedCase } from '../../../test/api-requests.ts'
import { bearer, startTestApi, type TestApi, type TestTenant } from '../../../test/api.ts'
import { exampleOrder } from '../../../test/shipped-examples.ts'
import type { Order } from '../../customs/order/order.ts'
import { newId } from '../../platform/ids.ts'
import type { Problem } from './problem.ts'

interface List {
  readonly items: readonly { readonly id: string; readonly reference: string }[]
}

describe('what no request may say', () => {
  let api: TestApi
  let platform: TestTenant
  let agent: TestTenant
  let order: Order
  let caseId: string

  beforeAll(async () => {
    api = await startTestApi()
    platform = await api.addTenant()
    agent = await api.addTenant('purchasing-agent')
    order = await exampleOrder('marketplace-cn-gb')
    caseId = await openPreparedCase(api, platform.keys.operator, order)
  })
  afterAll(() => api.close())

  const get = (url: string, key = platform.keys.owner) => ask(api, key, { url })
  const post = (url: string, payload: object, key = platform.keys.owner) =>
    ask(api, key, { method: 'POST', url, payload })
  const arrival = (occurredAt: string) => ({
    ...{ event: 'goods-departed', occurredAt, source: 'carrier' },
  })
  const expectRefusal = async (answer: ReturnType<typeof post>, path: string) => {
    const { statusCode, body } = await answer
    expect(statusCode, body).toBe(400)
    const { failures } = JSON.parse(body) as Problem
    expect(failures.map((failure) => failure.path)).toContain(path)
  }

  describe('a moment that does not exist', () => {
    test.each([
      '2026-02-31T25:61:61Z',
      '2026-02-29T12:00:00Z',
      '2026-08-31T24:00:00Z',
      '2026-06-30T23:59:60Z',
      '0000-01-01T00:00:00Z',
    ])('is refused wherever it stands: %s', async (moment) => {
      const events = `/v1/cases/${caseId}/transport-events`
      await expectRefusal(post(events, arrival(moment)), '/occurredAt')
      const key = { name: 'shop', role: 'viewer', expiresAt: moment }
      await expectRefusal(post('/v1/api-keys', key), '/expiresAt')
      const facts = { orderId: newId('order'), lines: [], packages: [], photoIds: [] }
      const receipt = post(
        '/v1/warehouse-receipts',
        { ...facts, receivedAt: moment },
        agent.keys.owner,
      )
      await expectRefusal(receipt, '/receivedAt')
    })

    test('a carrier reports nothing that is still to come, but its clock may be ahead', async () => {
      const events = `/v1/cases/${caseId}/transport-events`
      await expectRefusal(post(events, arrival('2036-09-01T12:00:00Z')), '/occurredAt')
      await expectRefusal(post(events, arrival('2026-09-01T12:05:01Z')), '/occurredAt')
      const taken = await post(events, arrival('2026-09-01T12:05:00Z'))
      expect(taken.statusCode, taken.body).toBe(200)
    })
  })

  test('an order of a day that has not begun anywhere', async () => {
    const later = { ...order, reference: 'LATER', orderedOn: '2026-09-03' }
    await expectRefusal(post('/v1/orders', later), '/orderedOn')
    const tomorrowInKiribati = await post('/v1/orders', { ...later, orderedOn: '2026-09-02' })
    expect(tomorrowInKiribati.statusCode, tomorrowInKiribati.body).toBe(201)
  })

  describe('a text that the database could not hold', () => {
    test.each(['cases', 'orders', 'shipments', 'warehouse-receipts', 'warehouse-photos'])(
      'is the id of none of the %s',
      async (resource) => {
        for (const id of ['%00', 'x', `${newId('case')}%00`]) {
          const answer = await get(`/v1/${resource}/${id}`, agent.keys.owner)
          expect(answer.statusCode, id).toBe(404)
          expect(answer.json<Problem>().type).toBe('/problems/not-found')
        }
      },
    )

    test('is no part of another address', async () => {
      expect((await get(`/v1/cases/${caseId}/messages/%00`)).statusCode).toBe(404)
      const question = `/v1/cases/${caseId}/questions/%00/answer`
      expect((await post(question, { text: 'Of leather.' })).statusCode).toBe(404)
    })

    test('is refused as an id in a body', async () => {
      const facts = { orderId: '\0', lines: [], packages: [], photoIds: [] }
      await expectRefusal(post('/v1/warehouse-receipts', facts, agent.keys.owner), '/orderId')
      const shipment = { reference: 'S-1', orderIds: ['\0'] }
      await expectRefusal(post('/v1/shipments', shipment, agent.keys.owner), '/orderIds/0')
    })

    test('is refused in a field whose form is otherwise free', async () => {
      const answers = { controlId: 'a\0', attachmentIds: [newId('attachment')] }
      await expectRefusal(post(`/v1/cases/${caseId}/answers`, answers), '/controlId')
    })
  })

  test('a query parameter that the route does not know; the error names those it knows', async () => {
    const answer = await get('/v1/cases?stat=ready')
    expect(answer.statusCode).toBe(400)
    const [failure] = answer.json<Problem>().failures
    expect(failure).toMatchObject({ path: '/stat' })
    expect(failure?.mend).toMatch(/^Use one of: cursor, limit, state, waitingFor, .*reference/)
  })
})

describe('what a request may say', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
  })
  afterAll(() => api.close())

  test('a reference, by which orders and cases are found; a conflict names the order', async () => {
    const order = await exampleOrder('marketplace-cn-gb')
    const caseId = await openPreparedCase(api, tenant.keys.operator, order)
    const list = async (url: string) =>
      (await ask(api, tenant.keys.owner, { url })).json<List>().items
    const reference = encodeURIComponent(order.reference)
    const [found, ...others] = await list(`/v1/orders?reference=${reference}`)
    expect(others).toEqual([])
    expect(await list(`/v1/cases?reference=${reference}`)).toMatchObject([{ id: caseId }])
    expect(await list('/v1/orders?reference=other')).toEqual([])
    expect(await list('/v1/cases?reference=other')).toEqual([])
    const again = await ask(api, tenant.keys.owner, {
      ...{ method: 'POST', url: '/v1/orders', payload: order },
    })
    expect(again.statusCode).toBe(409)
    expect(again.json<Problem>().failures[0]?.mend).toContain(`/v1/orders/${found!.id}.`)
  })

  test('no body where none is wanted, though JSON is announced', async () => {
    const headers = { ...bearer(tenant.keys.owner), 'content-type': 'application/json' }
    const missing = newId('shipment')
    const split = await api.server.inject({
      ...{ method: 'POST', url: `/v1/shipments/${missing}/split`, payload: '' },
      headers: { ...headers, 'idempotency-key': 'split' },
    })
    expect(split.json<Problem>().type, split.body).toBe('/problems/not-found')
    const revoked = await api.server.inject({
      ...{ method: 'DELETE', url: `/v1/api-keys/${newId('key')}`, payload: '', headers },
    })
    expect(revoked.json<Problem>().type, revoked.body).toBe('/problems/not-found')
  })

  test('a missing body is named as such where one is wanted', async () => {
    const answer = await api.server.inject({
      ...{ method: 'POST', url: '/v1/quotes', payload: '' },
      headers: { ...bearer(tenant.keys.owner), 'content-type': 'application/json' },
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.json<Problem>().failures[0]).toMatchObject({ code: 'invalid-input', path: '' })
  })

  test('an amount in one spelling, in the list as in the case', async () => {
    const [summary] = (await ask(api, tenant.keys.owner, { url: '/v1/cases' })).json<{
      readonly items: readonly { readonly id: string; readonly customsValue: object }[]
    }>().items
    const shown = await ask(api, tenant.keys.owner, { url: `/v1/cases/${summary!.id}` })
    const { quote } = shown.json<{ readonly quote: { readonly customsValue: object } }>()
    expect(summary!.customsValue).toEqual(quote.customsValue)
  })
})
