import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { ask } from '../../test/api-requests.ts'
import { exampleOrder } from '../../test/shipped-examples.ts'
import { localDate } from '../customs/calendar/local-date.ts'
import type { Order } from '../customs/order/order.ts'

interface Checked {
  readonly findings: readonly {
    readonly severity: string
    readonly path: string
    readonly code: string
  }[]
  readonly quote?: { readonly totals: object; readonly lane: { readonly lane: string } }
  readonly requiredDocuments?: readonly object[]
}

describe('orders that are looked at before they are handed in', () => {
  let api: TestApi
  let tenant: TestTenant
  let other: TestTenant
  let order: Order

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    other = await api.addTenant()
    order = { ...(await exampleOrder('marketplace-cn-gb')), orderedOn: localDate('2026-09-01') }
  })
  afterAll(() => api.close())

  const check = async (...orders: readonly unknown[]): Promise<readonly Checked[]> => {
    const request = { method: 'POST', url: '/v1/order-checks', payload: { orders } } as const
    const answer = await ask(api, tenant.keys.viewer, request)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<{ items: Checked[] }>().items
  }
  const suggestions = async <Item>(what: string, q: string, key = tenant.keys.operator) => {
    const url = `/v1/suggestions/${what}?q=${encodeURIComponent(q)}`
    return (await ask(api, key, { url })).json<{ items: Item[] }>().items
  }

  it('are told what they cost and which papers they need, like the case that they would open', async () => {
    const [checked] = await check(order)
    expect(checked?.findings.filter(({ severity }) => severity === 'refused')).toEqual([])
    expect(checked?.quote?.lane.lane).toMatch(/^gb-h1/)
    expect(checked?.requiredDocuments?.length).toBeGreaterThan(0)
  })

  it('are told what they lack, at its place in the order', async () => {
    const [line, ...lines] = order.lines
    const { commodityCode: _, ...without } = line!
    const [checked] = await check({ ...order, lines: [without, ...lines] })
    expect(checked?.findings).toContainEqual(
      expect.objectContaining({ severity: 'needed-later', path: '/lines/0/commodityCode' }),
    )
  })

  it('are quoted while names are still missing, and not while a fact is that decides', async () => {
    const { buyer, reference: _, ...others } = order
    const nameless = { ...others, buyer: { kind: buyer.kind, address: buyer.address } }
    const [whole, partly, without] = await check(
      order,
      nameless,
      { ...nameless, incoterm: undefined },
      {},
    )
    expect(partly?.quote?.totals).toEqual(whole?.quote?.totals)
    expect(partly?.findings.map(({ severity, path }) => [severity, path])).toEqual(
      expect.arrayContaining([
        ['refused', '/reference'],
        ['refused', '/buyer/name'],
      ]),
    )
    expect(without?.quote).toBeUndefined()
  })

  it('are not kept', async () => {
    await check(order)
    expect((await ask(api, tenant.keys.viewer, { url: '/v1/orders' })).json()).toEqual({
      items: [],
    })
  })

  it('are at most five hundred at a time', async () => {
    const payload = { orders: Array.from({ length: 501 }, () => ({})) }
    const answer = await ask(api, tenant.keys.viewer, {
      method: 'POST',
      url: '/v1/order-checks',
      payload,
    })
    expect(answer.statusCode).toBe(400)
    expect((await check(...Array.from({ length: 500 }, () => order))).length).toBe(500)
  })

  it('are typed with suggestions from orders of the same tenant only', async () => {
    const payload = order
    await ask(api, tenant.keys.operator, { method: 'POST', url: '/v1/orders', payload })
    expect(await suggestions('buyers', order.buyer.name.slice(0, 4))).toEqual([order.buyer])
    expect(await suggestions('sellers', order.seller.name.toUpperCase())).toEqual([order.seller])
    expect(await suggestions('sellers', 'nobody of this name')).toEqual([])
    expect(await suggestions('buyers', '', other.keys.operator)).toEqual([])
    const { description } = order.lines[0]!
    const goods = await suggestions<{ line: { description: string } }>(
      'goods',
      description.slice(0, 8),
    )
    expect(goods[0]).toMatchObject({ line: { description }, seller: order.seller.name })
    expect(await suggestions('goods', '_')).toEqual([])
    expect(await suggestions('goods', '', other.keys.operator)).toEqual([])
  })

  it('are typed with commodity codes of the tariff, by digits or by words', async () => {
    const byDigits = await suggestions<{ commodityCode: string }>('commodity-codes', '6911')
    expect(byDigits.length).toBeGreaterThan(0)
    expect(byDigits.every(({ commodityCode }) => commodityCode.startsWith('6911'))).toBe(true)
    const byWord = await suggestions<{ commodityCode: string; name: { zh: string }; duty: string }>(
      'commodity-codes',
      'porcelain',
    )
    expect(byWord.length).toBeGreaterThan(0)
    expect(byWord[0]).toMatchObject({ name: { zh: expect.any(String) }, duty: expect.any(String) })
  })

  it('are found again by the words of their reference and of who buys and sells', async () => {
    const find = async (q: string) => {
      const url = `/v1/orders?q=${encodeURIComponent(q)}`
      return (await ask(api, tenant.keys.viewer, { url })).json<{ items: object[] }>().items
    }
    const summary = { reference: order.reference, buyer: order.buyer.name }
    const [given = '', family = ''] = order.buyer.name.split(' ')
    expect(await find(`${family.toUpperCase()} ${given.slice(0, 3)}`)).toMatchObject([summary])
    expect(await find(order.buyer.address.postcode ?? 'none')).toMatchObject([summary])
    expect(await find(order.reference.slice(0, 5))).toMatchObject([summary])
    expect(await find('nobody')).toEqual([])
    expect(await find(`${given} nobody`)).toEqual([])
    expect(await find('%')).toEqual([])
  })
})
