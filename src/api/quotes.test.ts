import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask, exampleOrder } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { quoteOrder } from '../clearance/quote-order.ts'
import { localDate } from '../customs/calendar/local-date.ts'
import type { Order } from '../customs/order/order.ts'

describe('quotes over HTTP', () => {
  let api: TestApi
  let tenant: TestTenant
  let order: Order

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    order = await exampleOrder('marketplace-cn-gb')
  })
  afterAll(() => api.close())

  const quote = (payload: Order, day = '') =>
    ask(api, tenant.keys.viewer, { method: 'POST', url: `/v1/quotes${day}`, payload })

  test('leave nothing of the quote out', async () => {
    const on = localDate('2026-08-15')
    const made = quoteOrder(order, on, api.ports.clearance.reference)
    if (!made.ok) throw new Error(made.failures[0].message)
    const { id, ...answered } = (await quote(order, `?on=${on}`)).json<{ id: string }>()
    expect(answered).toEqual(made.value)
    expect(id).toMatch(/^[0-9a-f]{64}$/)
  })

  test('are the same for the same question, and made for today unless a day is named', async () => {
    const first = (await quote(order)).json<{ id: string; on: string }>()
    expect(first.on).toBe('2026-09-01')
    expect((await quote(order)).json()).toEqual(first)
    const other = (await quote(order, '?on=2026-08-15')).json<{ id: string }>()
    expect(other.id).not.toBe(first.id)
  })

  test('store nothing', async () => {
    await quote(order)
    const orders = await ask(api, tenant.keys.viewer, { url: '/v1/orders' })
    expect(orders.json()).toEqual({ items: [] })
  })

  test.each([
    ['2026-02-30', 400, 'invalid-input'],
    ['1999-01-01', 422, 'not-covered'],
  ])('for %s are refused', async (day, status, code) => {
    const refused = await quote(order, `?on=${day}`)
    expect(refused.statusCode).toBe(status)
    expect(refused.json()).toMatchObject({ type: `/problems/${code}` })
  })

  test('name a country and a currency that do not exist', async () => {
    const [line] = order.lines
    if (line === undefined) throw new Error('the example has no line')
    const refused = await quote({ ...order, lines: [{ ...line, origin: 'QQ' }] })
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({
      type: '/problems/unknown-country',
      failures: [{ path: '/lines/0/origin' }],
    })
  })
})
