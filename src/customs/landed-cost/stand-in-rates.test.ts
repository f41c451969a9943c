import { describe, expect, it } from 'vitest'

import { amountsOf, exchangeRates, quoteOn, saleTo } from '../../../test/landed-cost.ts'

const lines = [{ price: '200.00' }]
const asked = (rates?: 'of-the-day' | 'latest-loaded') =>
  saleTo({
    ...{ to: 'DE', currency: 'USD', lines, shopCurrency: 'USD' },
    freight: { amount: '10.00', currency: 'USD' },
    ...(rates && { exchangeRates: rates }),
  })

/** The last day that rates are shipped for, and one after it. */
const latest = exchangeRates().periods.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]!
const later = latest.until

describe('a day without official rates of exchange', () => {
  it.each([undefined, 'of-the-day'] as const)('is refused where %s is asked for', (rates) => {
    const quote = quoteOn(later, asked(rates), { at: 'EU' })
    expect(Object.values(amountsOf(quote))).toContain('exchange-rate-missing')
  })

  it('names the rate that is missing once, not at each amount', () => {
    const two = saleTo({
      ...{ to: 'DE', currency: 'USD', lines: [...lines, ...lines] },
      freight: { amount: '10.00', currency: 'USD' },
    })
    const quote = quoteOn(later, two, { at: 'EU' })
    expect(amountsOf(quote)).toEqual({ '/lines/0/unitPrice': 'exchange-rate-missing' })
  })

  it('is quoted at the latest rates before it where that is asked for, and says so', () => {
    const quote = quoteOn(later, asked('latest-loaded'), { at: 'EU' })
    const onTheLastDay = quoteOn(latest.from, asked(), { at: 'EU' })
    if (!quote.ok || !onTheLastDay.ok) throw new Error('both days are quoted')
    expect(quote.value.totals).toEqual(onTheLastDay.value.totals)
    const { from, until } = latest
    expect(quote.value.inputs.exchangeRates).toMatchObject([
      { from: 'USD', to: 'EUR', period: { from, until }, isStandIn: true },
      { from: 'EUR', to: 'USD', period: { from, until }, isStandIn: true },
    ])
    const notes = quote.value.notCovered.map(({ en }) => en)
    expect(
      notes.filter((note) => note.includes(`from ${from} until before ${until}`)),
    ).toHaveLength(1)
  })

  it('never takes rates of a later time', () => {
    const first = exchangeRates().periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]!
    const quote = quoteOn(`${Number(first.from.slice(0, 4)) - 1}-12-01`, asked('latest-loaded'), {
      at: 'EU',
    })
    expect(quote.ok).toBe(false)
  })
})

describe('a day with official rates of exchange', () => {
  it('is quoted alike however rates are asked for', () => {
    const [strict, lenient] = [undefined, 'latest-loaded' as const].map((rates) =>
      quoteOn(latest.from, asked(rates), { at: 'EU' }),
    )
    expect(lenient).toEqual(strict)
  })
})
