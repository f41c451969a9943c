import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import type { Order } from '../order/order.ts'
import {
  businessBuyer,
  foreignSeller,
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

describe('joining orders of several sellers', () => {
  const otherShop = { ...foreignSeller, name: 'Hangzhou Tea House' }
  const agent = (change: Partial<Order> = {}): Partial<Order> => ({
    channel: 'purchasing-agent',
    purchasingAgent: { party: purchasingAgent, capacity: 'buys-for-buyer' },
    shipFrom: purchasingAgent.address,
    incoterm: { code: 'FCA', place: 'Narita' },
    ...change,
  })
  const fromOther = (change: Partial<Order> = {}): Order =>
    secondOrder(agent({ seller: otherShop, commercialInvoice: invoice, ...change }))

  it('names the seller and the invoice on each goods item, and the agent as exporter', () => {
    const joined = joinOrders([sampleOrder(agent()), fromOther()], undefined, shipment)
    expect(joined.ok && joined.value.parties).toMatchObject({
      consignor: purchasingAgent,
      exporter: purchasingAgent,
    })
    expect(joined.ok && joined.value.parties.seller).toBeUndefined()
    expect(joined.ok && joined.value.commercialInvoice).toBeUndefined()
    expect(joined.ok && joined.value.goodsItems).toMatchObject([
      { seller: foreignSeller, invoice: { number: 'INV-1' } },
      { seller: otherShop, invoice: { number: 'INV-ALL' } },
    ])
  })

  it('leaves the seller with the consignment where only the invoices differ', () => {
    const second = secondOrder(agent({ commercialInvoice: invoice }))
    const joined = joinOrders([sampleOrder(agent()), second], undefined, shipment)
    expect(joined.ok && joined.value.parties.seller).toEqual(foreignSeller)
    expect(joined.ok && joined.value.parties.exporter).toEqual(foreignSeller)
    expect(joined.ok && joined.value.goodsItems.map((item) => item.invoice?.number)).toEqual([
      'INV-1',
      'INV-ALL',
    ])
  })

  it('knows one seller only where the agent resells what it bought from several shops', () => {
    const resells = agent({
      purchasingAgent: { party: purchasingAgent, capacity: 'resells' },
      commercialInvoice: invoice,
    })
    const second = secondOrder({ ...resells, seller: otherShop })
    const joined = joinOrders([sampleOrder(resells), second], undefined, shipment)
    expect(joined.ok && joined.value.parties.seller).toEqual(purchasingAgent)
    expect(joined.ok && joined.value.goodsItems.every((item) => !('seller' in item))).toBe(true)
  })

  it('refuses shops whose goods nobody puts together', () => {
    const other = secondOrder({ seller: otherShop, incoterm: { code: 'FCA', place: 'Suzhou' } })
    const first = sampleOrder({ incoterm: { code: 'FCA', place: 'Suzhou' } })
    expect(faultsOf([first, other], undefined, shipment)).toEqual([
      ['orders-not-joinable', '/orders/ORDER-2/seller'],
    ])
  })

  it('refuses terms under which each seller would charge the one carriage', () => {
    const delivered = { incoterm: { code: 'DAP', place: 'York' } } as const
    const orders = [sampleOrder(agent(delivered)), fromOther(delivered)]
    expect(faultsOf(orders, undefined, shipment)).toEqual([
      ['orders-not-joinable', '/orders/ORDER-2/commercialInvoice'],
    ])
  })

  it('refuses one invoice for the goods of two', () => {
    const facts = { ...shipment, commercialInvoice: invoice }
    expect(faultsOf([sampleOrder(agent()), fromOther()], undefined, facts)).toEqual([
      ['orders-not-joinable', '/orders/ORDER-2/commercialInvoice'],
    ])
  })

  it('refuses goods of which only some, or each under another number, bore VAT at sale', () => {
    const charged = (registration: string) => ({
      saleVat: {
        country: 'GB',
        chargedBy: 'seller' as const,
        registration,
        amount: money('4.00', 'GBP'),
      },
    })
    const first = sampleOrder(agent(charged('GB123456789')))
    for (const other of [fromOther(), fromOther(charged('GB987654321'))]) {
      expect(faultsOf([first, other], undefined, shipment)).toEqual([
        ['sale-vat-mixed', '/orders/ORDER-2/saleVat'],
      ])
    }
    const alike = fromOther(charged('GB123456789'))
    expect(joinOrders([first, alike], undefined, shipment)).toMatchObject({
      ok: true,
      value: { saleVat: { registration: 'GB123456789', amount: { amount: '8' } } },
    })
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

  it('let an item follow the quantity that was received, with its price', () => {
    const order = sampleOrder({ lines: [sampleLine({ quantity: 3 }), sampleLine()] })
    const came = receipt({ quantity: 2, netWeightKg: decimal('0.190') })
    const joined = joinOrders([order], [came], shipment)
    expect(joined.ok && joined.value.goodsItems).toMatchObject([
      { itemNumber: 1, quantity: 2, linePrice: money('300', 'GBP'), grossWeightKg: '0.3' },
    ])
    expect(joined.ok && joined.value.goodsItems).toHaveLength(1)
  })

  it('leave out a net weight that was stated for more pieces than came', () => {
    const order = sampleOrder({ lines: [sampleLine({ quantity: 3 })] })
    const joined = joinOrders([order], [receipt({ quantity: 2 })], shipment)
    expect(joined.ok && joined.value.goodsItems[0]).not.toHaveProperty('netWeightKg')
  })

  it('refuse more pieces than were ordered', () => {
    const order = sampleOrder({ lines: [sampleLine({ quantity: 2 })] })
    expect(faultsOf([order], [receipt({ quantity: 3 })], shipment)).toEqual([
      ['goods-surplus', '/orders/ORDER-1/lines/0/quantity'],
    ])
  })

  it('refuse a part of a line whose price no coin can pay', () => {
    const line = sampleLine({ quantity: 8, unitPrice: money('0.125', 'GBP') })
    expect(faultsOf([sampleOrder({ lines: [line] })], [receipt()], shipment)).toEqual([
      ['invalid-input', '/orders/ORDER-1/lines/0/unitPrice'],
    ])
  })

  it('refuse an order of which the warehouse has received nothing', () => {
    expect(faultsOf([sampleOrder()], [], shipment)).toEqual([
      ['goods-not-received', '/orders/ORDER-1'],
    ])
  })

  it('refuse a receipt of a line that is not in the shipment', () => {
    expect(faultsOf([sampleOrder()], [receipt(), receipt({ lineNumber: 2 })], shipment)).toEqual([
      ['not-found', '/receipts/1'],
    ])
  })
})
