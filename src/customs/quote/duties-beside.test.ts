import { describe, expect, it } from 'vitest'
import { britishBook } from '../../../test/british-book.ts'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { withBritishMeasures } from '../../../test/planted-measures.ts'
import { quoteOf } from '../../../test/quote-of.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import type { OrderLine } from '../order/order.ts'
import { sampleLine, sampleOrder } from '../testing/sample-order.ts'
import type { Quote } from './quote.ts'

const bicycle = (change: Partial<OrderLine> = {}): OrderLine =>
  sampleLine({
    description: 'Bicycle with ball bearings, steel frame',
    commodityCode: '8712003090',
    unitPrice: money('200.00', 'GBP'),
    ...change,
  })

const champagne = (change: Partial<OrderLine> = {}): OrderLine =>
  sampleLine({
    description: 'Champagne, 12% vol., bottles of 0.75 l',
    commodityCode: '2204101100',
    origin: 'FR',
    quantity: 6,
    unitPrice: money('30.00', 'GBP'),
    additionalCodes: ['X333'],
    supplementaryQuantity: { amount: decimal('4.5'), unit: 'LTR' },
    quantities: { LPA: decimal('0.54') },
    ...change,
  })

const quoted = (line: OrderLine, on?: LocalDate): Quote =>
  valueOf(quoteOf(sampleOrder({ lines: [line] }), on && { on }))

function faultsOf(line: OrderLine) {
  const result = quoteOf(sampleOrder({ lines: [line] }))
  return result.ok ? [] : result.failures.map(({ code, path }) => [code, path])
}

const taxesOf = ({ charges }: Quote) =>
  charges.map(({ taxType, rate, amount }) => [taxType, rate?.text, amount.amount])

describe('a trade remedy', () => {
  it('is charged at the rate of the producer, beside the duty and under the VAT', () => {
    // 200.00 and 10.00 carriage; 210.00 + 29.40 + 101.85 = 341.25, of which VAT is charged.
    expect(taxesOf(quoted(bicycle({ additionalCodes: ['B999'] })))).toEqual([
      ['A00', '14%', '29.40'],
      ['A30', '48.5%', '101.85'],
      ['B00', '20%', '68.25'],
    ])
    expect(taxesOf(quoted(bicycle({ additionalCodes: ['B772'] })))[1]).toEqual([
      ...['A30', '19.2%'],
      '40.32',
    ])
  })

  it('is told apart in the totals and counted in what falls due', () => {
    expect(quoted(bicycle({ additionalCodes: ['B999'] })).totals).toMatchObject({
      customsDuty: money('29.40', 'GBP'),
      additionalDuty: money('101.85', 'GBP'),
      dueAtImport: money('199.50', 'GBP'),
    })
    const free = quoted(bicycle({ additionalCodes: ['C329'] }))
    expect(free.totals).not.toHaveProperty('additionalDuty')
  })

  it('lists the producers where the order does not say which it is', () => {
    const refused = quoteOf(sampleOrder({ lines: [bicycle()] }))
    expect(faultsOf(bicycle())).toEqual([['fact-missing', '/goodsItems/0/additionalCodes']])
    const { mend = '', zh } = refused.ok ? { zh: undefined } : refused.failures[0]
    for (const told of [mend, zh?.mend]) {
      expect(told).toContain('B772 (Zhejiang Baoguilai Vehicle Co. Ltd)')
      expect(told).toContain('B999')
    }
  })

  it('is none of the business of goods that come from elsewhere', () => {
    expect(taxesOf(quoted(bicycle({ origin: 'VN' }))).map(([type]) => type)).toEqual(['A00', 'B00'])
  })

  it('has a tax type of its own where it is provisional or against a subsidy', () => {
    const as = (type: string) =>
      withBritishMeasures(britishBook(), (measures) =>
        measures.map((measure) => (measure.type === '552' ? { ...measure, type } : measure)),
      )
    const order = sampleOrder({ lines: [bicycle({ additionalCodes: ['B999'] })] })
    const typeOf = (type: string) => taxesOf(valueOf(quoteOf(order, { book: as(type) })))[1]![0]
    expect(['551', '553', '554', '695', '696'].map(typeOf)).toEqual([
      ...['A35', 'A45', 'A40', 'A20', 'A20'],
    ])
  })
})

describe('excise', () => {
  it('is charged by its class on the alcohol in the goods, and VAT on it', () => {
    // 180.00 and 10.00 carriage; 4.5 l at 26.00 a hectolitre; 0.54 l at 30.62; VAT on 207.70.
    expect(taxesOf(quoted(champagne()))).toEqual([
      ['A00', '26.00 GBP/hl', '1.17'],
      ['333', '30.62 GBP/l pure alcohol', '16.53'],
      ['B00', '20%', '41.54'],
    ])
  })

  it('goes by the law of the day', () => {
    const before = taxesOf(quoted(champagne(), '2026-01-31' as LocalDate))[1]
    expect(before).toEqual(['333', '29.54 GBP/l pure alcohol', '15.95'])
  })

  it('is asked for by name where class, litres or alcohol are not stated', () => {
    const { additionalCodes: _, supplementaryQuantity: __, quantities: ___, ...bare } = champagne()
    expect(faultsOf(bare)).toEqual([
      ['fact-missing', '/goodsItems/0/quantities/LTR'],
      ['fact-missing', '/goodsItems/0/additionalCodes'],
    ])
    expect(faultsOf({ ...bare, additionalCodes: ['X333'] })).toEqual([
      ['fact-missing', '/goodsItems/0/quantities/LTR'],
      ['fact-missing', '/goodsItems/0/quantities/LPA'],
    ])
  })
})
