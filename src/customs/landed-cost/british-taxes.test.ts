import { beforeAll, describe, expect, test } from 'vitest'
import { saleTo } from '../../../test/landed-cost.ts'
import { shippedBook } from '../../tariffs/index.ts'
import { localDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import { type LandedCostBook, quoteSources } from './landed-cost-book.ts'
import type { LandedCost } from './landed-cost.ts'
import { quoteLandedCost } from './quote-landed-cost.ts'

let book: LandedCostBook

beforeAll(async () => {
  book = await shippedBook()
})

const on = localDate('2026-09-01')

function quoted(line: object, from: LandedCostBook = book): LandedCost | readonly string[] {
  const sources = quoteSources(from, 'GB')
  if (!sources.ok) throw new Error('Great Britain is shipped')
  const sale = saleTo({ to: 'GB', currency: 'GBP', lines: [{ price: '100.00', ...line }] })
  const quote = quoteLandedCost(sale, on, sources.value)
  return quote.ok ? quote.value : quote.failures.map(({ code, path }) => `${code} ${path}`)
}

const importTax = (quote: LandedCost | readonly string[]) =>
  'totals' in quote ? quote.totals.importTax.amount : quote

describe('a sale of low value to Great Britain', () => {
  test('does not ask for the weight that a duty would depend on from which it is relieved', () => {
    expect(importTax(quoted({ commodityCode: '6109100010' }))).toBe('20.00')
    expect(importTax(quoted({ commodityCode: '1806102000' }))).toBe('0.00')
    expect(quoted({ commodityCode: '1806102000', price: '200.00' })).toEqual([
      'fact-missing /lines/0/netWeightKg',
    ])
  })

  test('is not charged the standard rate of VAT for goods that the tariff does not hold', () => {
    const unknown = { commodityCode: '9999000000' }
    expect(quoted(unknown)).toEqual(['unknown-commodity-code /lines/0/commodityCode'])
    expect(importTax(quoted({ ...unknown, vatPercent: '5' }))).toBe('5.00')
  })

  test('is charged what the law gives a group of goods, whether or not the tariff holds them', () => {
    expect(importTax(quoted({ commodityCode: '4901100000' }))).toBe('0.00')
  })

  test('bears the rate that is known rather than the one that is stated, and says so', () => {
    const quote = quoted({ vatPercent: '5' })
    expect(importTax(quote)).toBe('20.00')
    expect(JSON.stringify(quote)).toContain('VAT rate of 5% was not used')
  })
})

describe('goods for Great Britain that the tariff does not hold', () => {
  const unknown = { commodityCode: '9999000000', price: '200.00', dutyPercent: '10' }

  test('bear the duty that is stated and need the rate of VAT besides', () => {
    expect(quoted(unknown)).toEqual(['unknown-commodity-code /lines/0/commodityCode'])
    expect(importTax(quoted({ ...unknown, vatPercent: '20' }))).toBe('44.00')
  })
})

describe('measures that the starter tariff does not hold', () => {
  test.each([
    ['6911100090', 'CN'],
    ['8714950000', 'CN'],
    ['6109100010', 'RU'],
  ])('refuse a figure for %s from %s', (commodityCode, origin) => {
    const line = { commodityCode, origin, price: '200.00' }
    expect(quoted(line)).toEqual(['not-covered /lines/0/commodityCode'])
  })

  test('are named beside it where they charge nothing', () => {
    const quote = quoted({ commodityCode: '9503006900', price: '200.00' })
    expect(JSON.stringify(quote)).toContain('Toy safety rules')
  })
})

describe('a claim of a rate of VAT', () => {
  test('is refused where the tariff does not offer the rate for the goods', () => {
    const claim = { additionalCodes: ['VATZ'] }
    expect(importTax(quoted({ commodityCode: '6109100010', ...claim }))).toBe('0.00')
    expect(quoted({ commodityCode: '6403999690', ...claim })).toEqual([
      'invalid-input /lines/0/additionalCodes',
    ])
  })
})

describe('excise', () => {
  /** A tariff that puts 10.00 pounds on each kilogram of some goods. */
  function withExcise(code: string): LandedCostBook {
    const tariff = book.tariffs.get('GB')!
    const [like] = tariff.measures.measuresFor({ code, origin: 'CN', on })
    const excise = {
      ...like!,
      ...{ id: 'excise-of-the-test', type: '306' },
      expression: [
        {
          ...{ kind: 'specific', amount: decimal('10.00'), currency: 'GBP' },
          ...{ unit: 'KGM', perUnits: decimal('1') },
        },
      ],
    } as typeof like & object
    const measures = {
      measuresFor: (goods: Parameters<typeof tariff.measures.measuresFor>[0]) => [
        ...tariff.measures.measuresFor(goods),
        excise,
      ],
      changesBelow: () => [],
    }
    return { ...book, tariffs: new Map([...book.tariffs, ['GB', { ...tariff, measures }]]) }
  }

  test('is charged where the tariff holds it, and VAT on it too', () => {
    const line = { commodityCode: '6109100010', price: '200.00', netWeightKg: '2' }
    const quote = quoted(line, withExcise('6109100010'))
    if (!('totals' in quote)) throw new Error(quote.join(', '))
    const { customsDuty, excise, importTax: vat } = quote.totals
    // 200.00 x 12 %; 2 kg x 10.00; (200.00 + 24.00 + 20.00) x 20 %
    expect([customsDuty, excise, vat].map(({ amount }) => amount)).toEqual([
      '24.00',
      '20.00',
      '48.80',
    ])
  })
})
