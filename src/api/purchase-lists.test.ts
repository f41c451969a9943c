import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { ask } from '../../test/api-requests.ts'
import { csvOf, fullRow, furtherLine, otherOrder } from '../../test/purchase-lists.ts'

interface List {
  readonly id: string
  readonly orders: readonly { readonly orderId: string; readonly reference: string }[]
  readonly findings: readonly { readonly row: number; readonly column?: string }[]
  readonly links: { readonly findings: string }
}

describe('purchase lists over HTTP', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant('purchasing-agent')
  })
  afterAll(() => api.close())

  const handIn = (text: string, { name = 'list.csv', type = 'text/csv' } = {}) =>
    ask(api, tenant.keys.operator, {
      method: 'POST',
      url: `/v1/purchase-lists?name=${name}`,
      headers: { 'content-type': type },
      payload: Buffer.from(text),
    })
  const goodAndBad = csvOf([fullRow, furtherLine(), otherOrder({ quantity: 'two' })])

  it('become orders, with what is wrong with the rest', async () => {
    const answer = await handIn(goodAndBad)
    expect(answer.statusCode).toBe(201)
    const list = answer.json<List>()
    expect(list).toMatchObject({ name: 'list.csv', rowsTotal: 3, rowsAccepted: 2 })
    expect(list.orders.map(({ reference }) => reference)).toEqual(['TSB-1'])
    expect(list.findings).toMatchObject([{ row: 4, column: 'quantity', orderReference: 'TSB-2' }])
    const order = await ask(api, tenant.keys.viewer, {
      url: `/v1/orders/${list.orders[0]!.orderId}`,
    })
    expect(order.json()).toMatchObject({ state: 'received', order: { lines: [{}, {}] } })
    const read = await ask(api, tenant.keys.viewer, { url: `/v1/purchase-lists/${list.id}` })
    expect(read.json()).toEqual(list)
    const table = await ask(api, tenant.keys.viewer, { url: list.links.findings })
    expect(table.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(table.body).toContain('4,quantity,TSB-2,The cell quantity is no whole number.')
  })

  it('are taken once, under whatever Idempotency-Key', async () => {
    const first = await handIn(goodAndBad)
    const second = await handIn(goodAndBad)
    expect(second.json()).toEqual(first.json())
  })

  it('may come as the file of a form', async () => {
    const form = new FormData()
    const text = csvOf([{ ...fullRow, order_reference: 'TSB-F' }])
    form.set('file', new Blob([text], { type: 'text/csv' }), 'from a form.csv')
    const url = '/v1/purchase-lists'
    const answer = await ask(api, tenant.keys.operator, { method: 'POST', url, payload: form })
    expect(answer.json()).toMatchObject({ name: 'from a form.csv', rowsAccepted: 1, findings: [] })
  })

  it('are listed with the newest first', async () => {
    const list = await ask(api, tenant.keys.viewer, { url: '/v1/purchase-lists?limit=1' })
    expect(list.json()).toMatchObject({ items: [{ rowsTotal: 1 }], next: expect.any(String) })
  })

  it('are refused when they are no list, not named, or not CSV', async () => {
    expect((await handIn('nothing')).json()).toMatchObject({
      ...{ status: 400, type: '/problems/message-unreadable' },
    })
    expect((await handIn(goodAndBad, { name: '' })).statusCode).toBe(400)
    expect((await handIn('{}', { type: 'application/json' })).statusCode).toBe(415)
    expect((await handIn('x', { type: 'application/pdf' })).statusCode).toBe(415)
    expect((await handIn('x'.repeat(2 * 1024 * 1024 + 1))).statusCode).toBe(413)
  })

  it('have a template in both languages', async () => {
    const templateIn = async (language: string) =>
      (
        await ask(api, tenant.keys.viewer, {
          url: `/v1/purchase-lists/template?language=${language}`,
        })
      ).body
    expect(await templateIn('en')).toContain('order_reference,ordered_on')
    expect(await templateIn('zh')).toContain('订单号,下单日期')
  })

  it('leave other routes without CSV', async () => {
    const url = '/v1/orders'
    const headers = { 'content-type': 'text/csv' }
    const answer = await ask(api, tenant.keys.operator, {
      method: 'POST',
      url,
      headers,
      payload: 'x',
    })
    expect(answer.statusCode).toBe(415)
  })
})
