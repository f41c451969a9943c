import type { Instant } from '../src/customs/calendar/local-date.ts'
import { localDate } from '../src/customs/calendar/local-date.ts'
import { decimal } from '../src/customs/money/decimal.ts'
import { money } from '../src/customs/money/money.ts'
import type { Order } from '../src/customs/order/order.ts'
import type { ShippedOrder } from '../src/agents/shipments/divide-shipment.ts'
import type { WarehouseReceipt } from '../src/agents/warehouse/warehouse-receipt.ts'

/** Facts for the tests of the agent's side: orders from one seller in Japan for buyers in Great Britain. */

const seller: Order['seller'] = {
  name: 'Kanda Kobo Stationery K.K.',
  kind: 'business',
  address: { lines: ['2-9-4 Kanda Jimbocho'], city: 'Tokyo', postcode: '101-0051', country: 'JP' },
}
const warehouse = {
  lines: ['5-1-12 Narita Cargo Village'],
  city: 'Narita',
  postcode: '286-0111',
  country: 'JP',
}
const buyers = {
  rowan: {
    name: 'Rowan Ashdown',
    street: '27 Harbour Crescent',
    city: 'Bristol',
    postcode: 'BS1 5TY',
  },
  imogen: { name: 'Imogen Sharrow', street: '8 Quarry Lane', city: 'Leeds', postcode: 'LS1 4AP' },
}

/** An order of one line, two cups. */
export function agentOrder(
  reference: string,
  buyer: keyof typeof buyers,
  changes: Partial<Order> = {},
): Order {
  const { name, street, city, postcode } = buyers[buyer]
  const address = { lines: [street], city, postcode, country: 'GB' }
  return {
    reference,
    orderedOn: localDate('2026-08-20'),
    channel: 'purchasing-agent',
    seller,
    buyer: { name, kind: 'private', address, email: `${buyer}@mail.example` },
    purchasingAgent: {
      party: { name: 'Tsubame Buying Service G.K.', kind: 'business', address: warehouse },
      capacity: 'buys-for-buyer',
      fee: money('900', 'JPY'),
    },
    shipFrom: warehouse,
    deliverTo: address,
    lines: [
      {
        description: 'Tea cups of porcelain, hand painted, for household use',
        commodityCode: '6911100090',
        origin: 'JP',
        quantity: 2,
        unitPrice: money('2800', 'JPY'),
        grossWeightKg: decimal('0.760'),
      },
    ],
    incoterm: { code: 'FCA', place: 'Narita' },
    dutiesBilledTo: 'buyer',
    transport: { mode: 'air', carrier: 'Pacific Parcel Air' },
    ...changes,
  }
}

const otherSeller: Order['seller'] = {
  name: 'Ueno Book Market K.K.',
  kind: 'business',
  address: { lines: ['7-1 Ueno Park Side'], city: 'Tokyo', postcode: '110-0007', country: 'JP' },
}

/** What two orders of one buyer share that travel as one consignment and are complete. */
const travelsTogether: Partial<Order> = {
  freight: money('10.00', 'GBP'),
  insurance: money('0', 'GBP'),
  purchasingAgent: {
    party: { name: 'Tsubame Buying Service G.K.', kind: 'business', address: warehouse },
    capacity: 'buys-for-buyer',
    fee: money('4.50', 'GBP'),
  },
  transport: {
    mode: 'air',
    carrier: 'Pacific Parcel Air',
    nationality: 'JP',
    identity: 'PP0941',
    transportDocument: 'PPA-5520-772044',
    goodsLocation: 'GBAULHRLHRLHR',
  },
  authorityToAct: {
    givenBy: 'buyer',
    representation: 'direct',
    givenOn: localDate('2026-09-01'),
    reference: 'TSB-TERMS-2026',
  },
}

/** Two orders of one buyer from two sellers, each with its own invoice, ready for one consignment. */
export const consolidatedOrders: readonly Order[] = [
  agentOrder('TSB-71', 'rowan', {
    ...travelsTogether,
    commercialInvoice: { number: 'KK-90112', issuedOn: localDate('2026-08-22') },
    lines: [
      {
        description: 'Tea cups of porcelain, hand painted, for household use',
        commodityCode: '6911100090',
        origin: 'JP',
        quantity: 3,
        unitPrice: money('28.00', 'GBP'),
        netWeightKg: decimal('0.720'),
        grossWeightKg: decimal('1.140'),
      },
    ],
  }),
  agentOrder('TSB-72', 'rowan', {
    ...travelsTogether,
    seller: otherSeller,
    commercialInvoice: { number: 'UB-5521', issuedOn: localDate('2026-08-25') },
    lines: [
      {
        description: 'Bound notebooks of paper, A5, 96 sheets',
        commodityCode: '4820103000',
        origin: 'JP',
        quantity: 7,
        unitPrice: money('6.40', 'GBP'),
        netWeightKg: decimal('1.540'),
        grossWeightKg: decimal('1.680'),
      },
    ],
  }),
]

/** The order as it was received complete, of the given weight, in one carton. */
export function shipped(order: Order, grossWeightKg: string): ShippedOrder {
  const orderId = `order of ${order.reference}`
  const lines = order.lines.map(({ quantity }, index) => ({
    ...{ lineNumber: index + 1, quantity },
    grossWeightKg: decimal(grossWeightKg),
  }))
  return { orderId, order, receipts: [receiptOf(orderId, { lines })] }
}

/** A receipt of an order in one carton, of which nothing differs unless stated. */
export function receiptOf(
  orderId: string,
  facts: Partial<WarehouseReceipt> & Pick<WarehouseReceipt, 'lines'>,
): WarehouseReceipt {
  return {
    ...{ receiptId: `receipt of ${orderId}`, orderId, setApart: [], photoIds: [], differences: [] },
    receivedAt: '2026-08-30T09:00:00.000Z' as Instant,
    packages: [{ type: 'CT', count: 1 }],
    receivedBy: { kind: 'api-key', id: 'key_1', name: 'warehouse' },
    ...facts,
  }
}
