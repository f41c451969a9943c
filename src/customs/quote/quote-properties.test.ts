import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { decimalFromInteger } from '../money/decimal.ts'
import { compare, money, sum } from '../money/money.ts'
import type { Order } from '../order/order.ts'
import { quoteOf } from '../../../test/quote-of.ts'
import { sampleLine, sampleOrder } from '../testing/sample-order.ts'

describe('any consignment that can be quoted', () => {
  const pounds = (max: number) =>
    fc.integer({ min: 1, max }).map((pennies) => decimalFromInteger(BigInt(pennies), 2))
  const line = fc
    .record({
      code: fc.constantFrom('6109100010', '8518210000', '6403999690', '9102110000', '4901990000'),
      price: pounds(50_000),
      quantity: fc.integer({ min: 1, max: 200 }),
    })
    .map(({ code, price, quantity }) =>
      sampleLine({ commodityCode: code, unitPrice: { amount: price, currency: 'GBP' }, quantity }),
    )
  const order = fc
    .record({
      lines: fc.array(line, { minLength: 1, maxLength: 12 }),
      freight: pounds(20_000),
      insurance: pounds(2_000),
    })
    .map(({ lines, freight, insurance }): Order => {
      const inPounds = (amount: typeof freight) => ({ amount, currency: 'GBP' })
      return sampleOrder({ lines, freight: inPounds(freight), insurance: inPounds(insurance) })
    })

  it('loses no penny of price, freight or insurance on the way to its customs value', () => {
    fc.assert(
      fc.property(order, (any) => {
        const { items, totals } = valueOf(quoteOf(any))
        const stated = [
          ...any.lines.map(({ unitPrice, quantity }) =>
            money((Number(unitPrice.amount) * quantity).toFixed(2), 'GBP'),
          ),
          any.freight!,
          any.insurance!,
        ]
        expect(compare(totals.customsValue, sum(stated, 'GBP'))).toBe(0)
        expect(items).toHaveLength(any.lines.length)
      }),
    )
  })

  it('has charges that add up to its totals, each of whole pennies and none negative', () => {
    fc.assert(
      fc.property(order, (any) => {
        const { charges, totals } = valueOf(quoteOf(any))
        const { customsDuty, importVat } = totals
        expect(compare(sum([customsDuty, importVat], 'GBP'), totals.dueAtImport)).toBe(0)
        for (const { amount } of charges) expect(amount.amount).toMatch(/^\d+\.\d\d$/)
      }),
    )
  })

  it('never charges more tax than the exact product, and less than a penny below it', () => {
    fc.assert(
      fc.property(order, (any) => {
        for (const { base, rate, amount } of valueOf(quoteOf(any)).charges) {
          const [component, ...others] = rate?.expression ?? []
          if (component?.kind !== 'ad-valorem' || others.length > 0) continue
          const exact = (Number(base?.amount) * Number(component.percent)) / 100
          expect(exact - Number(amount.amount)).toBeGreaterThan(-1e-6)
          expect(exact - Number(amount.amount)).toBeLessThan(0.01)
        }
      }),
    )
  })
})
