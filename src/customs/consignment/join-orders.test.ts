import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import type { Order } from '../order/order.ts'
import {
  businessBuyer,
  lineWithout,
  orderWithout,
  purchasingAgent,
  sampleLine,
  sampleOrder,
} from '../testing/sample-order.ts'
import type { GoodsReceipt } from './goods-receipt.ts'
import { joinOrders } from './join-orders.ts'

const shipment = { reference: 'SHIP-1' }
const invoice = { number: 'INV-ALL', issuedOn: '2026-09-04' as LocalDate }

function secondOrder(change: Partial<Order> = {}): Order {
  return sampleOrder({ reference: 'ORDER-2', orderedOn: '2026-09-03' as LocalDate, ...change })
}

function receipt(change: Partial<GoodsReceipt> = {}): GoodsReceipt {
  return {
    orderReference: 'ORDER-1',
    lineNumber: 1,
    receivedOn: '2026-09-05' as LocalDate,
    quantity: 1,
    grossWeightKg: decimal('0.300'),
    ...change,
  }
}

function faultsOf(...args: Parameters<typeof joinOrders>) {
  const joined = joinOrders(...args)
  return joined.ok ? [] : joined.failures.map(({ code, path }) => [code, path])
}

describe('joining orders of one buyer', () => {
  it('numbers the goods items anew and keeps the order of each', () => {
    const joined = joinOrders(
      [sampleOrder({ lines: [sampleLine(), sampleLine()] }), secondOrder()],
      undefined,
      shipment,
    )
    expect(joined.ok && joined.value.goodsItems.map((item) => item.itemNumber)).toEqual([1, 2, 3])
    expect(joined.ok && joined.value.goodsItems.map((item) => item.orderReference)).toEqual([
      'ORDER-1',
      'ORDER-1',
      'ORDER-2',
    ])
  })

  it('adds up freight, insurance and the fee of the agent', () => {
    const agent = (fee: string) => ({
      channel: 'purchasing-agent' as const,
      purchasingAgent: {
        party: purchasingAgent,
        capacity: 'buys-for-buyer' as const,
        fee: money(fee, 'GBP'),
      },
    })
    const joined = joinOrders(
      [sampleOrder(agent('4.00')), secondOrder(agent('5.50'))],
      undefined,
      shipment,
    )
    expect(joined).toMatchObject({
      ok: true,
      value: {
        reference: 'SHIP-1',
        orderReferences: ['ORDER-1', 'ORDER-2'],
        orderedOn: '2026-09-03',
        freight: money('20', 'GBP'),
        insurance: money('0', 'GBP'),
        agentFee: money('9.5', 'GBP'),
      },
    })
  })

  it('adds up VAT charged at sale under one registration', () => {
    const charged = (amount: string) => ({
      saleVat: {
        country: 'GB',
        chargedBy: 'seller' as const,
        registration: 'GB123456789',
        amount: money(amount, 'GBP'),
      },
    })
    const joined = joinOrders(
      [sampleOrder(charged('4.00')), secondOrder(charged('5.50'))],
      undefined,
      shipment,
    )
    expect(joined.ok && joined.value.saleVat?.amount).toEqual(money('9.5', 'GBP'))
  })

  it('drops the packages of single orders, because joined goods are packed anew', () => {
    const joined = joinOrders([sampleOrder(), secondOrder()], undefined, shipment)
    expect(joined.ok && joined.value.packages).toBeUndefined()
    const packed = joinOrders([sampleOrder(), secondOrder()], undefined, {
      ...shipment,
      packages: { count: 1, type: 'CT' },
    })
    expect(packed.ok && packed.value.packages).toEqual({ count: 1, type: 'CT' })
  })

  it('refuses orders that differ, naming every difference', () => {
    const other = secondOrder({
      buyer: businessBuyer,
      deliverTo: businessBuyer.address,
      incoterm: { code: 'DAP', place: 'Leeds' },
      dutiesBilledTo: 'seller',
      lines: [sampleLine({ unitPrice: money('9000', 'JPY') })],
      freight: money('900', 'JPY'),
      insurance: money('0', 'JPY'),
    })
    expect(faultsOf([sampleOrder(), other], undefined, shipment)).toEqual([
      ['orders-not-joinable', '/orders/ORDER-2/buyer'],
      ['orders-not-joinable', '/orders/ORDER-2/deliverTo'],
      ['orders-not-joinable', '/orders/ORDER-2/incoterm'],
      ['orders-not-joinable', '/orders/ORDER-2/dutiesBilledTo'],
      ['currency-mismatch', '/orders/ORDER-2/currency'],
    ])
  })

  it('refuses to add freight that only one of the orders states', () => {
    const other = { ...orderWithout('freight'), reference: 'ORDER-2' }
    expect(faultsOf([sampleOrder(), other], undefined, shipment)).toEqual([
      ['orders-not-joinable', '/orders/ORDER-2/freight'],
    ])
  })

  it('takes what the shipment states in the place of what its orders differ in', () => {
    const other = secondOrder({ commercialInvoice: { ...invoice, number: 'INV-2' } })
    expect(faultsOf([sampleOrder(), other], undefined, shipment)).toEqual([
      ['orders-not-joinable', '/orders/ORDER-2/commercialInvoice'],
    ])
    const joined = joinOrders([sampleOrder(), other], undefined, {
      ...shipment,
      commercialInvoice: invoice,
    })
    expect(joined.ok && joined.value.commercialInvoice).toEqual(invoice)
  })

  it('refuses to join nothing', () => {
    expect(faultsOf([], undefined, shipment)).toEqual([['fact-missing', '/orders']])
  })
})

describe('weights measured at the warehouse', () => {
  it('take the place of stated ones, added up over several receipts', () => {
    const order = sampleOrder({ lines: [sampleLine({ quantity: 3 })] })
    const joined = joinOrders(
      [order],
      [
        receipt({ quantity: 2, netWeightKg: decimal('0.380'), grossWeightKg: decimal('0.420') }),
        receipt({ netWeightKg: decimal('0.190'), grossWeightKg: decimal('0.215') }),
      ],
      shipment,
    )
    expect(joined.ok && joined.value.goodsItems[0]).toMatchObject({
      netWeightKg: '0.57',
      grossWeightKg: '0.635',
    })
  })

  it('leave the stated net weight where only the gross weight was measured', () => {
    const joined = joinOrders([sampleOrder()], [receipt()], shipment)
    expect(joined.ok && joined.value.goodsItems[0]).toMatchObject({
      netWeightKg: '0.180',
      grossWeightKg: '0.3',
    })
  })

  it('supply a weight that the order did not state', () => {
    const order = sampleOrder({ lines: [lineWithout('netWeightKg', 'grossWeightKg')] })
    const joined = joinOrders([order], [receipt({ netWeightKg: decimal('0.2') })], shipment)
    expect(joined.ok && joined.value.goodsItems[0]?.netWeightKg).toBe('0.2')
  })

  it('refuse goods of which pieces are missing or too many', () => {
    const order = sampleOrder({ lines: [sampleLine({ quantity: 2 })] })
    expect(faultsOf([order], [receipt()], shipment)).toEqual([
      ['goods-not-received', '/orders/ORDER-1/lines/0/quantity'],
    ])
    expect(faultsOf([order], [receipt({ quantity: 3 })], shipment)).toEqual([
      ['goods-not-received', '/orders/ORDER-1/lines/0/quantity'],
    ])
  })

  it('refuse an order of which the warehouse has received nothing', () => {
    expect(faultsOf([sampleOrder()], [], shipment)).toEqual([
      ['goods-not-received', '/orders/ORDER-1/lines/0/quantity'],
    ])
  })

  it('refuse a receipt of a line that is not in the shipment', () => {
    expect(faultsOf([sampleOrder()], [receipt(), receipt({ lineNumber: 2 })], shipment)).toEqual([
      ['not-found', '/receipts/1'],
    ])
  })
})
