import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import type { ExportDeclarationFacts, ExportItemFacts } from './export-facts.ts'
import { origin } from './import-facts.fixture.ts'

export const exportItemFacts: ExportItemFacts = {
  goods: {
    description: "Men's T-shirts of knitted cotton",
    grossWeightKg: decimal('2.5'),
    netWeightKg: decimal('2.1'),
    packages: [{ typeCode: 'CT', quantity: 1, marks: 'TW 1/1' }],
    ...origin('goods'),
  },
  classification: {
    commodityCode: '61091000',
    taricAdditionalCodes: [],
    nationalAdditionalCodes: ['VATZ'],
    ...origin('classification'),
  },
  regime: {
    requestedProcedure: '10',
    previousProcedure: '40',
    additionalProcedures: ['000'],
    transactionNatureCode: '11',
    ...origin('regime'),
  },
  statisticalValue: { amount: money('240.00', 'GBP'), ...origin('value') },
  documents: [],
  statements: [],
}

/** A British shop sells shirts to a buyer in New York; a broker declares for it before they are at Heathrow. */
export const exportFacts: ExportDeclarationFacts = {
  lrn: 'TW-2026-000042',
  presentation: 'pre-lodged',
  parties: {
    exporter: { kind: 'registered', eori: 'GB553202734852', ...origin('exporter') },
    consignee: {
      kind: 'named',
      name: 'Sample Stores Inc.',
      address: { line: '1 Bag Street', city: 'New York', postcode: '10001', countryCode: 'US' },
      ...origin('consignee'),
    },
    declarant: { eori: 'GB603202734852', ...origin('declarant') },
    representation: { kind: 'direct', ...origin('representation') },
  },
  shipment: {
    exportCountry: 'GB',
    destinationCountry: 'US',
    totalPackages: 1,
    exitOffice: 'GB000084',
    goodsLocation: {
      ...{ countryCode: 'GB', typeCode: 'A', qualifier: 'U', code: 'LHRLHRLHR' },
      ...origin('location'),
    },
    transport: {
      borderModeCode: '4',
      border: { typeCode: '40', id: 'BA0177' },
      borderNationality: 'GB',
      departure: { typeCode: '40', id: 'BA0177' },
      containers: [],
      ...origin('transport'),
    },
    statements: [],
    ...origin('shipment'),
  },
  safety: {
    carrier: { kind: 'registered', eori: 'GB025115100010', ...origin('carrier') },
    freightPaymentCode: 'H',
    routingCountries: ['GB', 'US'],
    ...origin('safety'),
  },
  authorisations: [],
  references: { ducr: '6GB553202734852-TW-42', ...origin('references') },
  goodsItems: [exportItemFacts],
}
