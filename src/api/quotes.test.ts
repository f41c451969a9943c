import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { exampleOrder, readExample } from '../../test/shipped-examples.ts'
import type { TSchema } from 'typebox'
import { quoteOrder } from '../clearance/quote-order.ts'
import { localDate } from '../customs/calendar/local-date.ts'
import { checkedReader } from '../customs/checked-reader.ts'
import { quote } from '../customs/landed-cost/quote.ts'
import type { Order } from '../customs/order/order.ts'
import type { Problem } from './http/problem.ts'
import { quotedSaleSchema } from './views/landed-cost-view.ts'

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

  const askQuote = (payload: Order, day = '') =>
    ask(api, tenant.keys.viewer, { method: 'POST', url: `/v1/quotes${day}`, payload })

  test('leave nothing of the quote out', async () => {
    const on = localDate('2026-08-15')
    const made = quoteOrder(order, on, api.ports.clearance.reference)
    if (!made.ok) throw new Error(made.failures[0].message)
    const { id, ...answered } = (await askQuote(order, `?on=${on}`)).json<{ id: string }>()
    expect(answered).toEqual(made.value)
    expect(id).toMatch(/^[0-9a-f]{64}$/)
  })

  test('are the same for the same question, and made for today unless a day is named', async () => {
    const first = (await askQuote(order)).json<{ id: string; on: string }>()
    expect(first.on).toBe('2026-09-01')
    expect((await askQuote(order)).json()).toEqual(first)
    const other = (await askQuote(order, '?on=2026-08-15')).json<{ id: string }>()
    expect(other.id).not.toBe(first.id)
  })

  test('store nothing', async () => {
    await askQuote(order)
    const orders = await ask(api, tenant.keys.viewer, { url: '/v1/orders' })
    expect(orders.json()).toEqual({ items: [] })
  })

  test.each([
    ['2026-02-30', 400, 'invalid-input'],
    ['1999-01-01', 422, 'not-covered'],
  ])('for %s are refused', async (day, status, code) => {
    const refused = await askQuote(order, `?on=${day}`)
    expect(refused.statusCode).toBe(status)
    expect(refused.json()).toMatchObject({ type: `/problems/${code}` })
  })

  test('name a country and a currency that do not exist', async () => {
    const [line] = order.lines
    if (line === undefined) throw new Error('the example has no line')
    const refused = await askQuote({ ...order, lines: [{ ...line, origin: 'QQ' }] })
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({
      type: '/problems/unknown-country',
      failures: [{ path: '/lines/0/origin' }],
    })
  })
})

describe('sales over HTTP', () => {
  let api: TestApi
  let tenant: TestTenant
  let sale: { readonly destination: object; readonly lines: readonly object[] }

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    sale = await readExample<typeof sale>('sale-cn-de')
  })
  afterAll(() => api.close())

  const quoteSale = (payload: object, day = '?on=2026-09-01') =>
    ask(api, tenant.keys.viewer, { method: 'POST', url: `/v1/quotes${day}`, payload })

  test('are answered with what the pure function gives, under the digest of it', async () => {
    const made = quote(sale, localDate('2026-09-01'), api.ports.quoting.book)
    if (!made.ok) throw new Error(made.failures[0].message)
    const { body, headers } = await quoteSale(sale)
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    const { id } = JSON.parse(body) as { id: string }
    expect(id).toMatch(/^[0-9a-f]{64}$/)
    expect(body).toBe(JSON.stringify({ id, ...made.value }))
    expect((await quoteSale(sale)).body).toBe(body)
    expect((await quoteSale(sale, '?on=2026-06-30')).json()).not.toMatchObject({ id })
  })

  test('have a day of their own, that of the query, or today', async () => {
    const dayOf = async (payload: object, day?: string) =>
      (await quoteSale(payload, day)).json<{ landedCost: { on: string } }>().landedCost.on
    expect(await dayOf({ ...sale, on: '2026-06-30' })).toBe('2026-06-30')
    expect(await dayOf(sale, '?on=2026-07-02')).toBe('2026-07-02')
    expect(await dayOf(sale, '')).toBe('2026-09-01')
  })

  test('with a code that is too short have a least and a most', async () => {
    const short = { ...sale, lines: [{ ...sale.lines[0], quantity: 9, commodityCode: '610910' }] }
    expect((await quoteSale(short)).json()).toMatchObject({
      kind: 'range',
      range: { undecided: [{ lineNumber: 1, commodityCode: '610910' }] },
    })
  })

  test('say nothing that the description of the interface leaves out', async () => {
    const readQuoted = checkedReader(quotedSaleSchema)
    const codes = ['6109100010', '610910']
    for (const commodityCode of codes) {
      const lines = [{ ...sale.lines[0], quantity: 9, origin: 'KR', commodityCode }]
      const answer: unknown = (await quoteSale({ ...sale, lines })).json()
      expect(readQuoted(answer)).toEqual({ ok: true, value: answer })
      expect(undescribed(quotedSaleSchema, answer)).toEqual([])
    }
  })

  test.each([
    ['/incotrem', { incotrem: 'DAP' }, 'invalid-input 400'],
    ['/destination/country', { destination: { country: 'BT' } }, 'not-covered 422'],
    ['/destination/country', { destination: { country: 'QQ' } }, 'unknown-country 422'],
    ['/on', { on: '2026-02-30' }, 'invalid-input 400'],
    ['/shopCurrency', { shopCurrency: 'KPW' }, 'exchange-rate-missing 422'],
  ])('are refused for what is wrong at %s, which is named once: %j', async (path, fault, why) => {
    const refused = await quoteSale({ ...sale, ...fault })
    const { failures } = refused.json<Problem>()
    const named = failures.map(({ code }) => `${code} ${refused.statusCode}`)
    expect([failures.map((failure) => failure.path), named]).toEqual([[path], [why]])
  })
})

/** The properties of a value that its schema says nothing of. */
function undescribed(schema: TSchema, value: unknown, path = ''): readonly string[] {
  const { anyOf, items, properties } = schema as {
    readonly anyOf?: readonly TSchema[]
    readonly items?: TSchema
    readonly properties?: Readonly<Record<string, TSchema>>
  }
  if (anyOf !== undefined) {
    const form = anyOf.find((candidate) => checkedReader(candidate)(value).ok)
    return form === undefined ? [path] : undescribed(form, value, path)
  }
  if (Array.isArray(value) && items !== undefined) {
    return value.flatMap((item, index) => undescribed(items, item, `${path}/${index}`))
  }
  if (typeof value !== 'object' || value === null || properties === undefined) return []
  return Object.entries(value).flatMap(([name, part]) => {
    const described = properties[name]
    return described === undefined
      ? [`${path}/${name}`]
      : undescribed(described, part, `${path}/${name}`)
  })
}
