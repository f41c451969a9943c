import { describe, expect, it } from 'vitest'
import { britishLaws, northernIrelandRules, valueOf } from '../../../test/gb-reference-data.ts'
import { shippedBookOfTests } from '../../../test/shipped-book.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { consignmentFromOrder } from '../consignment/consignment-from-order.ts'
import { readDestination } from '../destination/read-destination.ts'
import { destinationOf } from '../landed-cost/landed-cost-book.ts'
import { money } from '../money/money.ts'
import type { Order, OrderLine } from '../order/order.ts'
import type { Result } from '../result.ts'
import {
  belfastAddress,
  businessBuyer,
  foreignSeller,
  sampleLine,
  sampleOrder,
} from '../testing/sample-order.ts'
import { makeQuote } from './make-quote.ts'
import type { Quote } from './quote.ts'

const book = await shippedBookOfTests()
const northernIreland = northernIrelandRules()

const on = '2026-09-14' as LocalDate

const scheme = {
  holder: 'buyer',
  authorisation: 'XIUKIM55320273485220240124160138',
  purpose: 'final-use',
} as const

const toys = sampleLine({ commodityCode: '9503004100' })
/** 2.7 % in the Union, free in the United Kingdom. */
const padlocks = sampleLine({ commodityCode: '8301100000' })
/** 3 % in the Union, free in the United Kingdom. */
const glassBeads = sampleLine({ commodityCode: '7018200000' })

const priced = (line: OrderLine, amount: string): OrderLine => ({
  ...line,
  unitPrice: money(amount, 'GBP'),
})

function quoteOf(change: Partial<Order>, day = on): Result<Quote> {
  const order = sampleOrder({
    buyer: { ...businessBuyer, address: belfastAddress },
    deliverTo: belfastAddress,
    freight: money('0.00', 'GBP'),
    insurance: money('0.00', 'GBP'),
    ...change,
  })
  const { saleVat: _, ...sale } = order
  return makeQuote({
    ...{ book, northernIreland, laws: britishLaws(), on: day, fees: [] },
    consignment: consignmentFromOrder(sale),
  })
}

function taxesOf(quote: Quote) {
  return quote.charges.map(({ itemNumber, taxType, base, amount }) => [
    ...[itemNumber, taxType, base?.amount, amount.amount],
  ])
}

function faultsOf(result: Result<Quote>) {
  return result.ok ? [] : result.failures.map(({ code, path }) => [code, path])
}

const fromLeeds = {
  seller: { ...foreignSeller, address: { ...belfastAddress, postcode: 'LS12 2QJ' } },
  shipFrom: { ...belfastAddress, city: 'Leeds', postcode: 'LS12 2QJ' },
}

describe('what is charged in Northern Ireland', () => {
  it('names laws that are there, together with what it shares with Great Britain', () => {
    const { laws, regimes } = northernIreland.charges
    const britain = destinationOf(book, 'GB')!
    const merged = { ...britain, laws: [...britain.laws, ...laws], regimes }
    const { sources: _, ...rest } = merged
    const sources = merged.laws.flatMap((law) => law.sources).map((id) => sourceOf(id))
    const read = readDestination({ ...rest, sources: [...new Map(sources).values()] })
    expect(read.ok ? [] : read.failures).toEqual([])
  })
})

function sourceOf(id: string): readonly [string, unknown] {
  const known = destinationOf(book, 'GB')!.sources[0]!
  return [id, { ...known, id }]
}

describe('goods at risk from outside', () => {
  // The amounts of HMRC's trader test TT_IM225a: stuffed toys worth 1,300.00 at 4.7 %.
  const quote = valueOf(quoteOf({ lines: [priced(toys, '1300.00')] }))

  it('bear the duty of the Union, VAT on the goods alone and VAT on that duty apart', () => {
    expect(taxesOf(quote)).toEqual([
      [1, 'A50', '1300.00', '61.10'],
      [1, 'B00', '1300.00', '260.00'],
      [1, 'B05', '61.10', '12.22'],
    ])
    expect(quote.totals).toMatchObject({
      customsDuty: money('61.10', 'GBP'),
      importVat: money('272.22', 'GBP'),
      dueAtImport: money('333.32', 'GBP'),
    })
  })

  it('say why they are at risk, with the editions of both tariffs', () => {
    expect(quote.lane).toMatchObject({ lane: 'ni-h1', dataSet: 'H1', statements: ['NIIMP'] })
    expect(quote.items[0]?.risk).toMatchObject({ isAtRisk: true, unionDuty: { amount: '61.10' } })
    expect(quote.valuationNotes.map(({ text }) => text.en).join(' ')).toContain(
      'Item 1: at risk, because no authorised trader states that it stays',
    )
    expect(quote.notCovered.map(({ en }) => en).join(' ')).toContain('Anti-dumping')
    expect(quote.inputs.tariffEditions.map((edition) => edition.slice(0, 3)).sort()).toEqual([
      ...['eu-', 'gb-'],
    ])
  })

  it('are at risk under the scheme where the duty is higher by just 3 percent, and not below', () => {
    const weighed = valueOf(
      quoteOf({
        internalMarket: scheme,
        lines: [priced(glassBeads, '500.33'), priced(padlocks, '500.00')],
      }),
    )
    expect(weighed.items.map(({ risk }) => risk?.isAtRisk)).toEqual([true, false])
    expect(taxesOf(weighed)).toEqual([
      // 3 % of 500.33 is 15.0099, of which a penny's part is cut.
      [1, 'A50', '500.33', '15.00'],
      [1, 'B00', '500.33', '100.06'],
      [1, 'B05', '15.00', '3.00'],
      [2, 'A00', '500.00', '0.00'],
      [2, 'B00', '500.00', '100.00'],
    ])
  })

  it('are at risk for processing, whoever is authorised', () => {
    const internalMarket = { ...scheme, purpose: 'processing' } as const
    const made = valueOf(quoteOf({ internalMarket, lines: [priced(padlocks, '500.00')] }))
    expect(taxesOf(made)[0]).toEqual([1, 'A50', '500.00', '13.50'])
  })

  it('that are not at risk bear British VAT on the British duty as well', () => {
    const shirts = sampleLine({ unitPrice: money('500.00', 'GBP') })
    const quoted = valueOf(quoteOf({ internalMarket: scheme, lines: [shirts] }))
    expect(taxesOf(quoted)).toEqual([
      [1, 'A00', '500.00', '60.00'],
      [1, 'B00', '560.00', '112.00'],
    ])
  })
})

describe('goods at risk from Great Britain', () => {
  it('bear the duty of the Union whatever they are worth, and no import VAT', () => {
    const quote = valueOf(quoteOf({ ...fromLeeds, lines: [priced(toys, '100.00')] }))
    expect(taxesOf(quote)).toEqual([[1, 'A50', '100.00', '4.70']])
    expect(quote.lane).toMatchObject({ lane: 'ni-h1', statements: ['NIDOM'], vat: 'not-due' })
  })
})

describe('what is not settled for Northern Ireland is refused', () => {
  it('a duty of the Union by quantity', () => {
    const wafers = sampleLine({ commodityCode: '9102110000', unitPrice: money('500.00', 'GBP') })
    expect(faultsOf(quoteOf({ lines: [wafers] }))).toEqual([
      ['not-covered', '/goodsItems/0/commodityCode'],
    ])
  })

  it('goods of low value since the relief has ended, by either of the limits', () => {
    expect(faultsOf(quoteOf({ lines: [priced(toys, '135.00')] }))).toEqual([
      ['not-covered', '/deliverTo/postcode'],
    ])
    expect(quoteOf({ lines: [priced(toys, '135.01')] }).ok).toBe(true)
  })

  it('returned goods, excise goods, and goods whose tariff is not loaded', () => {
    const returned = { returnedGoods: { exportedOn: on, exportMrn: '26GB00000000000000' } }
    expect(
      faultsOf(quoteOf({ ...(returned as Partial<Order>), lines: [priced(padlocks, '500')] })),
    ).toContainEqual(['not-covered', '/returnedGoods'])
    const wine = sampleLine({ commodityCode: '2204219880', unitPrice: money('500.00', 'GBP') })
    expect(faultsOf(quoteOf({ lines: [wine] }))).toContainEqual([
      'not-covered',
      '/goodsItems/0/commodityCode',
    ])
  })
})
