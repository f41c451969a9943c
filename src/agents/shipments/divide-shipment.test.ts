import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { agentOrder, receiptOf, shipped } from '../../../test/agent-orders.ts'
import { valueOf } from '../../../test/gb-reference-data.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { money, sum } from '../../customs/money/money.ts'
import type { SetApartGoods } from '../warehouse/set-apart-goods.ts'
import { divideShipment, type ShipmentToDivide } from './divide-shipment.ts'

const reference = 'NRT-7'
const twoBuyers = [
  shipped(agentOrder('TSB-1', 'rowan'), '1.5'),
  shipped(agentOrder('TSB-2', 'imogen'), '0.8'),
  shipped(agentOrder('TSB-3', 'rowan'), '0.5'),
]

function codesOf(shipment: ShipmentToDivide): readonly string[] {
  const divided = divideShipment(shipment)
  return divided.ok ? [] : divided.failures.map(({ code, path }) => `${code} ${path}`)
}

describe('a shipment of several buyers', () => {
  it('becomes one consignment a buyer, weighed and packed as the warehouse found it', () => {
    const parts = valueOf(divideShipment({ reference, orders: twoBuyers }))
    expect(parts).toHaveLength(2)
    expect(parts[0]).toMatchObject({
      orderIds: ['order of TSB-1', 'order of TSB-3'],
      consignment: {
        reference: 'NRT-7-1',
        orderReferences: ['TSB-1', 'TSB-3'],
        parties: { buyer: { name: 'Rowan Ashdown' } },
        goodsItems: [
          { itemNumber: 1, grossWeightKg: '1.5' },
          { itemNumber: 2, grossWeightKg: '0.5' },
        ],
        packages: { count: 2, type: 'CT' },
        agentFee: { amount: '1800', currency: 'JPY' },
      },
    })
    expect(parts[1]).toMatchObject({
      orderIds: ['order of TSB-2'],
      consignment: { reference: 'NRT-7-2', packages: { count: 1, type: 'CT' } },
    })
    expect(parts[0]?.consignment).not.toHaveProperty('freight')
  })

  it('divides its freight and insurance by gross weight', () => {
    const shipment = { reference, orders: twoBuyers, freight: money('1000', 'JPY') }
    const parts = valueOf(divideShipment({ ...shipment, insurance: money('101', 'JPY') }))
    expect(parts.map(({ consignment }) => consignment.freight?.amount)).toEqual(['714', '286'])
    expect(parts.map(({ consignment }) => consignment.insurance?.amount)).toEqual(['72', '29'])
  })

  it('divides without remainder, whatever the weights', () => {
    const grams = fc.integer({ min: 1, max: 30_000 }).map((weight) => String(weight / 1_000))
    fc.assert(
      fc.property(grams, grams, fc.integer({ min: 0, max: 1_000_000 }), (first, second, cost) => {
        const orders = [
          shipped(agentOrder('TSB-1', 'rowan'), first),
          shipped(agentOrder('TSB-2', 'imogen'), second),
        ]
        const freight = money(String(cost), 'JPY')
        const parts = valueOf(divideShipment({ reference, orders, freight }))
        const shares = parts.map(({ consignment }) => consignment.freight!)
        expect(sum(shares, 'JPY')).toEqual(freight)
      }),
    )
  })

  it('packs kinds of packages together as packages', () => {
    const bagged = shipped(agentOrder('TSB-3', 'rowan'), '0.5')
    const receipts = [{ ...bagged.receipts[0]!, packages: [{ type: 'BG', count: 2 }] }]
    const orders = [twoBuyers[0]!, { ...bagged, receipts }]
    const [part] = valueOf(divideShipment({ reference, orders }))
    expect(part?.consignment.packages).toEqual({ count: 3, type: 'PK' })
  })

  it('ships what came in several receipts, and nothing that is kept apart', () => {
    const order = agentOrder('TSB-9', 'rowan')
    const line = { lineNumber: 1, quantity: 1, grossWeightKg: decimal('0.4') }
    const surplus: SetApartGoods = {
      setApartId: 'apart_1',
      receiptId: 'receipt_1',
      orderId: 'o',
      orderReference: 'TSB-9',
      receivedAt: '2026-09-03T10:00:00.000Z' as Instant,
      state: 'kept-apart',
      kind: 'surplus',
      lineNumber: 1,
      quantity: 5,
      description: 'five cups more',
    }
    const whole = {
      ...{ orderId: 'o', order },
      receipts: [
        receiptOf('o', { lines: [line] }),
        receiptOf('o', { lines: [line], setApart: [surplus] }),
      ],
    }
    const [part] = valueOf(divideShipment({ reference, orders: [whole] }))
    expect(part?.consignment.goodsItems).toMatchObject([{ quantity: 2, grossWeightKg: '0.8' }])
    expect(part?.consignment.packages).toEqual({ count: 2, type: 'CT' })
    const partly = { ...whole, receipts: whole.receipts.slice(0, 1) }
    const [shortened] = valueOf(divideShipment({ reference, orders: [partly] }))
    expect(shortened?.consignment.goodsItems).toMatchObject([
      { quantity: 1, linePrice: { amount: '2800' }, grossWeightKg: '0.4' },
    ])
  })

  it('leaves packages behind that hold only what is kept apart', () => {
    const whole = shipped(agentOrder('TSB-9', 'rowan'), '0.8')
    const brokenOnly = receiptOf(whole.orderId, { lines: [], packages: [{ type: 'BX', count: 3 }] })
    const orders = [{ ...whole, receipts: [...whole.receipts, brokenOnly] }]
    const [part] = valueOf(divideShipment({ reference, orders }))
    expect(part?.consignment.packages).toEqual({ count: 1, type: 'CT' })
  })

  it('refuses an order of which nothing came', () => {
    const order = { orderId: 'o', order: agentOrder('TSB-9', 'rowan'), receipts: [] }
    expect(codesOf({ reference, orders: [twoBuyers[0]!, order] })).toEqual([
      'goods-not-received /orders/TSB-9',
    ])
  })

  it('refuses a cost that is stated for an order as well', () => {
    const order = agentOrder('TSB-1', 'rowan', { freight: money('300', 'JPY') })
    const orders = [shipped(order, '1')]
    expect(codesOf({ reference, orders, freight: money('1000', 'JPY') })).toEqual([
      'documents-disagree /orders/TSB-1/freight',
    ])
    const free = shipped({ ...order, freight: money('0', 'JPY') }, '1')
    expect(codesOf({ reference, orders: [free], freight: money('1000', 'JPY') })).toEqual([])
  })

  it('refuses costs in another currency than the goods', () => {
    expect(codesOf({ reference, orders: [twoBuyers[1]!], freight: money('9', 'GBP') })).toEqual([
      'currency-mismatch /orders/TSB-2/freight',
    ])
  })

  it('names every reason why the orders of a buyer cannot travel as one', () => {
    const other = agentOrder('TSB-3', 'rowan', { dutiesBilledTo: 'seller' })
    const orders = [twoBuyers[0]!, shipped(other, '1')]
    expect(codesOf({ reference, orders })).toEqual([
      'orders-not-joinable /orders/TSB-3/dutiesBilledTo',
    ])
  })
})
