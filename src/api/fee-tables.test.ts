import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { readExample } from '../../test/shipped-examples.ts'
import type { LandedCharge } from '../customs/landed-cost/landed-charge.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { FeeTableView } from './fee-tables.ts'
import type { Problem } from './http/problem.ts'
import type { GuaranteedQuoteView } from './views/guaranteed-quote-view.ts'

interface Quoted {
  readonly landedCost: { readonly charges: readonly LandedCharge[] }
}

describe('a table of fees', () => {
  let api: TestApi
  let tenant: TestTenant
  let other: TestTenant
  let sale: object
  let fees: readonly object[]

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    other = await api.addTenant()
    const { shopCurrency: _, ...inEuros } = await readExample<Record<string, unknown>>('sale-cn-de')
    sale = inEuros
    ;({ fees } = await readExample<{ fees: readonly object[] }>('fees-of-a-carrier'))
  })
  afterAll(() => api.close())

  const url = '/v1/fee-tables'
  const call = (
    method: 'DELETE' | 'GET' | 'POST' | 'PUT',
    path = '',
    { payload, headers }: { readonly payload?: object; readonly headers?: object } = {},
    key = tenant.keys.operator,
  ) =>
    ask(api, key, {
      ...{ method, url: `${url}${path}` },
      ...(payload && { payload }),
      ...(headers && { headers: { ...headers } }),
    })
  const feesQuoted = async ({ keys } = tenant) => {
    const quoted = await ask(api, keys.viewer, { method: 'POST', url: '/v1/quotes', payload: sale })
    expect(quoted.statusCode, quoted.body).toBe(200)
    const { charges } = quoted.json<Quoted>().landedCost
    return charges.filter(({ ownFee }) => ownFee !== undefined)
  }
  const add = async (payload: object) => {
    const added = await call('POST', '', { payload })
    expect(added.statusCode, added.body).toBe(201)
    return added.json<FeeTableView>()
  }

  test('is in every later quote of its tenant until it is removed, and in nobody else’s', async () => {
    expect(await feesQuoted()).toEqual([])
    const { id, version } = await add({ name: 'Carrier 2026', fees })
    expect(version).toBe(1)
    expect(await feesQuoted()).toMatchObject([
      {
        ...{ rule: 'carrier-disbursement', kind: 'fee', payer: 'buyer', collector: 'carrier' },
        ...{ timing: 'after-delivery', ownFee: { vat: 'not-reckoned' } },
        amount: { amount: '12.00', currency: 'EUR' },
      },
      { rule: 'carrier-brokerage', amount: { amount: '4.50' }, ownFee: { vat: 'included' } },
      { rule: 'carrier-brokerage', lineNumber: 2 },
    ])
    expect(await feesQuoted(other)).toEqual([])
    const listed = (await call('GET')).json<{ items: object[] }>()
    expect(listed.items).toMatchObject([{ id, name: 'Carrier 2026', fees }])
    expect((await call('GET', `/${id}`, {}, other.keys.owner)).statusCode).toBe(404)
    expect((await call('DELETE', `/${id}`)).statusCode).toBe(204)
    expect(await feesQuoted()).toEqual([])
    expect((await call('GET', `/${id}`)).statusCode).toBe(404)
  })

  test('is stated anew as a whole, on the version that was read, and every version stays', async () => {
    const { id } = await add({ name: 'Carrier', fees })
    const put = (version: number) =>
      call('PUT', `/${id}`, {
        payload: { name: 'Carrier', fees: fees.slice(0, 1) },
        headers: { 'if-match': `"${version}"` },
      })
    expect((await put(7)).statusCode).toBe(412)
    expect((await put(1)).json()).toMatchObject({ version: 2, fees: [{ vat: 'not-reckoned' }] })
    expect(await feesQuoted()).toHaveLength(1)
    await call('DELETE', `/${id}`)
    const rows = await inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction
        .selectFrom('fee_table_version')
        .select(['version', 'fees', 'actor'])
        .where('table_id', '=', id)
        .orderBy('version')
        .execute(),
    )
    expect(rows).toMatchObject([
      { version: 1, actor: { kind: 'api-key', name: 'operator' } },
      { version: 2 },
      { version: 3, fees: null },
    ])
  })

  test('is kept with a guaranteed quote, which stays as it is when the table goes', async () => {
    const { id } = await add({ name: 'Carrier', fees })
    const made = await ask(api, tenant.keys.operator, {
      ...{ method: 'POST', url: '/v1/guaranteed-quotes' },
      payload: { ...sale, expiresAt: '2026-10-01T00:00:00.000Z' },
    })
    expect(made.statusCode, made.body).toBe(201)
    const { id: quoteId, quote } = made.json<GuaranteedQuoteView>()
    expect(quote.charges.filter(({ ownFee }) => ownFee !== undefined)).toHaveLength(3)
    await call('DELETE', `/${id}`)
    const replayed = await ask(api, tenant.keys.viewer, {
      ...{ method: 'POST', url: `/v1/guaranteed-quotes/${quoteId}/replays` },
    })
    const { isSame, today } = replayed.json<{ isSame: boolean; today: { quote: typeof quote } }>()
    expect(isSame).toBe(true)
    expect(today.quote.charges.filter(({ ownFee }) => ownFee !== undefined)).toEqual([])
  })

  test.each([
    ['the name of a charge of the law', { id: 'import-vat' }, '/fees/0/id'],
    ['a charge that nobody knows', { base: { sum: ['charge:nothing'] } }, '/fees/0/base'],
    ['a country that is none', { destinations: ['XX'] }, '/fees/0/destinations'],
    [
      'a day after its end',
      { validFrom: '2026-02-01', validUntil: '2026-01-01' },
      '/fees/0/validUntil',
    ],
    ['a law', { law: 'x' }, '/fees/0/law'],
    ['a group of goods', { when: [{ fact: 'goods', any: 'x' }] }, '/fees/0/when/0'],
    ['nothing said of VAT', { vat: undefined }, '/fees/0/vat'],
  ])('is refused with %s', async (_, change, path) => {
    const payload = { name: 'Carrier', fees: [{ ...fees[0], ...change }] }
    const refused = await call('POST', '', { payload })
    expect([400, 422]).toContain(refused.statusCode)
    const paths = refused.json<Problem>().failures.map((failed) => failed.path)
    expect(paths.some((found) => found.startsWith(path))).toBe(true)
  })

  test('is refused with a fee that another table has', async () => {
    const { id } = await add({ name: 'Carrier', fees })
    const refused = await call('POST', '', { payload: { name: 'Again', fees } })
    expect(refused.json<Problem>().failures[0]!.path).toBe('/fees/0/id')
    await call('DELETE', `/${id}`)
  })
})
