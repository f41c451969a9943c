import type { LocalDate } from '../calendar/local-date.ts'
import { consignmentFromOrder } from '../consignment/consignment-from-order.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { money } from '../money/money.ts'
import { decimal } from '../money/decimal.ts'
import type { Order, OrderLine } from '../order/order.ts'
import type { Party } from '../order/party.ts'

/** The day on which tests decide and quote, inside the last period of exchange rates that is shipped. */
export const sampleDay = '2026-09-14' as LocalDate

/** A business in China, without EORI: neither established nor registered in Great Britain. */
export const foreignSeller: Party = {
  name: 'Suzhou Lantern Trading Co., Ltd',
  kind: 'business',
  address: { lines: ['12 Canal Road'], city: 'Suzhou', postcode: '215000', country: 'CN' },
}

/** A consumer in Great Britain, whose data count as personal and who has no EORI. */
export const privateBuyer: Party = {
  name: 'Ada Merriweather',
  kind: 'private',
  address: { lines: ['5 Orchard Way'], city: 'York', postcode: 'YO1 7HH', country: 'GB' },
}

/** Where goods are delivered to in Northern Ireland. */
export const belfastAddress: Party['address'] = {
  lines: ['9 Linen Row'],
  city: 'Belfast',
  postcode: 'BT1 5GS',
  country: 'GB',
}

/**
 * A company in Great Britain with an EORI, for orders in which the buyer can import in its own
 * name.
 */
export const businessBuyer: Party = {
  name: 'Merriweather Shops Ltd',
  kind: 'business',
  address: { lines: ['7 Orchard Way'], city: 'York', postcode: 'YO1 7HH', country: 'GB' },
  eori: 'GB835017264000',
}

/** A British online marketplace, for sales on which it has to charge the VAT. */
export const marketplace: Party = {
  name: 'Bazaar Online Ltd',
  kind: 'business',
  address: { lines: ['1 Market Street'], city: 'London', postcode: 'E1 6AN', country: 'GB' },
  eori: 'GB618203945000',
}

/** An agent in Japan that buys for others: neither seller nor established in Great Britain. */
export const purchasingAgent: Party = {
  name: 'Swallow Buying G.K.',
  kind: 'business',
  address: { lines: ['3 Cargo Village'], city: 'Narita', postcode: '286-0111', country: 'JP' },
}

/** A cotton T-shirt, 12 % duty. */
export function sampleLine(change: Partial<OrderLine> = {}): OrderLine {
  return {
    description: "Men's T-shirt, knitted, 100% cotton",
    commodityCode: '6109100010',
    origin: 'CN',
    quantity: 1,
    unitPrice: money('150.00', 'GBP'),
    netWeightKg: decimal('0.180'),
    grossWeightKg: decimal('0.210'),
    ...change,
  }
}

/** A complete order of a private buyer, whose duties the buyer pays; each test changes what it asks about. */
export function sampleOrder(change: Partial<Order> = {}): Order {
  return {
    reference: 'ORDER-1',
    orderedOn: '2026-09-01' as LocalDate,
    channel: 'shop',
    seller: foreignSeller,
    buyer: privateBuyer,
    shipFrom: foreignSeller.address,
    deliverTo: privateBuyer.address,
    lines: [sampleLine()],
    freight: money('10.00', 'GBP'),
    insurance: money('0.00', 'GBP'),
    incoterm: { code: 'DAP', place: 'York' },
    dutiesBilledTo: 'buyer',
    transport: {
      mode: 'air',
      nationality: 'CN',
      identity: 'MX0217',
      transportDocument: 'MXE-1',
      goodsLocation: 'GBAULHRLHRLHR',
    },
    packages: { count: 1, type: 'CT' },
    authorityToAct: {
      givenBy: 'buyer',
      representation: 'direct',
      givenOn: '2026-09-01' as LocalDate,
      reference: 'AUTH-1',
    },
    commercialInvoice: { number: 'INV-1', issuedOn: '2026-09-01' as LocalDate },
    ...change,
  }
}

/**
 * The consignment of one sample order, as a case would open with it; what is changed is changed in
 * the order.
 */
export function sampleConsignment(change: Partial<Order> = {}): Consignment {
  return consignmentFromOrder(sampleOrder(change))
}

/** An order without the facts that a test wants to be absent. */
export function orderWithout(...facts: readonly (keyof Order)[]): Order {
  const stated = Object.entries(sampleOrder()).filter(
    ([name]) => !facts.some((fact) => fact === name),
  )
  return Object.fromEntries(stated) as unknown as Order
}

/** A line without the facts that a test wants to be absent. */
export function lineWithout(...facts: readonly (keyof OrderLine)[]): OrderLine {
  const stated = Object.entries(sampleLine()).filter(
    ([name]) => !facts.some((fact) => fact === name),
  )
  return Object.fromEntries(stated) as unknown as OrderLine
}
