import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask, openPreparedCase } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { exampleOrder } from '../../test/shipped-examples.ts'
import type { Order } from '../customs/order/order.ts'
import type { CaseCounts } from './views/case-counts.ts'
import type { CaseSummary } from './views/case-summary.ts'

interface Listed {
  readonly items: readonly CaseSummary[]
  readonly next?: string
}

describe('the list of cases', () => {
  let api: TestApi
  let tenant: TestTenant
  let stranger: TestTenant
  /** Cases by what is special about them. */
  let cases: Readonly<Record<'ready' | 'vague' | 'stopped' | 'lodged', string>>

  const open = async (name: string, changes: Partial<Order> = {}): Promise<string> => {
    const order = { ...(await exampleOrder(name)), ...changes }
    api.clock.advance(3_600_000)
    return openPreparedCase(api, tenant.keys.operator, order)
  }

  const post = (url: string, payload: object) =>
    ask(api, tenant.keys.broker, { method: 'POST', url, payload })

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    stranger = await api.addTenant()
    const named = await exampleOrder('marketplace-cn-gb')
    const ready = await open('marketplace-cn-gb', {
      buyer: { ...named.buyer, name: 'Ottoline Quackenbush' },
      lines: named.lines.map((line, index) =>
        index === 0 ? { ...line, description: '陶瓷茶壶 porcelain teapot' } : line,
      ),
    })
    const vague = await open('vague-and-incomplete')
    const stopped = await open('marketplace-cn-gb')
    const lodged = await open('marketplace-cn-gb')
    await post(`/v1/cases/${stopped}/stop`, { reason: 'the buyer asks to wait' })
    await post(`/v1/cases/${lodged}/declare`, {})
    cases = { ready, vague, stopped, lodged }
  })
  afterAll(() => api.close())

  const read = async <Body>(path: string, key = tenant.keys.viewer): Promise<Body> => {
    const answer = await ask(api, key, { url: path })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json<Body>()
  }

  const list = (query: string): Promise<Listed> => read(`/v1/cases?${query}`)

  const namesIn = ({ items }: Listed): readonly string[] =>
    items.map(({ id }) => Object.entries(cases).find(([, caseId]) => caseId === id)?.[0] ?? id)

  test('says of each case what is waited for, since when and whose turn it is', async () => {
    const { items } = await list('state=stopped')
    expect(items).toMatchObject([
      { id: cases.stopped, waitingFor: 'a-decision-of-staff', whose: 'yours' },
    ])
    expect(items[0]?.version).toBeGreaterThan(5)
    expect(items[0]?.waitingSince).toBe(items[0]?.updatedAt)
  })

  test('says what people know a case by: its goods, its buyer and its orders', async () => {
    const { items } = await list('search=teapot')
    const [item] = items
    expect(item).toMatchObject({
      buyer: 'Ottoline Quackenbush',
      goods: { first: '陶瓷茶壶 porcelain teapot', more: 2 },
      orders: [{ reference: item?.reference }],
    })
    const view = await read<CaseSummary>(`/v1/cases/${cases.ready}`)
    expect(view).toMatchObject({ buyer: item?.buyer, goods: item?.goods, orders: item?.orders })
    const order = await read<{ caseId: string }>(`/v1/orders/${item?.orders?.[0]?.id}`)
    expect(order.caseId).toBe(cases.ready)
  })

  test('tells a declaration that is on its way from one that is there', async () => {
    const { items } = await list('state=lodged')
    expect(items).toMatchObject([{ id: cases.lodged, phase: 'being-sent' }])
    const waiting = await list('state=ready')
    expect(waiting.items[0]).not.toHaveProperty('phase')
  })

  test.each([
    ['state=ready', ['ready']],
    ['state=ready&state=stopped', ['stopped', 'ready']],
    ['waitingFor=goods-data', ['vague']],
    ['waitingFor=the-authority&waitingFor=declaring', ['lodged', 'ready']],
    ['whose=authority', ['lodged']],
    ['whose=yours', ['stopped', 'vague', 'ready']],
    ['whose=payer', []],
    ['lane=gb-h1-standard', ['lodged', 'stopped', 'vague', 'ready']],
    ['destination=GB&state=lodged', ['lodged']],
    ['destination=IE', []],
    ['waitedHours=3', ['ready']],
    ['currency=GBP', ['lodged', 'stopped', 'ready']],
    ['currency=EUR', []],
    ['currency=GBP&valueFrom=100000', []],
    ['currency=GBP&valueTo=100000&state=ready', ['ready']],
    ['search=quackenb', ['ready']],
    ['search=Ottoline+TEAPOT', ['ready']],
    ['search=%E8%8C%B6%E5%A3%B6', ['ready']],
    ['search=teapot+nonsense', []],
    ['search=---', []],
  ])('under %s shows what it asks for', async (query, expected) => {
    expect(namesIn(await list(query))).toEqual(expected)
  })

  test('is narrowed by the time at which cases were opened', async () => {
    const { openedAt } = (await list('state=stopped')).items[0]!
    expect(namesIn(await list(`openedFrom=${openedAt}`))).toEqual(['lodged', 'stopped'])
    expect(namesIn(await list(`openedBefore=${openedAt}`))).toEqual(['vague', 'ready'])
  })

  test('finds a case by its reference, its LRN and its first characters', async () => {
    const { reference, lrn = '' } = (await list('state=lodged')).items[0]!
    for (const words of [reference, lrn, lrn.slice(0, 9).toLowerCase()]) {
      expect(namesIn(await list(`search=${words}`)), words).toEqual(['lodged'])
    }
  })

  test('finds goods as they are described now', async () => {
    const { version } = (await list('state=preparing')).items[0]!
    const mended = await ask(api, tenant.keys.broker, {
      method: 'PATCH',
      url: `/v1/cases/${cases.vague}/goods`,
      headers: { 'if-match': `"${version}"` },
      payload: { goodsItems: [{ itemNumber: 1, description: 'zither of spruce' }] },
    })
    expect(mended.statusCode).toBe(200)
    expect(namesIn(await list('search=zither'))).toEqual(['vague'])
  })

  test('is sorted as asked for, page by page', async () => {
    const sorted = async (sort: string): Promise<readonly string[]> => {
      const names: string[] = []
      let cursor = ''
      do {
        const page = await list(`sort=${sort}&limit=1${cursor}`)
        names.push(...namesIn(page))
        cursor = page.next === undefined ? '' : `&cursor=${page.next}`
      } while (cursor !== '')
      return names
    }
    expect(await sorted('newest')).toEqual(['lodged', 'stopped', 'vague', 'ready'])
    const waiting = await sorted('longest-waiting')
    expect(waiting[0]).toBe('ready')
    expect(waiting.toSorted()).toEqual(['lodged', 'ready', 'stopped', 'vague'])
    expect((await sorted('highest-value')).at(-1)).toBe('vague')
    const { items } = await list('sort=reference')
    const references = items.map(({ reference }) => reference)
    expect(references).toEqual(references.toSorted())
  })

  test('keeps its pages while cases come', async () => {
    const first = await list('limit=2')
    const added = await ask(api, stranger.keys.operator, {
      method: 'POST',
      url: '/v1/orders?fulfilment=direct',
      payload: await exampleOrder('marketplace-cn-gb'),
    })
    expect(added.statusCode).toBe(201)
    const newer = await open('marketplace-cn-gb')
    const second = await list(`limit=2&cursor=${first.next}`)
    expect([...namesIn(first), ...namesIn(second)]).toEqual(['lodged', 'stopped', 'vague', 'ready'])
    expect((await list('limit=1')).items[0]?.id).toBe(newer)
    await post(`/v1/cases/${newer}/stop`, { reason: 'not needed any more' })
  })

  test('refuses a cursor of another order, and amounts without a currency', async () => {
    const { next } = await list('limit=1')
    for (const query of [`sort=reference&cursor=${next}`, 'valueFrom=10']) {
      const refused = await ask(api, tenant.keys.viewer, { url: `/v1/cases?${query}` })
      expect(refused.statusCode, query).toBe(400)
    }
  })

  test('counts by state, by what is waited for and by whose turn it is', async () => {
    const counts = await read<CaseCounts>('/v1/cases/counts?whose=yours')
    expect(counts.total).toBe(4)
    expect(counts.states).toContainEqual({ state: 'stopped', count: 2 })
    expect(counts.states.map(({ state }) => state)).not.toContain('lodged')
    expect(counts.whose).toContainEqual({ whose: 'authority', count: 1 })
    const found = await read<CaseCounts>('/v1/cases/counts?search=quackenbush')
    expect(found.total).toBe(1)
  })

  test('shows another tenant only its own', async () => {
    const { items } = await read<Listed>('/v1/cases?search=quackenbush', stranger.keys.owner)
    expect(items).toEqual([])
    const { total } = await read<CaseCounts>('/v1/cases/counts', stranger.keys.owner)
    expect(total).toBe(1)
  })

  test('finds nobody by a name that was erased, and the goods still', async () => {
    await post(`/v1/cases/${cases.ready}/stop`, { reason: 'the buyer has cancelled' })
    const erased = await ask(api, tenant.keys.owner, {
      method: 'DELETE',
      url: `/v1/cases/${cases.ready}/personal-data`,
    })
    expect(erased.json()).toMatchObject({ erased: { searchTerms: 2 } })
    expect(namesIn(await list('search=quackenbush'))).toEqual([])
    expect(namesIn(await list('search=teapot'))).toEqual(['ready'])
  })

  test('what happened lately begins with nothing and names no other case', async () => {
    expect(await read('/v1/overview')).toMatchObject({
      releases: { count: 0, newest: [] },
      assessments: { count: 0, asQuoted: 0, furthestApart: [] },
    })
  })
})
