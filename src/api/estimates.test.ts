import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startTestApi, type TestApi } from '../../test/api.ts'
import { saleTo } from '../../test/landed-cost.ts'
import type { QuotedSale } from '../customs/landed-cost/quote-sale.ts'
import type { Problem } from './http/problem.ts'
import type { QuoteComparison, QuotesOverTime } from './views/estimate-view.ts'

describe('estimates over HTTP', () => {
  let api: TestApi

  beforeAll(async () => {
    api = await startTestApi()
  })
  afterAll(() => api.close())

  const sale = saleTo({
    ...{ to: 'DE', currency: 'USD', registrations: ['IOSS'] },
    lines: [{ price: '20.00' }],
  })
  const ask = (path: string, payload: object) =>
    api.server.inject({ method: 'POST', url: `/v1/estimates${path}`, payload })

  test('are given without a key, for today unless a day is named', async () => {
    const answer = await ask('', sale)
    expect(answer.statusCode).toBe(200)
    const quoted = answer.json<QuotedSale>()
    expect(quoted).toMatchObject({
      kind: 'exact',
      landedCost: { on: '2026-09-01', regime: { id: 'ioss' } },
    })
    const before = (await ask('', { ...sale, on: '2026-06-30' })).json<QuotedSale>()
    expect(before).toMatchObject({ landedCost: { on: '2026-06-30' } })
  })

  test('give the least and the most for a code that is too short', async () => {
    const line = { ...sale.lines[0]!, commodityCode: '420292', unitPrice: euros('200') }
    const quoted = (await ask('', { ...sale, registrations: [], lines: [line] })).json<QuotedSale>()
    expect(quoted.kind).toBe('range')
    expect(quoted.kind === 'range' && quoted.range.undecided[0]!.choices.length).toBeGreaterThan(1)
  })

  test('name all that is wrong with the sale, each with its place', async () => {
    const { origin: _, ...line } = { ...sale.lines[0]!, unitPrice: euros('200') }
    const refused = (await ask('', { ...sale, registrations: [], lines: [line] })).json<Problem>()
    expect(refused.failures.map(({ path }) => path)).toContain('/lines/0/origin')
    const unreadable = await ask('/over-time', {
      ...{ sale: { ...sale, shopCurrency: 'XXZ' }, from: '2026-01-01', until: '2026-02-01' },
    })
    expect(unreadable.statusCode).toBe(422)
    expect(unreadable.json<Problem>().failures[0]!.path).toBe('/sale/shopCurrency')
  })

  test('tell the periods in which nothing changes, and the law at each step', async () => {
    const answer = await ask('/over-time', { sale, from: '2026-01-15', until: '2026-08-01' })
    const { periods, steps, exchangeRates } = answer.json<QuotesOverTime>()
    expect(periods.map(({ from, until }) => [from, until])).toEqual([
      ['2026-01-15', '2026-07-01'],
      ['2026-07-01', '2026-08-01'],
    ])
    expect(steps.map(({ on, laws }) => [on, laws.length > 0])).toEqual([['2026-07-01', true]])
    expect(exchangeRates.period).toEqual({ from: '2026-08-01', until: '2026-09-01' })
  })

  test.each([
    ['2026-08-01', '2026-08-01'],
    ['2023-01-01', '2026-08-01'],
    ['2026-02-30', '2026-08-01'],
  ])('are refused for days from %s to %s', async (from, until) => {
    const answer = await ask('/over-time', { sale, from, until })
    expect(answer.statusCode).toBe(400)
  })

  test('say what is different on another day', async () => {
    const days = { before: '2026-06-30', after: '2026-07-01' }
    const compared = (await ask('/comparisons', { sale, ...days })).json<QuoteComparison>()
    if (compared.kind !== 'exact') throw new Error(compared.kind)
    expect(compared.change.changes.map(({ rule }) => rule)).toEqual(['flat-duty', 'vat-at-sale'])
    expect(compared.laws.some(({ effect }) => effect === 'begins')).toBe(true)
  })

  describe('of a code that is too short', () => {
    const [line] = sale.lines
    const bags = {
      ...{ ...sale, registrations: [] },
      lines: [{ ...line, commodityCode: '4202', unitPrice: euros('200') }],
    }

    test('are the least and the most, over time as well, and say that the tariff may lack codes', async () => {
      const window = { from: '2026-06-01', until: '2026-08-01' }
      const [period] = (await ask('/over-time', { sale: bags, ...window })).json<QuotesOverTime>()
        .periods
      expect(period!.quote).toBeUndefined()
      const { undecided, lowest, highest } = period!.range!
      expect(undecided[0]).toMatchObject({ commodityCode: '4202', choicesAreAll: false })
      expect(Number(lowest.totals.charges.amount)).toBeLessThan(
        Number(highest.totals.charges.amount),
      )
    })

    test('are compared limit by limit', async () => {
      const days = { before: '2026-06-30', after: '2026-07-01' }
      const compared = (await ask('/comparisons', { sale: bags, ...days })).json<QuoteComparison>()
      expect(compared).toMatchObject({ kind: 'range', lowest: { change: { changes: [] } } })
    })

    test('are refused with fewer than four digits', async () => {
      const lines = [{ ...bags.lines[0], commodityCode: '420' }]
      const refused = (await ask('', { ...bags, lines })).json<Problem>()
      expect(refused.failures[0]).toMatchObject({ path: '/lines/0/commodityCode' })
      expect(JSON.stringify(refused.failures[0])).toContain('4 to 12 digits')
    })
  })

  test('name the goods that the words of a line fit, on one day and over time', async () => {
    const { commodityCode: _, ...words } = { ...sale.lines[0]!, description: 'cotton T-shirt' }
    const wordy = { ...sale, registrations: [], lines: [{ ...words, unitPrice: euros('200') }] }
    const fits = /Its words fit .*6109\d* \(/
    expect((await ask('', wordy)).json<Problem>().failures[0]!.mend).toMatch(fits)
    const window = { from: '2026-06-01', until: '2026-06-08' }
    const { periods } = (await ask('/over-time', { sale: wordy, ...window })).json<QuotesOverTime>()
    expect(periods[0]!.failures![0]!.mend).toMatch(fits)
  })
})

const euros = (amount: string) => ({ amount, currency: 'EUR' })
