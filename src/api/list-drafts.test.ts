import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { ask } from '../../test/api-requests.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { csvOf, fullRow, furtherLine, otherOrder } from '../../test/purchase-lists.ts'

interface Draft {
  readonly id: string
  readonly encoding: string
  readonly delimiter: string
  readonly version: number
  readonly rows: { readonly flawed: number; readonly ready: number; readonly taken: number }
  readonly columns: readonly {
    readonly heading: string
    readonly column?: string
    readonly basis?: string
    readonly source: string
  }[]
  readonly missingColumns: readonly string[]
  readonly defaults: Readonly<Record<string, string>>
  readonly samples?: readonly (readonly string[])[]
}

interface Row {
  readonly row: number
  readonly state: string
  readonly cells: readonly string[]
  readonly orderId?: string
  readonly findings: readonly { readonly column?: string; readonly code: string }[]
}

interface Taken {
  readonly orders: readonly { readonly orderId: string; readonly caseId?: string }[]
  readonly refused: number
  readonly draft: Draft
}

/** What only a purchasing agent's table states, which a shop's does not know. */
const shopRow = Object.fromEntries(
  Object.entries(fullRow).filter(([name]) => !name.startsWith('agent_')),
)

describe('tables of orders on their way in', () => {
  let api: TestApi
  let agent: TestTenant
  let shop: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    agent = await api.addTenant('purchasing-agent')
    shop = await api.addTenant('e-commerce-platform')
  })
  afterAll(() => api.close())

  const handIn = (tenant: TestTenant, content: string | Buffer, query = '') =>
    ask(api, tenant.keys.operator, {
      method: 'POST',
      url: `/v1/list-drafts?name=list.csv${query}`,
      headers: { 'content-type': 'text/csv' },
      payload: Buffer.from(content),
    })
  const draftOf = async (tenant: TestTenant, content: string | Buffer, query = '') => {
    const answer = await handIn(tenant, content, query)
    expect(answer.statusCode, answer.body).toBe(201)
    return answer.json<Draft>()
  }
  const read = async (tenant: TestTenant, url: string) => ask(api, tenant.keys.viewer, { url })
  const rowsOf = async (tenant: TestTenant, { id }: Draft, query = '') =>
    (await read(tenant, `/v1/list-drafts/${id}/rows${query}`)).json<{
      items: Row[]
      next?: number
    }>()
  const change = (tenant: TestTenant, { id, version }: Draft, payload: object) =>
    ask(api, tenant.keys.operator, {
      method: 'PATCH',
      url: `/v1/list-drafts/${id}`,
      headers: { 'if-match': `"${version}"` },
      payload,
    })
  const changed = async (tenant: TestTenant, draft: Draft, payload: object) => {
    const answer = await change(tenant, draft, payload)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<Draft>()
  }
  const take = async (tenant: TestTenant, { id }: Draft, payload: object = {}) => {
    const url = `/v1/list-drafts/${id}/orders`
    const answer = await ask(api, tenant.keys.operator, { method: 'POST', url, payload })
    expect(answer.statusCode, answer.body).toBe(201)
    return answer.json<Taken>()
  }

  it('are mapped by our own headings and taken order by order, the flawed ones once they are mended', async () => {
    const text = csvOf([fullRow, furtherLine(), otherOrder({ quantity: 'two' })])
    const draft = await draftOf(agent, text)
    expect(draft).toMatchObject({
      ...{ encoding: 'utf-8', delimiter: ',', missingColumns: [] },
      rows: { flawed: 1, ready: 2, taken: 0 },
    })
    const { items } = await rowsOf(agent, draft, '?state=flawed')
    expect(items).toMatchObject([{ row: 4, findings: [{ column: 'quantity' }] }])
    const first = await take(agent, draft)
    expect(first).toMatchObject({ orders: [{ reference: 'TSB-1', rows: [2, 3] }], refused: 0 })
    const mended = await changed(agent, first.draft, {
      cells: [{ row: 4, column: 'quantity', text: '2' }],
    })
    expect(mended.rows).toEqual({ flawed: 0, ready: 1, taken: 2 })
    const second = await take(agent, mended)
    expect(second.orders).toMatchObject([{ reference: 'TSB-2', rows: [4] }])
    const order = await read(agent, `/v1/orders/${second.orders[0]!.orderId}`)
    expect(order.json()).toMatchObject({ state: 'received', order: { lines: [{ quantity: 2 }] } })
  })

  it('keep no name of what was taken, and still say what the first row states for all', async () => {
    const rows = [
      { ...fullRow, order_reference: 'K-1' },
      { ...otherOrder(), order_reference: 'K-2' },
    ]
    const draft = await draftOf(agent, csvOf(rows))
    const { draft: after } = await take(agent, draft, { limit: 1 })
    expect(after.rows).toEqual({ flawed: 0, ready: 1, taken: 1 })
    const { items } = await rowsOf(agent, draft, '?state=taken')
    expect(JSON.stringify(items)).not.toContain('Rowan')
    const rest = await take(agent, draft)
    expect(rest.orders).toMatchObject([{ reference: 'K-2' }])
  })

  it('of a shop open a case for each order', async () => {
    const rows = [{ ...shopRow, order_reference: 'SHOP-1', channel: 'shop' }]
    const draft = await draftOf(shop, csvOf(rows))
    const { orders } = await take(shop, draft)
    const { caseId } = orders[0]!
    expect((await read(shop, `/v1/cases/${caseId}`)).json()).toMatchObject({ reference: 'SHOP-1' })
  })

  it('are mapped by the headings of others, by content, and by what the tenant said before', async () => {
    const text = [
      'Order No,Customer Name,Post,What it is,HS Code',
      'F-1,Rowan Ashdown,BS1 5TY,Tea cups,6911100090',
      'F-2,Imogen Sharrow,LS1 4AP,Tea cups,6911100090',
    ].join('\n')
    const draft = await draftOf(agent, text)
    expect(draft.columns.map(({ column, basis }) => [column, basis])).toEqual([
      ['order_reference', 'synonym'],
      ['buyer_name', 'synonym'],
      ['buyer_postcode', 'content'],
      [undefined, undefined],
      ['commodity_code', 'synonym'],
    ])
    expect(draft.missingColumns).toContain('description')
    const names = ['order_reference', 'buyer_name', 'buyer_postcode', 'description', null]
    const mapped = await changed(agent, draft, {
      columns: names,
      defaults: { incoterm: 'FCA', seller_city: 'Tokyo' },
    })
    expect(mapped.columns[3]).toMatchObject({ column: 'description', basis: 'person' })
    expect(mapped.missingColumns).not.toContain('incoterm')
    const again = await draftOf(agent, text.replace('F-1', 'F-3'))
    expect(again.columns.map(({ column }) => column ?? null)).toEqual(names)
    // What was filled in for a seller is of that one table.
    expect(again).toMatchObject({ defaults: { incoterm: 'FCA' } })
    expect((await read(agent, `/v1/list-drafts/${again.id}`)).json<Draft>().samples?.[2]).toEqual([
      'BS1 5TY',
      'LS1 4AP',
    ])
  })

  it('take a column that the file does not have, filled at one go', async () => {
    const { incoterm: _, ...withoutTerm } = fullRow
    const draft = await draftOf(agent, csvOf([{ ...withoutTerm, order_reference: 'G-1' }]))
    expect(draft).toMatchObject({ missingColumns: ['incoterm'], rows: { flawed: 1 } })
    const filled = await changed(agent, draft, {
      fill: { column: 'incoterm', text: 'FCA', rows: 'empty' },
    })
    expect(filled).toMatchObject({ missingColumns: [], rows: { ready: 1 } })
    expect(filled.columns.at(-1)).toMatchObject({ source: 'added', column: 'incoterm' })
  })

  it('tell what a filling would overwrite, and take it back at one go', async () => {
    const draft = await draftOf(
      agent,
      csvOf([
        { ...fullRow, order_reference: 'U-1' },
        { ...otherOrder(), order_reference: 'U-2', currency: 'EUR', unit_price: '28.00' },
      ]),
    )
    const cells = async (query: string) =>
      (await read(agent, `/v1/list-drafts/${draft.id}/columns/currency/cells?${query}`)).json<{
        items: { row: number; text: string }[]
      }>().items
    const before = await cells('text=EUR&rows=all')
    expect(before).toEqual([{ row: 2, text: 'JPY' }])
    expect(await cells('text=EUR&rows=empty')).toEqual([])
    const filled = await changed(agent, draft, {
      fill: { column: 'currency', text: 'EUR', rows: 'all' },
    })
    await changed(agent, filled, {
      cells: before.map((cell) => ({ ...cell, column: 'currency' })),
    })
    expect(await cells('text=EUR&rows=all')).toEqual(before)
  })

  it('warn of what will stand in the way of the declaration, and can be taken all the same', async () => {
    const row = { ...fullRow, order_reference: 'W-1', description: 'gifts', insurance: '' }
    const draft = await draftOf(agent, csvOf([row]))
    expect(draft.rows).toMatchObject({ ready: 1, flawed: 0 })
    const { items } = await rowsOf(agent, draft)
    expect(items[0]).toMatchObject({
      state: 'ready',
      findings: [
        { column: 'insurance', code: 'fact-missing', severity: 'warning' },
        { column: 'description', code: 'description-vague', severity: 'warning' },
      ],
    })
    expect((await take(agent, draft)).orders).toHaveLength(1)
  })

  it("begin with the agent's own facts as in its latest order", async () => {
    const own = Object.keys(fullRow).filter((name) => /^(agent|ship_from)_/.test(name))
    const others = Object.entries(fullRow).filter(
      ([name]) => !own.includes(name) || name === 'agent_fee',
    )
    const row = { ...Object.fromEntries(others), order_reference: 'O-1' }
    const draft = await draftOf(agent, csvOf([row]))
    expect(draft).toMatchObject({
      missingColumns: [],
      rows: { ready: 1 },
      defaults: { agent_name: fullRow.agent_name, ship_from_city: 'Narita' },
    })
    expect(draft.defaults).not.toHaveProperty('agent_fee')
  })

  it('hold a row that is longer than the headings until somebody has looked at it', async () => {
    const text = `${csvOf([{ ...fullRow, order_reference: 'L-1' }])},shifted`
    const draft = await draftOf(agent, text)
    const index = draft.columns.length - 1
    expect(draft.columns[index]).toMatchObject({ heading: '', source: 'beyond-headings' })
    expect(draft.rows).toMatchObject({ flawed: 1 })
    const mended = await changed(agent, draft, { cells: [{ row: 2, index, text: '' }] })
    expect(mended.rows).toMatchObject({ ready: 1 })
  })

  it('say which order cannot be taken because its reference is another one', async () => {
    const row = { ...fullRow, order_reference: 'TAKEN-1' }
    await take(agent, await draftOf(agent, csvOf([row])))
    const draft = await draftOf(agent, csvOf([{ ...row, quantity: '3' }]))
    const { refused, orders, draft: after } = await take(agent, draft)
    expect([refused, orders, after.rows]).toEqual([1, [], { flawed: 1, ready: 0, taken: 0 }])
    const { items } = await rowsOf(agent, draft)
    expect(items[0]!.findings).toMatchObject([{ code: 'conflict', column: 'order_reference' }])
    const same = await take(agent, await draftOf(agent, csvOf([row])))
    expect(same.orders).toHaveLength(1)
  })

  it('leave no row of an order ready that could not be taken', async () => {
    const row = { ...fullRow, order_reference: 'TWO-1' }
    const line = furtherLine({ order_reference: 'TWO-1', sku: 'KK-CUP-3' })
    await take(agent, await draftOf(agent, csvOf([row])))
    const other = { ...otherOrder(), order_reference: 'TWO-2' }
    const draft = await draftOf(agent, csvOf([row, line, other]))
    const first = await take(agent, draft, { limit: 1 })
    expect(first).toMatchObject({ refused: 1, orders: [] })
    expect(first.draft.rows).toEqual({ flawed: 2, ready: 1, taken: 0 })
    const { items } = await rowsOf(agent, draft, '?state=flawed')
    expect(items).toMatchObject([
      { row: 2, findings: [{ code: 'conflict', column: 'order_reference' }] },
      { row: 3, findings: [] },
    ])
    const second = await take(agent, first.draft)
    expect(second).toMatchObject({ refused: 0, orders: [{ reference: 'TWO-2' }] })
  })

  it('say what has become wrong with an order since it was found to be without fault', async () => {
    const rows = [
      { ...fullRow, order_reference: 'LATE-1' },
      furtherLine({ order_reference: 'LATE-1' }),
    ]
    const draft = await draftOf(agent, csvOf(rows))
    await inTenant(api.database, agent.tenantId, (transaction) =>
      sql`
        update list_draft_row set cells = replace(cells::text, '6911100090', '000')::jsonb
        where draft_id = ${draft.id} and row_number = 3
      `.execute(transaction),
    )
    const taken = await take(agent, draft)
    expect(taken).toMatchObject({
      refused: 1,
      orders: [],
      draft: { rows: { flawed: 2, ready: 0 } },
    })
    const { items } = await rowsOf(agent, draft)
    expect(items[1]).toMatchObject({ row: 3, findings: [{ column: 'commodity_code' }] })
    expect((await take(agent, draft)).refused).toBe(0)
  })

  it('check the order of a mended cell alone, with its rows that state no reference', async () => {
    const rows = [
      { ...fullRow, order_reference: 'SOLE-1' },
      { ...otherOrder(), order_reference: 'SOLE-2' },
      furtherLine({ order_reference: '' }),
      { ...otherOrder(), order_reference: 'SOLE-3' },
    ]
    const draft = await draftOf(agent, csvOf(rows))
    expect(draft.rows).toEqual({ flawed: 2, ready: 2, taken: 0 })
    const cells = [{ row: 3, column: 'quantity', text: 'two' }]
    const worse = await changed(agent, draft, { cells })
    const { items } = await rowsOf(agent, draft, '?state=flawed')
    expect(items.map(({ row, findings }) => [row, findings.map(({ column }) => column)])).toEqual([
      [3, ['quantity']],
      [4, ['order_reference']],
    ])
    const mended = await changed(agent, worse, {
      cells: [
        { row: 3, column: 'quantity', text: '2' },
        { row: 4, column: 'order_reference', text: 'SOLE-2' },
      ],
    })
    expect(mended.rows).toEqual({ flawed: 0, ready: 4, taken: 0 })
  })

  it('are read in the encoding that their sender names where the bytes do not tell it', async () => {
    // Halfwidth letters of a Japanese encoding, which are Chinese characters in GB18030.
    const bytes = Buffer.concat([Buffer.from('order,goods\nA-1,'), Buffer.from([0xbb, 0xaa])])
    const refused = await handIn(agent, bytes)
    expect(refused.json()).toMatchObject({ status: 400, type: '/problems/message-unreadable' })
    const draft = await draftOf(agent, bytes, '&encoding=gb18030')
    expect((await rowsOf(agent, draft)).items[0]?.cells).toEqual(['A-1', '华'])
    const wrong = await handIn(agent, bytes, '&encoding=utf-8')
    expect(wrong.json()).toMatchObject({ failures: [{ path: '/encoding' }] })
  })

  it('refuse what is no table, and a change on an old version or of what is not there', async () => {
    expect((await handIn(agent, 'a,b\n')).statusCode).toBe(400)
    expect((await handIn(agent, Buffer.from([0x50, 0x4b, 3, 4, 1]))).statusCode).toBe(415)
    expect((await handIn(agent, 'x'.repeat(8 * 1024 * 1024 + 1))).statusCode).toBe(413)
    const draft = await draftOf(agent, csvOf([{ ...fullRow, order_reference: 'V-1' }]))
    await changed(agent, draft, { defaults: {} })
    expect((await change(agent, draft, { defaults: {} })).statusCode).toBe(412)
    const present = { ...draft, version: draft.version + 1 }
    const bad = [
      { cells: [{ row: 9, column: 'sku', text: 'x' }] },
      { cells: [{ row: 2, column: 'nothing', text: 'x' }] },
      { cells: [{ row: 2, text: 'x' }] },
      { columns: ['sku'] },
      { columns: draft.columns.map(() => 'sku') },
      { defaults: { order_reference: 'X' } },
      { fill: { column: 'nothing', text: 'x', rows: 'all' } },
      { fill: { column: 'order_reference', text: 'X', rows: 'all' } },
    ]
    for (const payload of bad) {
      expect((await change(agent, present, payload)).statusCode, JSON.stringify(payload)).toBe(400)
    }
    await take(agent, present)
    const late = { cells: [{ row: 2, column: 'sku', text: 'x' }] }
    const answer = await change(agent, { ...draft, version: draft.version + 2 }, late)
    expect(answer.json()).toMatchObject({ failures: [{ path: '/cells/0/row' }] })
  })

  it('have the columns and the template of the tenant', async () => {
    const columns = async (tenant: TestTenant) =>
      (await read(tenant, '/v1/list-drafts/columns')).json<{ items: { name: string }[] }>().items
    expect((await columns(agent)).map(({ name }) => name)).toContain('agent_capacity')
    expect((await columns(shop)).map(({ name }) => name)).toContain('channel')
    const template = await read(shop, '/v1/list-drafts/template?language=zh')
    expect(template.body).toContain('销售渠道')
  })

  it('are discarded with all their rows', async () => {
    const draft = await draftOf(agent, csvOf([{ ...fullRow, order_reference: 'D-1' }]))
    const url = `/v1/list-drafts/${draft.id}`
    const gone = await ask(api, agent.keys.operator, { method: 'DELETE', url })
    expect(gone.statusCode).toBe(204)
    expect((await read(agent, url)).statusCode).toBe(404)
  })

  it('may have ten thousand rows, each mended within a moment', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      index === 0
        ? { ...fullRow, order_reference: 'N-0' }
        : { ...otherOrder(), order_reference: `N-${index}` },
    )
    const started = performance.now()
    const draft = await draftOf(agent, csvOf(rows))
    const opened = performance.now()
    expect(draft.rows).toEqual({ flawed: 0, ready: 10_000, taken: 0 })
    await changed(agent, draft, { cells: [{ row: 500, column: 'quantity', text: 'two' }] })
    const mended = performance.now()
    const filling = { column: 'quantity', text: '3', rows: 'all' }
    const [seen] = (await read(agent, '/v1/list-drafts')).json<{ items: Draft[] }>().items
    expect(seen?.rows).toEqual({ flawed: 1, ready: 9_999, taken: 0 })
    const present = { ...draft, version: draft.version + 1 }
    expect((await changed(agent, present, { fill: filling })).rows.ready).toBe(10_000)
    const filled = performance.now()
    // Rows that came a moment ago are found one by one, not each by comparing it with all of them.
    expect(filled - mended).toBeLessThan(15_000)
    expect(opened - started).toBeLessThan(15_000)
    expect(mended - opened).toBeLessThan(5_000)
  })
})
