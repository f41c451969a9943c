import { beforeAll, describe, expect, it } from 'vitest'

import { valueOf } from '../../../test/gb-reference-data.ts'
import { saleTo } from '../../../test/landed-cost.ts'
import { everyDay } from '../../customs/calendar/days-alike.ts'
import { localDate } from '../../customs/calendar/local-date.ts'
import { daysToQuote } from '../../customs/landed-cost/days-to-quote.ts'
import { type LandedCostBook, quoteSources } from '../../customs/landed-cost/landed-cost-book.ts'
import { quotePeriods } from '../../customs/landed-cost/quote-periods.ts'
import { quoteSale } from '../../customs/landed-cost/quote-sale.ts'
import { ratesHeld, withRatesHeld } from '../../customs/landed-cost/rates-held.ts'
import { shippedBook } from './shipped-book.ts'

const days = { from: localDate('2024-01-01'), until: localDate('2027-01-01') }
const origins = ['CN', 'VN', 'MX', 'CA', 'DE', 'GB', 'JP', 'IN', 'RU', 'TR']
const ways = [
  { channel: 'post' },
  { channel: 'courier' },
  { channel: 'freight', transportMode: 'sea' },
]
const unionMembers = ['DE', 'IE', 'EE']
const prices = ['20.00', '140.00', '700.00', '3000.00']

describe('the days on which a sale has to be quoted', () => {
  let book: LandedCostBook

  beforeAll(async () => {
    book = await shippedBook()
  })

  function sourcesAt(country: string) {
    const held = valueOf(ratesHeld(book.rates, localDate('2026-11-01')))
    return withRatesHeld(valueOf(quoteSources(book, country)), held)
  }

  /** A sale to a country; its goods, origin, price and carriage take turns. */
  function saleOf(country: string, turn: number) {
    const territory = country === 'US' || country === 'GB' ? country : 'EU'
    const { rows } = book.tariffs.get(territory)!.nomenclature.editions[0]!.edition
    const codes = rows.filter(({ mayBeDeclared }) => mayBeDeclared).map(({ code }) => code!)
    const cost = (amount: string) => ({ amount, currency: 'USD' })
    const held = territory === country || unionMembers.includes(country)
    return saleTo({
      ...{ to: country, currency: 'USD', freight: cost('30.00'), insurance: cost('2.00') },
      ...ways[turn % ways.length],
      lines: [
        {
          price: prices[turn % prices.length]!,
          commodityCode: codes[(turn * 89) % codes.length],
          origin: origins[turn % origins.length],
          ...{ netWeightKg: '1', grossWeightKg: '1.2' },
          ...(!held && { dutyPercent: '5' }),
        },
      ],
    })
  }

  it('find every period that quoting each single day finds, wherever a sale goes', () => {
    const countries = [...book.destinations.keys()].flatMap((code) =>
      code === 'EU' ? unionMembers : code === 'US' ? Array<string>(8).fill('US') : [code],
    )
    let steps = 0
    for (const [turn, country] of countries.entries()) {
      const sources = sourcesAt(country)
      const sale = saleOf(country, turn)
      const quoteOn = (on: typeof days.from) => quoteSale(sale, on, sources)
      const bySomeDays = quotePeriods(days, quoteOn, daysToQuote(days, sale, sources))
      expect(bySomeDays).toEqual(quotePeriods(days, quoteOn))
      steps += bySomeDays.length - 1
    }
    expect(steps).toBeGreaterThan(20)
  }, 60_000)

  it('are few, and every one where nobody knows when the tariff changes', () => {
    const sale = saleOf('DE', 1)
    const sources = sourcesAt('DE')
    expect(daysToQuote(days, sale, sources).length).toBeLessThan(100)
    const { changesBelow: _, ...unknowing } = sources
    expect(daysToQuote(days, sale, unknowing)).toEqual(everyDay(days))
  })
})
