import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { readExample } from '../../test/shipped-examples.ts'
import type { Instant } from '../customs/calendar/local-date.ts'
import type { LandedCostBook } from '../customs/landed-cost/landed-cost-book.ts'
import { sha256Hex } from '../platform/ids.ts'
import type { Problem } from './http/problem.ts'
import type { GuaranteedQuoteView } from './views/guaranteed-quote-view.ts'

const start = '2026-09-01T12:00:00.000Z' as Instant
const expiresAt = '2026-10-01T00:00:00.000Z'

describe('a guaranteed quote', () => {
  let api: TestApi
  let tenant: TestTenant
  let quoting: { book: LandedCostBook }
  let sale: { readonly lines: readonly object[] }

  beforeAll(async () => {
    api = await startTestApi()
    quoting = api.ports.quoting
    tenant = await api.addTenant()
    // No rates are loaded for the later days of these tests, so nothing is converted.
    const example = await readExample<typeof sale & { shopCurrency: string }>('sale-cn-de')
    const { shopCurrency: _, ...inEuros } = example
    sale = inEuros
  })
  afterAll(() => api.close())

  const url = '/v1/guaranteed-quotes'
  const post = (path: string, payload: object = {}, key = tenant.keys.operator) =>
    ask(api, key, { method: 'POST', url: `${url}${path}`, payload })
  const read = (id: string) => ask(api, tenant.keys.viewer, { url: `${url}/${id}` })
  const make = async () => {
    api.clock.set(start)
    const made = await post('', { ...sale, expiresAt })
    expect(made.statusCode, made.body).toBe(201)
    return made.json<GuaranteedQuoteView>()
  }
  const problemOf = (answer: { readonly statusCode: number; readonly body: string }) => {
    const { failures } = JSON.parse(answer.body) as Problem
    return [answer.statusCode, ...failures.map(({ code, path }) => `${code} ${path}`)]
  }

  test('is kept with its sale and can be read until after it has expired', async () => {
    const { id } = await make()
    const kept = await read(id)
    const { quote, sha256, ...facts } = kept.json<GuaranteedQuoteView>()
    expect(facts).toMatchObject({ id, state: 'in-force', on: '2026-09-01', expiresAt, sale })
    expect(sha256).toBe(sha256Hex(JSON.stringify(quote)))
    const { landedCost } = (
      await ask(api, tenant.keys.viewer, { method: 'POST', url: '/v1/quotes', payload: sale })
    ).json<{ landedCost: object }>()
    expect(quote).toEqual(landedCost)
    api.clock.set(expiresAt as Instant)
    expect((await read(id)).json()).toMatchObject({ id, state: 'expired' })
    const { items } = (await ask(api, tenant.keys.viewer, { url })).json<{ items: object[] }>()
    expect(items).toContainEqual(expect.objectContaining({ id, state: 'expired' }))
  })

  test('gives the same bytes again when everything that is loaded has changed', async () => {
    const { id, quote } = await make()
    const before = quoting.book
    const destinations = new Map(before.destinations)
    destinations.delete('EU')
    quoting.book = { ...before, destinations, tariffs: new Map() }
    const replayed = (await post(`/${id}/replays`)).json()
    quoting.book = before
    expect(replayed).toMatchObject({ isSame: true, today: { kind: 'refused' } })
    api.clock.set('2027-02-01T12:00:00.000Z' as Instant)
    const today = (await post(`/${id}/replays`)).json()
    expect(today).toMatchObject({
      ...{ id, state: 'expired', isSame: true },
      today: { kind: 'quoted', on: '2027-02-01', change: { before: { on: quote.on } } },
    })
  })

  test('is refused as a range, for a moment past, and for longer than ninety days', async () => {
    api.clock.set(start)
    const lines = [{ ...sale.lines[0], quantity: 9, commodityCode: '610910' }]
    expect(problemOf(await post('', { ...sale, lines, expiresAt }))).toEqual([
      422,
      'commodity-code-not-declarable /lines/0/commodityCode',
    ])
    for (const wrong of [start, '2026-11-30T12:00:00.001Z']) {
      expect(problemOf(await post('', { ...sale, expiresAt: wrong }))).toEqual([
        400,
        'invalid-input /expiresAt',
      ])
    }
  })

  test('gives up pieces until none is left, and none once it has expired', async () => {
    const { id, quote } = await make()
    const give = (quantity: number, lineNumber = 1) =>
      post(`/${id}/amendments`, { why: 'returned', returned: [{ lineNumber, quantity }] })
    const refunds = [await give(1), await give(2)].map(
      (answer) => answer.json<{ refund: { total: { amount: string } } }>().refund.total.amount,
    )
    const charged = quote.lines[0]!.charges.amount
    expect(Number(refunds[0]) + Number(refunds[1])).toBeCloseTo(Number(charged), 9)
    expect(problemOf(await give(1))).toEqual([400, 'invalid-input /returned/0/quantity'])
    expect(problemOf(await give(1, 7))).toEqual([400, 'invalid-input /returned/0/lineNumber'])
    expect((await read(id)).json<GuaranteedQuoteView>().amendments).toHaveLength(2)
    api.clock.set(expiresAt as Instant)
    expect(problemOf(await give(1, 2))).toEqual([409, 'quote-expired '])
  })

  test('gives up no piece twice when two ask at once', async () => {
    const { id } = await make()
    const returned = [{ lineNumber: 2, quantity: 1 }]
    const both = await Promise.all(
      [1, 2].map(() => post(`/${id}/amendments`, { why: 'cancelled', returned })),
    )
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 400])
  })

  test('is set beside all bills so far, also late, and takes each bill once', async () => {
    const { id } = await make()
    api.clock.set('2027-02-01T12:00:00.000Z' as Instant)
    const bill = (kind: string, amount: string, reference: string) => ({
      ...{ kind, amount: { amount, currency: 'EUR' }, billedBy: 'carrier', reference },
    })
    const send = (...billed: object[]) => post(`/${id}/reconciliations`, { billed })
    expect((await send(bill('customs-duty', '6.00', 'A'), bill('fee', '12', 'A'))).statusCode).toBe(
      201,
    )
    const second = await send(bill('import-tax', '30.00', 'B'))
    expect(second.json()).toMatchObject({
      reconciliation: {
        billed: { amount: '48.00', currency: 'EUR' },
        kinds: expect.arrayContaining([
          expect.objectContaining({ kind: 'customs-duty', outcome: 'as-quoted' }),
          expect.objectContaining({ kind: 'fee', outcome: 'not-quoted' }),
        ]) as object,
      },
    })
    expect(problemOf(await send(bill('fee', '12', 'A')))).toEqual([
      409,
      'conflict /billed/0/reference',
    ])
    const ofNoLine = { ...bill('import-tax', '1.00', 'C'), lineNumber: 9 }
    expect(problemOf(await send(ofNoLine))).toEqual([400, 'invalid-input /billed/0/lineNumber'])
    const credited = await send(bill('fee', '-12.00', 'D'))
    expect(credited.json()).toMatchObject({
      reconciliation: {
        billed: { amount: '36.00' },
        kinds: expect.arrayContaining([
          expect.objectContaining({ kind: 'fee', billed: { amount: '0.00', currency: 'EUR' } }),
        ]) as object,
      },
    })
    expect((await read(id)).json<GuaranteedQuoteView>().reconciliations).toHaveLength(3)
  })

  test('is made by those who run the trade, and read by everybody of the tenant alone', async () => {
    const { id } = await make()
    const refused = await post('', { ...sale, expiresAt }, tenant.keys.viewer)
    expect(refused.statusCode).toBe(403)
    const stranger = await api.addTenant()
    const answer = await ask(api, stranger.keys.owner, { url: `${url}/${id}` })
    expect(answer.statusCode).toBe(404)
  })
})
