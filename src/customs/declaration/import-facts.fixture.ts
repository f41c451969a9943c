import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import type { FieldOrigin, GoodsItemFacts, ImportDeclarationFacts } from './fill-input.ts'

/** An origin for tests, told apart by its reference. */
export function origin(reference: string): { readonly origin: FieldOrigin } {
  return { origin: { source: 'order', reference } }
}

export const goodsItemFacts: GoodsItemFacts = {
  goods: {
    description: "Men's T-shirts of knitted cotton",
    originCountry: 'CN',
    grossWeightKg: decimal('2.5'),
    netWeightKg: decimal('2.1'),
    packages: [{ typeCode: 'CT', quantity: 1, marks: 'TW 1/1' }],
    ...origin('goods'),
  },
  classification: {
    commodityCode: '6109100010',
    taricAdditionalCodes: [],
    nationalAdditionalCodes: [],
    ...origin('classification'),
  },
  price: { amount: money('400.00', 'CNY'), ...origin('price') },
  regime: {
    requestedProcedure: '40',
    previousProcedure: '00',
    additionalProcedures: ['000'],
    valuationMethod: '1',
    valuationIndicators: '0000',
    preferenceCode: '100',
    taxTypes: ['A00', 'B00'],
    ...origin('regime'),
  },
  documents: [{ code: 'N935', id: 'INV-1/2026-09-01', statusCode: 'AE', ...origin('invoice') }],
  statements: [],
}

/** A seller in China delivers to a company in Britain, which pays by deferment and has an agent. */
export const importFacts: ImportDeclarationFacts = {
  lrn: 'TW-2026-000001',
  additionalDeclarationType: 'D',
  parties: {
    importer: { kind: 'registered', eori: 'GB553202734852', ...origin('importer') },
    exporter: {
      kind: 'named',
      name: '深圳市样品贸易有限公司 Shenzhen Sample Trading',
      address: { line: '1 Trade Road', city: 'Shenzhen', postcode: '518000', countryCode: 'CN' },
      ...origin('exporter'),
    },
    declarant: { eori: 'GB603202734852', ...origin('declarant') },
    representation: { kind: 'indirect', ...origin('representation') },
  },
  shipment: {
    exportCountry: 'CN',
    destinationCountry: 'GB',
    totalPackages: 1,
    transactionNatureCode: '1',
    goodsLocation: {
      countryCode: 'GB',
      typeCode: 'A',
      qualifier: 'U',
      code: 'LHRLHRLHR',
      ...origin('location'),
    },
    transport: {
      borderModeCode: '4',
      borderNationality: 'GB',
      arrival: { typeCode: '40', id: 'BA0038/2026-09-12' },
      containerIds: [],
      ...origin('transport'),
    },
    ...origin('shipment'),
  },
  valuation: {
    incoterm: 'FOB',
    place: { kind: 'code', unlocode: 'CNSZX' },
    invoiceTotal: money('400.00', 'CNY'),
    chargeDeductions: [{ code: 'AK', amount: money('55.00', 'CNY'), ...origin('freight') }],
    ...origin('valuation'),
  },
  payment: {
    kind: 'deferment',
    accountNumber: '1108654',
    dpo: { holderEori: 'GB553202734852', decisionNumber: 'GBDPO1108654' },
    guarantee: {
      holderEori: 'GB553202734852',
      decisionNumber: 'GBCGUGuaranteenotrequired',
      guaranteeReference: 'Guaranteenotrequired',
      typeCode: '0',
    },
    ...origin('payment'),
  },
  vat: { kind: 'paid', ...origin('vat') },
  references: { ducr: '6GB553202734852-TW-1', ...origin('references') },
  goodsItems: [goodsItemFacts],
}
