import { describe, expect, it } from 'vitest'
import { consignmentFromOrder } from '../../customs/consignment/consignment-from-order.ts'
import { sampleLine, sampleOrder } from '../../customs/testing/sample-order.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { money } from '../../customs/money/money.ts'
import { applyAmendment } from './amended-goods.ts'

const consignment = consignmentFromOrder(
  sampleOrder({ lines: [sampleLine({ quantity: 3, unitPrice: money('12.50', 'GBP') })] }),
)

describe('goods as they should have been declared', () => {
  it('may be fewer pieces, whose price follows, beside what else is mended', () => {
    const amended = applyAmendment(consignment, {
      goodsItems: [{ itemNumber: 1, quantity: 2, netWeightKg: decimal('0.4') }],
    })
    expect(amended).toMatchObject({
      ok: true,
      value: {
        goodsItems: [{ quantity: 2, netWeightKg: '0.4', linePrice: money('25', 'GBP') }],
      },
    })
  })

  it('may have another price', () => {
    const unitPrice = money('11.99', 'GBP')
    const amended = applyAmendment(consignment, { goodsItems: [{ itemNumber: 1, unitPrice }] })
    expect(amended).toMatchObject({
      ok: true,
      value: { goodsItems: [{ quantity: 3, unitPrice, linePrice: money('35.97', 'GBP') }] },
    })
  })

  it.each([
    [
      'another currency',
      money('11.99', 'USD'),
      'currency-mismatch',
      '/goodsItems/0/unitPrice/currency',
    ],
    ['less than a coin', money('11.999', 'GBP'), 'invalid-input', '/goodsItems/0/unitPrice'],
  ])('do not take %s', (_, unitPrice, code, path) => {
    const refused = applyAmendment(consignment, { goodsItems: [{ itemNumber: 1, unitPrice }] })
    expect(refused).toMatchObject({ ok: false, failures: [{ code }] })
    expect(refused.ok ? '' : refused.failures[0].path).toContain(path)
  })
})
