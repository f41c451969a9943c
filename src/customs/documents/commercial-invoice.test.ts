import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleComplete, sampleOrder, sampleSignature } from '../../../test/sample-papers.ts'
import { multiplyDecimals, decimal } from '../money/decimal.ts'
import { money, sum } from '../money/money.ts'
import type { Order } from '../order/order.ts'
import { commercialInvoice } from './commercial-invoice.ts'

function invoiceOf(changes: Partial<Order> = {}) {
  const consignment = sampleComplete(changes)
  const importerOfRecord = { role: 'buyer', party: consignment.parties.buyer } as const
  return commercialInvoice({ consignment, importerOfRecord })
}

describe('commercialInvoice', () => {
  it('states each line with code, origin, quantity, price and weights', () => {
    expect(invoiceOf().lines[1]).toEqual({
      itemNumber: 2,
      sku: 'TS-M-NAVY',
      description: 'T-shirt, knitted, 100 % cotton, men’s 男式针织纯棉T恤衫',
      commodityCode: '6109100010',
      origin: 'CN',
      quantity: 40,
      unitPrice: '3.75',
      amount: '150',
      netWeightKg: '7.6',
      grossWeightKg: '8',
    })
  })

  it('adds carriage to the total where the delivery term makes the seller pay it', () => {
    expect(invoiceOf({ incoterm: { code: 'CIP', place: 'Manchester' } }).totals).toEqual({
      goods: '504.2',
      carriagePaidBy: 'seller',
      freight: '64',
      insurance: '2.50',
      invoice: '570.7',
    })
  })

  it.each(['EXW', 'FCA', 'FAS', 'FOB'] as const)(
    'leaves carriage out of the total under %s',
    (code) => {
      const { totals } = invoiceOf({ incoterm: { code, place: 'Shenzhen' } })
      expect(totals).toMatchObject({ carriagePaidBy: 'buyer', freight: '64', invoice: '504.2' })
    },
  )

  it('sums goods, weights and pieces exactly, however many lines', () => {
    const lines = fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 5000 }),
        pence: fc.integer({ min: 0, max: 9_999_999 }),
        grams: fc.integer({ min: 1, max: 99_999 }),
      }),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(lines, (facts) => {
        const invoice = invoiceOf({
          lines: facts.map(({ quantity, pence, grams }) => ({
            ...sampleOrder.lines[0]!,
            quantity,
            unitPrice: money((pence / 100).toFixed(2), 'GBP'),
            netWeightKg: decimal((grams / 1000).toFixed(3)),
            grossWeightKg: decimal((grams / 1000).toFixed(3)),
          })),
        })
        const totalPence = facts.reduce((all, { quantity, pence }) => all + quantity * pence, 0)
        const totalGrams = facts.reduce((all, { grams }) => all + grams, 0)
        expect(multiplyDecimals(invoice.totals.goods, decimal('100'))).toBe(String(totalPence))
        expect(multiplyDecimals(invoice.netWeightKg, decimal('1000'))).toBe(String(totalGrams))
      }),
    )
  })

  it('names the importer of record only where it is not the buyer', () => {
    const consignment = sampleComplete()
    const { seller } = consignment.parties
    const invoice = commercialInvoice({
      consignment,
      importerOfRecord: { role: 'seller', party: seller },
    })
    expect(invoice.importer).toEqual(seller)
    expect(invoiceOf()).not.toHaveProperty('importer')
  })

  it('is issued by the agent where the agent resells the goods', () => {
    const party = { ...sampleOrder.seller, name: 'Osaka Kobai KK' }
    const invoice = invoiceOf({ purchasingAgent: { party, capacity: 'resells' } })
    expect(invoice.seller.name).toBe('Osaka Kobai KK')
  })

  it('bears a signature only where one was given', () => {
    const consignment = sampleComplete()
    const importerOfRecord = { role: 'buyer', party: consignment.parties.buyer } as const
    expect(invoiceOf()).not.toHaveProperty('signature')
    expect(
      commercialInvoice({ consignment, importerOfRecord, signature: sampleSignature }).signature,
    ).toEqual(sampleSignature)
  })

  it('states VAT charged at the sale beside the total, not in it', () => {
    const saleVat = {
      country: 'GB',
      chargedBy: 'marketplace',
      registration: 'GB123456789',
      amount: money('100.84', 'GBP'),
    } as const
    const invoice = invoiceOf({ saleVat })
    expect(invoice.saleVat).toEqual(saleVat)
    expect(sum([money(invoice.totals.invoice, 'GBP')], 'GBP').amount).toBe('570.7')
  })
})
