import type { Instant } from '../src/customs/calendar/local-date.ts'
import { localDate } from '../src/customs/calendar/local-date.ts'
import { decimal } from '../src/customs/money/decimal.ts'
import { money } from '../src/customs/money/money.ts'
import type { Order } from '../src/customs/order/order.ts'
import type { ShippedOrder } from '../src/agents/shipments/divide-shipment.ts'

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

/** The order as it was received complete, of the given weight, in one carton. */
export function shipped(order: Order, grossWeightKg: string): ShippedOrder {
  return {
    orderId: `order of ${order.reference}`,
    order,
    receipt: {
      receiptId: `receipt of ${order.reference}`,
      orderId: `order of ${order.reference}`,
      receivedAt: '2026-08-30T09:00:00.000Z' as Instant,
      lines: order.lines.map(({ quantity }, index) => ({
        ...{ lineNumber: index + 1, quantity },
        grossWeightKg: decimal(grossWeightKg),
      })),
      packages: [{ type: 'CT', count: 1 }],
      photoIds: [],
      receivedBy: { kind: 'api-key', id: 'key_1', name: 'warehouse' },
    },
  }
}
