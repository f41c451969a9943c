import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import { businessBuyer, sampleLine, sampleOrder } from '../testing/sample-order.ts'
import { splitShipment } from './split-shipment.ts'

const orders = [
  sampleOrder({ reference: 'A-1' }),
  sampleOrder({ reference: 'B-1', buyer: businessBuyer, deliverTo: businessBuyer.address }),
  sampleOrder({ reference: 'A-2', lines: [sampleLine(), sampleLine()] }),
]

function receiptFor(orderReference: string, lineNumber = 1) {
  return {
    orderReference,
    lineNumber,
    receivedOn: '2026-09-05' as LocalDate,
    quantity: 1,
    grossWeightKg: decimal('0.300'),
  }
}

describe('splitting a shipment', () => {
  it('makes one consignment per buyer, in the order in which the buyers appear', () => {
    const split = splitShipment({ reference: 'SHIP', orders })
    expect(split.ok && split.value.map(({ reference }) => reference)).toEqual(['SHIP-1', 'SHIP-2'])
    expect(split.ok && split.value.map(({ orderReferences }) => orderReferences)).toEqual([
      ['A-1', 'A-2'],
      ['B-1'],
    ])
  })

  it('keeps every goods item and adds none', () => {
    const split = splitShipment({ reference: 'SHIP', orders })
    const items = split.ok ? split.value.flatMap(({ goodsItems }) => goodsItems) : []
    expect(items.map(({ orderReference }) => orderReference)).toEqual(['A-1', 'A-2', 'A-2', 'B-1'])
  })

  it('gives every buyer the transport of the shipment', () => {
    const transport = { ...sampleOrder().transport, transportDocument: 'MASTER-1' }
    const split = splitShipment({ reference: 'SHIP', orders, transport })
    expect(split.ok && split.value.every((part) => part.transport === transport)).toBe(true)
  })

  it('names the failures of every consignment, not only of the first', () => {
    const split = splitShipment({
      reference: 'SHIP',
      orders,
      receipts: [receiptFor('A-1'), { ...receiptFor('A-2'), quantity: 2 }, receiptFor('X-9')],
    })
    expect(split.ok ? [] : split.failures.map(({ path }) => path)).toEqual([
      '/receipts/2/orderReference',
      '/orders/A-2/lines/0/quantity',
      '/orders/B-1',
    ])
  })

  it('takes packages and invoice of a parcel from the warehouse that packed it', () => {
    const packages = { count: 1, type: 'CT' }
    const commercialInvoice = { number: 'ALL-1', issuedOn: '2026-09-05' as LocalDate }
    const differently = orders.map((order) => ({
      ...order,
      commercialInvoice: { ...commercialInvoice, number: `INV-${order.reference}` },
    }))
    expect(splitShipment({ reference: 'SHIP', orders: differently })).toMatchObject({
      ok: false,
      failures: [{ code: 'orders-not-joinable', path: '/orders/A-2/commercialInvoice' }],
    })
    const split = splitShipment({
      reference: 'SHIP',
      orders: differently,
      parcels: [{ orderReference: 'A-2', packages, commercialInvoice }],
    })
    expect(split.ok && split.value.map((part) => part.commercialInvoice?.number)).toEqual([
      'ALL-1',
      'INV-B-1',
    ])
    expect(split.ok && split.value[0]?.packages).toEqual(packages)
  })

  it('refuses a parcel of an order that is not in the shipment', () => {
    const split = splitShipment({ reference: 'SHIP', orders, parcels: [{ orderReference: 'X-9' }] })
    expect(split).toMatchObject({
      ok: false,
      failures: [{ code: 'not-found', path: '/parcels/0/orderReference' }],
    })
  })
})
