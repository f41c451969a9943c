import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../calendar/local-date.ts'
import { money, sum } from '../money/money.ts'
import { foreignSeller, sampleConsignment, sampleLine } from '../testing/sample-order.ts'
import type { Consignment } from './consignment.ts'
import { purchasesOf } from './purchases-of.ts'
import { sellersOf } from './sellers-of.ts'

const shops = ['Kyoto Tea House', 'Osaka Book Stall'].map((name) => ({ ...foreignSeller, name }))

/** Goods of the shops by turns, one item for each price in pence. */
function boughtByTurns(prices: readonly number[], freight = '10.00'): Consignment {
  const lines = prices.map((pence) =>
    sampleLine({ unitPrice: money((pence / 100).toFixed(2), 'GBP') }),
  )
  const whole = sampleConsignment({ lines, freight: money(freight, 'GBP') })
  const { seller: _, ...parties } = whole.parties
  const { commercialInvoice: __, ...shared } = whole
  const goodsItems = whole.goodsItems.map((item, index) => ({
    ...item,
    seller: shops[index % 2]!,
    invoice: { number: `S-${index % 2}`, issuedOn: '2026-09-01' as LocalDate },
  }))
  return { ...shared, parties, goodsItems }
}

describe('the purchases in a consignment', () => {
  it('are the consignment itself where there is one seller and one invoice', () => {
    const consignment = sampleConsignment()
    expect(purchasesOf(consignment)).toEqual([consignment])
    expect(sellersOf(consignment)).toEqual([foreignSeller])
  })

  it('have seller, invoice and goods of their own, numbered as in the whole', () => {
    const purchases = purchasesOf(boughtByTurns([1000, 2000, 3000]))
    expect(purchases).toMatchObject([
      { parties: { seller: shops[0] }, commercialInvoice: { number: 'S-0' } },
      { parties: { seller: shops[1] }, commercialInvoice: { number: 'S-1' } },
    ])
    const numbers = purchases.map((part) => part.goodsItems.map((item) => item.itemNumber))
    expect(numbers).toEqual([[1, 3], [2]])
    expect(sellersOf(boughtByTurns([1000, 2000, 3000]))).toEqual(shops)
  })

  it('share carriage alike where nothing was paid for any goods', () => {
    const shares = purchasesOf(boughtByTurns([0, 0], '10.01')).map((part) => part.freight?.amount)
    expect(shares).toEqual(['5.01', '5.00'])
  })

  it('share carriage by price and lose no penny of it', () => {
    expect(purchasesOf(boughtByTurns([1000, 2000])).map((part) => part.freight?.amount)).toEqual([
      '3.33',
      '6.67',
    ])
    const pence = fc.integer({ min: 1, max: 9_999_999 })
    fc.assert(
      fc.property(fc.array(pence, { minLength: 2, maxLength: 9 }), pence, (prices, cost) => {
        const freight = (cost / 100).toFixed(2)
        const shares = purchasesOf(boughtByTurns(prices, freight)).map((part) => part.freight!)
        expect(Number(sum(shares, 'GBP').amount)).toBe(Number(freight))
      }),
    )
  })
})
