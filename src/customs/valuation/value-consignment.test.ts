import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exchangeRates, saleTo } from '../../../test/landed-cost.ts'
import { localDate } from '../calendar/local-date.ts'
import type { QuoteRequest } from '../landed-cost/quote-request.ts'
import { type Money, sum } from '../money/money.ts'
import { type ValuationTerms, valueConsignment } from './value-consignment.ts'
import type { ValuedConsignment, ValuePart } from './valued-line.ts'

const terms: ValuationTerms = {
  basis: 'CIF',
  currency: 'EUR',
  on: localDate('2026-08-15'),
  rates: exchangeRates(),
}

function valued(request: QuoteRequest, other: Partial<ValuationTerms> = {}): ValuedConsignment {
  const result = valueConsignment(request, { ...terms, ...other })
  if (!result.ok) throw new Error(JSON.stringify(result.failures))
  return result.value
}

function amounts(consignment: ValuedConsignment, part: ValuePart): readonly string[] {
  return consignment.lines.map(({ parts }) => {
    const found = parts[part]
    return found.ok ? found.value.amount : found.failures[0].code
  })
}

const euros = (amount: string) => ({ amount, currency: 'EUR' })

describe('the customs value', () => {
  const sale = (stated: object) =>
    saleTo({
      to: 'DE',
      currency: 'EUR',
      lines: [{ price: '60.00' }, { price: '40.00' }],
      ...stated,
    })

  test('contains carriage and insurance to the border where the destination says so', () => {
    const request = sale({ incoterm: 'FOB', freight: euros('10.00'), insurance: euros('1.00') })
    expect(amounts(valued(request), 'customs-value')).toEqual(['66.60', '44.40'])
    expect(amounts(valued(request, { basis: 'FOB' }), 'customs-value')).toEqual(['60.00', '40.00'])
  })

  test('leaves out carriage that the prices contain, where it is stated apart and the basis is FOB', () => {
    const request = sale({ incoterm: 'CIF', freightInPrices: euros('9.00') })
    expect(amounts(valued(request, { basis: 'FOB' }), 'customs-value')).toEqual(['54.60', '36.40'])
    expect(amounts(valued(request), 'customs-value')).toEqual(['60.00', '40.00'])
  })

  test('takes in a selling commission and leaves out a buying commission', () => {
    const request = sale({
      adjustments: [
        { kind: 'selling-commission', amount: euros('5.00') },
        { kind: 'buying-commission', amount: euros('7.00') },
        { kind: 'duties-in-price', amount: euros('10.00') },
      ],
    })
    expect(amounts(valued(request), 'customs-value')).toEqual(['57.00', '38.00'])
  })

  test('is a part of the retail price where the law counts only a part', () => {
    const request = sale({})
    const times = { basis: 'price', times: '0.6' } as ValuationTerms
    expect(amounts(valued(request, times), 'customs-value')).toEqual(['36', '24'])
  })

  test('is not known where carriage is missing, while the price is', () => {
    const bare = valued(sale({ incoterm: 'EXW' }))
    expect(amounts(bare, 'customs-value')).toEqual(['fact-missing', 'fact-missing'])
    expect(amounts(bare, 'price')).toEqual(['60.00', '40.00'])
  })

  test('shares carriage by weight where that is asked for and every weight is stated', () => {
    const byWeight = {
      incoterm: 'FOB',
      freight: euros('10.00'),
      insurance: euros('0'),
      freightSharedBy: 'gross-weight',
    }
    const lines = [
      { price: '60.00', grossWeightKg: '1' },
      { price: '40.00', grossWeightKg: '3' },
    ]
    expect(amounts(valued(sale({ ...byWeight, lines })), 'freight')).toEqual(['2.50', '7.50'])
    expect(amounts(valued(sale(byWeight)), 'freight')).toEqual(['fact-missing', 'fact-missing'])
  })

  test('is not made from a price between related parties, nor from none', () => {
    const related = valueConsignment(sale({ relatedParties: true }), terms)
    const free = valued(sale({ lines: [{ price: '0' }] }))
    const partOf = ({ lines }: ValuedConsignment) => lines[0]!.parts['customs-value']
    expect(
      [related, partOf(free)].map((result) => (result.ok ? 'valued' : result.failures[0].path)),
    ).toEqual(['/relatedParties', '/lines/0/unitPrice'])
  })

  test('goes from one foreign currency to another by proportion, rounded once', () => {
    const yen = valued(saleTo({ to: 'DE', currency: 'JPY', lines: [{ price: '10000' }] }))
    const [{ unitsFrom, unitsTo }] = yen.conversions as [(typeof yen.conversions)[number]]
    const exact = (10000 * Number(unitsTo)) / Number(unitsFrom)
    expect(amounts(yen, 'price')).toEqual([exact.toFixed(2)])
  })
})

const cents = fc.integer({ min: 1, max: 5_000_000 })
const price = cents.map((count) => (count / 100).toFixed(2))

const anySale = fc.record({
  prices: fc.array(price, { minLength: 1, maxLength: 12 }),
  freight: price,
  insurance: price,
})

test('shares of carriage and insurance add up to what was stated, whatever the prices', () => {
  fc.assert(
    fc.property(anySale, ({ prices, freight, insurance }) => {
      const request = saleTo({
        ...{ to: 'DE', currency: 'EUR', incoterm: 'FOB' },
        freight: euros(freight),
        insurance: euros(insurance),
        lines: prices.map((amount) => ({ price: amount })),
      })
      const consignment = valued(request)
      const total = (part: ValuePart) =>
        sum(
          amounts(consignment, part).map((amount) => ({ amount, currency: 'EUR' }) as Money),
          'EUR',
        ).amount
      expect(Number(total('freight'))).toBe(Number(freight))
      expect(Number(total('insurance'))).toBe(Number(insurance))
    }),
  )
})
