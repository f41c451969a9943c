import { localDate } from '../src/customs/calendar/local-date.ts'
import { consignmentFromOrder } from '../src/customs/consignment/consignment-from-order.ts'
import type { Consignment } from '../src/customs/consignment/consignment.ts'
import { money } from '../src/customs/money/money.ts'
import { decimal } from '../src/customs/money/decimal.ts'
import type { Order, OrderLine } from '../src/customs/order/order.ts'
import {
  type CompleteConsignment,
  completeConsignment,
} from '../src/customs/documents/complete-consignment.ts'
import type { NameLists } from '../src/customs/documents/document-names.ts'
import { dataFile, valueOf } from './gb-reference-data.ts'

/** Facts for the tests of the papers: an order of three lines from Shenzhen to Manchester. */

interface CodeEntry {
  readonly code: string
  readonly name: { readonly en: string; readonly zh: string }
}

function namesOf(entries: unknown): NameLists['countries'] {
  return new Map((entries as readonly CodeEntry[]).map(({ code, name }) => [code, name]))
}

const countriesFile = dataFile('reference/countries.json') as { readonly countries: unknown }
const packageTypesFile = dataFile('gb/codes/package-types.json') as { readonly codes: unknown }

export const nameLists: NameLists = {
  countries: namesOf(countriesFile.countries),
  packageTypes: namesOf(packageTypesFile.codes),
}

const speaker: OrderLine = {
  sku: 'BT-20W-BLK',
  description:
    'Bluetooth speaker, portable, 20 W, rechargeable lithium-ion battery, plastic housing',
  commodityCode: '8518210000',
  origin: 'CN',
  quantity: 10,
  unitPrice: money('24.50', 'GBP'),
  netWeightKg: decimal('5.2'),
  grossWeightKg: decimal('6.1'),
}

const shirt: OrderLine = {
  sku: 'TS-M-NAVY',
  description: 'T-shirt, knitted, 100 % cotton, men’s 男式针织纯棉T恤衫',
  commodityCode: '6109100010',
  origin: 'CN',
  quantity: 40,
  unitPrice: money('3.75', 'GBP'),
  netWeightKg: decimal('7.6'),
  grossWeightKg: decimal('8'),
}

const shoes: OrderLine = {
  description: 'Shoes with outer soles of rubber and uppers of leather, covering the ankle, men’s',
  commodityCode: '6403919800',
  origin: 'VN',
  quantity: 6,
  unitPrice: money('18.20', 'GBP'),
  netWeightKg: decimal('5.4'),
  grossWeightKg: decimal('6.75'),
}

export const sampleOrder: Order = {
  reference: 'SO-2026-10442',
  orderedOn: localDate('2026-08-28'),
  channel: 'marketplace',
  seller: {
    name: 'Shenzhen Haicheng Trading Co., Ltd. 深圳市海成贸易有限公司',
    kind: 'business',
    address: {
      lines: ['Room 1803, Block B, Kexing Science Park 科兴科学园B栋1803室', 'No. 15 Keyuan Road'],
      city: 'Shenzhen',
      region: 'Guangdong',
      postcode: '518057',
      country: 'CN',
    },
    eori: 'GB205672212000',
    phone: '+86 755 8642 1100',
    email: 'export@haicheng.example',
  },
  buyer: {
    name: 'Zoë O’Brien-Müller',
    kind: 'private',
    address: {
      lines: ['Flat 4, 27 Oldham Street'],
      city: 'Manchester',
      postcode: 'M1 1JN',
      country: 'GB',
    },
    email: 'zoe@example.org',
  },
  marketplace: {
    name: 'Harbour Market Ltd',
    kind: 'business',
    address: { lines: ['1 Canada Square'], city: 'London', postcode: 'E14 5AB', country: 'GB' },
    vatNumber: 'GB123456789',
  },
  shipFrom: {
    lines: ['Room 1803, Block B, Kexing Science Park'],
    city: 'Shenzhen',
    postcode: '518057',
    country: 'CN',
  },
  deliverTo: {
    lines: ['Flat 4, 27 Oldham Street'],
    city: 'Manchester',
    postcode: 'M1 1JN',
    country: 'GB',
  },
  lines: [speaker, shirt, shoes],
  freight: money('64', 'GBP'),
  insurance: money('2.50', 'GBP'),
  incoterm: { code: 'DDP', place: 'Manchester' },
  dutiesBilledTo: 'seller',
  transport: {
    mode: 'air',
    carrier: 'Cathay Cargo',
    identity: 'CX2051',
    transportDocument: '160-48291175',
    nationality: 'HK',
    goodsLocation: 'GBAULHRLHRLHR',
  },
  packages: { count: 3, type: 'CT', marks: 'HC/MAN 1-3' },
  commercialInvoice: { number: 'HC-26-08831', issuedOn: localDate('2026-09-01') },
}

export const sampleConsignment: Consignment = consignmentFromOrder(sampleOrder)

/** The sample order with some facts changed, as a consignment whose papers can be made out. */
export function sampleComplete(changes: Partial<Order> = {}): CompleteConsignment {
  return valueOf(
    completeConsignment(consignmentFromOrder({ ...sampleOrder, ...changes }), nameLists),
  )
}

/** Lines with consecutive article numbers, for papers of several pages. */
export function manyLines(count: number): readonly OrderLine[] {
  return Array.from({ length: count }, (_, index) => {
    const line = [speaker, shirt, shoes][index % 3]!
    return { ...line, sku: `ART-${String(index + 1).padStart(4, '0')}` }
  })
}
