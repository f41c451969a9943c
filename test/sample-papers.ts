import { localDate } from '../src/customs/calendar/local-date.ts'
import type { Consignment } from '../src/customs/consignment/consignment.ts'
import { consignmentFromOrder } from '../src/customs/consignment/consignment-from-order.ts'
import { certificateOfOrigin } from '../src/customs/documents/certificate-of-origin.ts'
import { commercialInvoice } from '../src/customs/documents/commercial-invoice.ts'
import {
  type CompleteConsignment,
  completeConsignment,
} from '../src/customs/documents/complete-consignment.ts'
import type { NameLists } from '../src/customs/documents/document-names.ts'
import type { Document, DocumentKind } from '../src/customs/documents/document.ts'
import { packingList } from '../src/customs/documents/packing-list.ts'
import {
  type PreferenceAgreement,
  readPreferenceAgreements,
} from '../src/customs/documents/preference-agreements.ts'
import type { PreferenceStatementFacts } from '../src/customs/documents/preference-basis.ts'
import { preferenceStatement } from '../src/customs/documents/preference-statement.ts'
import type { Signature } from '../src/customs/documents/signature.ts'
import { decimal } from '../src/customs/money/decimal.ts'
import { money } from '../src/customs/money/money.ts'
import { readKnownCodes } from '../src/customs/order/known-codes.ts'
import type { Order, OrderLine } from '../src/customs/order/order.ts'
import { dataFile, valueOf } from './gb-reference-data.ts'
import { exchangeRates } from './landed-cost.ts'

/** Facts for the tests of the papers: an order of three lines from Shenzhen to Manchester. */

const countriesFile = dataFile('reference/countries.json')
const knownCodes = valueOf(
  readKnownCodes({
    countries: countriesFile,
    currencies: dataFile('reference/currencies.json'),
  }),
)

interface CodeList {
  readonly codes: readonly { readonly code: string; readonly name?: { en: string; zh: string } }[]
}

const packageTypes = dataFile('gb/codes/package-types.json') as CodeList

export const nameLists: NameLists = {
  countries: knownCodes.countries,
  packageTypes: new Map(
    packageTypes.codes.flatMap(({ code, name }) => (name === undefined ? [] : [[code, name]])),
  ),
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

/** Signed by the seller's own person. */
export const sampleSignature: Signature = {
  signatory: 'Li Wei 李伟',
  capacity: 'Export manager',
  place: 'Shenzhen',
  signedOn: localDate('2026-09-01'),
}

/** One document of each kind. */
export function sampleDocument(
  kind: DocumentKind,
  consignment: CompleteConsignment = sampleComplete(),
): Document {
  const signature = sampleSignature
  switch (kind) {
    case 'commercial-invoice': {
      const importerOfRecord = { role: 'buyer', party: consignment.parties.buyer } as const
      const data = commercialInvoice({ consignment, importerOfRecord, signature })
      return { kind, templateVersion: 1, data }
    }
    case 'packing-list':
      return { kind, templateVersion: 1, data: packingList(consignment) }
    case 'certificate-of-origin': {
      const data = valueOf(certificateOfOrigin({ consignment, origin: 'CN', signature }))
      return { kind, templateVersion: 1, data }
    }
    case 'preference-statement':
      return { kind, templateVersion: 1, data: valueOf(preferenceStatement(preferenceFacts())) }
  }
}

export const preferenceAgreements = valueOf(
  readPreferenceAgreements({
    proofs: dataFile('gb/preference-proofs.json'),
    countries: countriesFile,
  }),
)

export function preferenceAgreement(id: string): PreferenceAgreement {
  const agreement = preferenceAgreements.find((candidate) => candidate.id === id)
  if (agreement === undefined) throw new Error(`no agreement ${id}`)
  return agreement
}

/**
 * The sample order, sold and sent from the country of origin or another one, its first line claiming
 * the preference of an agreement on the exporter's proof.
 */
export function preferenceOrder(claim: {
  readonly agreement: string
  readonly origin: string
  readonly soldFrom?: string
  readonly sentFrom?: string
  readonly unitPrice?: string
}): Order {
  const { agreement, origin, soldFrom = origin, sentFrom = origin, unitPrice = '24.50' } = claim
  const proof = preferenceAgreement(agreement).proofs.find((each) => each.madeOutBy === 'exporter')
  const preference = { agreement, proof: proof?.kind ?? '', reference: 'HC-26-08831' }
  const line = { ...speaker, origin, unitPrice: money(unitPrice, 'GBP'), preference }
  const addressIn = (country: string) => ({ lines: ['1 Harbour Road'], city: 'Port', country })
  return {
    ...sampleOrder,
    seller: { ...sampleOrder.seller, address: addressIn(soldFrom) },
    shipFrom: addressIn(sentFrom),
    lines: [line, shirt],
  }
}

/** Everything that a Japanese exporter's statement on origin needs, with some of it changed. */
export function preferenceFacts(
  changes: Partial<PreferenceStatementFacts> = {},
): PreferenceStatementFacts {
  const {
    consignment = sampleComplete(preferenceOrder({ agreement: 'gb-jp-cepa', origin: 'JP' })),
  } = changes
  return {
    consignment,
    purchases: [consignment],
    agreement: preferenceAgreement('gb-jp-cepa'),
    registrations: [],
    exchangeRates: exchangeRates(),
    signature: sampleSignature,
    originCriterion: 'C1',
    ...changes,
  }
}
