import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { bearer, startTestApi, type TestApi, type TestTenant } from '../../../test/api.ts'
import { exampleOrder } from '../../../test/shipped-examples.ts'
import type { Order } from '../../customs/order/order.ts'
import { newId } from '../../platform/ids.ts'
import { inTenant } from '../../platform/postgres/index.ts'

describe('a change under an Idempotency-Key', () => {
  let api: TestApi
  let tenant: TestTenant
  let other: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    other = await api.addTenant()
  })
  afterAll(() => api.close())

  const handIn = (order: Order, key: string, as = tenant) =>
    api.server.inject({
      method: 'POST',
      url: '/v1/orders',
      headers: { ...bearer(as.keys.operator), 'idempotency-key': key },
      payload: order,
    })

  const ordersOf = ({ tenantId }: TestTenant, { reference }: Order): Promise<number> =>
    inTenant(api.database, tenantId, async (transaction) => {
      const rows = await transaction
        .selectFrom('customer_order')
        .select('id')
        .where('reference', '=', reference)
        .execute()
      return rows.length
    })

  test('is made once, and its answer repeated as it was', async () => {
    const order = await exampleOrder('marketplace-cn-gb')
    const key = newId('test')
    const first = await handIn(order, key)
    const again = await handIn(order, key)
    expect(first.statusCode).toBe(201)
    expect(again.json()).toEqual(first.json())
    expect(again.headers.location).toBe(first.headers.location)
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect(await ordersOf(tenant, order)).toBe(1)
  })

  test('is made once when it comes many times at the same moment', async () => {
    const order = await exampleOrder('marketplace-cn-gb')
    const key = newId('test')
    const answers = await Promise.all(Array.from({ length: 10 }, () => handIn(order, key)))
    const codes = new Set(answers.map(({ statusCode }) => statusCode))
    expect([...codes].every((code) => code === 201 || code === 409)).toBe(true)
    const ids = answers.filter(({ statusCode }) => statusCode === 201).map(({ body }) => body)
    expect(new Set(ids.map((body) => JSON.parse(body).orderId as string)).size).toBe(1)
    expect(await ordersOf(tenant, order)).toBe(1)
  })

  test('that was refused leaves nothing behind and can be mended under the same key', async () => {
    const taken = await exampleOrder('marketplace-cn-gb')
    await handIn(taken, newId('test'))
    const key = newId('test')
    expect((await handIn(taken, key)).statusCode).toBe(409)
    const mended = { ...taken, reference: newId('order').slice(-20) }
    expect((await handIn(mended, key)).statusCode).toBe(201)
  })

  test('of one tenant has nothing to do with the same key of another', async () => {
    const order = await exampleOrder('marketplace-cn-gb')
    const key = newId('test')
    const first = await handIn(order, key)
    const second = await handIn(order, key, other)
    expect(second.statusCode).toBe(201)
    expect(second.headers['idempotency-replayed']).toBeUndefined()
    expect(second.json()).not.toEqual(first.json())
  })

  test.each(['', 'two words', 'ü', 'x'.repeat(256)])('is refused with the key %j', async (key) => {
    const answer = await handIn(await exampleOrder('marketplace-cn-gb'), key)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ type: '/problems/idempotency-key-missing' })
  })
})
