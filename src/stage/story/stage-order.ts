import type { Order } from '../../customs/order/order.ts'

/** How the sender lies about what is in the parcel. */
export interface Lies {
  /** T-shirts are called notebooks, which bear no duty. */
  readonly misDescribed: boolean
  /** The shoes are said to cost GBP 4.00. */
  readonly underValued: boolean
}

/** Whose parcels the office on the stage holds for an officer to look at. */
export const stageExporter = 'Qingdao Lantern Lane Trading Co., Ltd'

/** The commodity codes by which the goods are known, as they are and as a lie has them. */
export const goods = {
  shirts: '6109100010',
  notebooks: '4820103000',
  shoes: '6403999690',
} as const

/** What the shoes really cost, all of them; a lie says {@link claimedShoePrice}. */
export const realShoePrice = { amount: '89.00', currency: 'GBP' } as const
const claimedShoePrice = { amount: '4.00', currency: 'GBP' } as const

const buyersAddress = {
  lines: ['7 Chandlers Wharf'],
  city: 'Bristol',
  postcode: 'BS1 5TY',
  country: 'GB',
} as const

/**
 * The order that travels over the stage: a private buyer bears duty and tax, so that whatever
 * customs finds shows on the shopper's page.
 *
 * @param reference a reference of its own for every run
 * @param on the day of the order, invoice and authority to act, `YYYY-MM-DD`
 */
export function stageOrder(reference: string, on: string, lies: Lies): Order {
  const order = {
    reference,
    orderedOn: on,
    channel: 'shop',
    ...parties(reference, on),
    lines: [shirts(lies), speaker, shoes(lies)],
    freight: { amount: '12.40', currency: 'GBP' },
    insurance: { amount: '1.60', currency: 'GBP' },
    incoterm: { code: 'FCA', place: 'Qingdao' },
    dutiesBilledTo: 'buyer',
    transport: {
      ...{ mode: 'air', carrier: 'Meridian Air Express', nationality: 'CN', identity: 'MX0217' },
      ...{ transportDocument: `MXE-${reference}`, goodsLocation: 'GBAULHRLHRLHR' },
    },
    packages: { count: 1, type: 'CT', marks: reference },
    commercialInvoice: { number: `INV-${reference}`, issuedOn: on },
  }
  // An order is read and checked where it is handed in; here it is only written down.
  return order as unknown as Order
}

function parties(reference: string, on: string) {
  const warehouse = {
    ...{ lines: ['Gate 3, Huangdao Export Park'], city: 'Qingdao', region: 'Shandong' },
    ...{ postcode: '266555', country: 'CN' },
  }
  return {
    seller: { name: stageExporter, kind: 'business', address: warehouse },
    buyer: {
      ...{ name: 'Robin Ashgrove', kind: 'private', address: buyersAddress },
      email: 'robin.ashgrove@mail.example',
    },
    shipFrom: warehouse,
    deliverTo: buyersAddress,
    authorityToAct: {
      ...{ givenBy: 'buyer', representation: 'direct', givenOn: on },
      reference: `AUTH-${reference}`,
    },
  }
}

function shirts({ misDescribed }: Lies) {
  return {
    ...(misDescribed
      ? { description: 'Notebooks of paper, bound', commodityCode: goods.notebooks }
      : { description: "Men's T-shirts, knitted, 100% cotton", commodityCode: goods.shirts }),
    ...{ sku: 'LL-TS-6', origin: 'CN', quantity: 6 },
    unitPrice: { amount: '18.00', currency: 'GBP' },
    ...{ netWeightKg: '1.080', grossWeightKg: '1.240' },
  }
}

const speaker = {
  sku: 'LL-SP-1',
  description: 'Bluetooth speaker with one loudspeaker and built-in battery, plastic housing',
  commodityCode: '8518210000',
  ...{ origin: 'CN', quantity: 1 },
  unitPrice: { amount: '49.90', currency: 'GBP' },
  ...{ netWeightKg: '0.620', grossWeightKg: '0.850' },
} as const

function shoes({ underValued }: Lies) {
  return {
    sku: 'LL-SH-1',
    description: "Men's lace-up shoes, leather uppers, rubber soles, insole 27 cm",
    commodityCode: goods.shoes,
    ...{ origin: 'CN', quantity: 1 },
    unitPrice: underValued ? claimedShoePrice : realShoePrice,
    ...{ netWeightKg: '1.050', grossWeightKg: '1.380' },
  }
}
