import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import type { H7DeclarationFacts, H7ItemFacts } from './h7-facts.ts'
import { origin } from './import-facts.fixture.ts'

export const h7ItemFacts: H7ItemFacts = {
  goods: {
    description: "Men's T-shirts of knitted cotton",
    grossWeightKg: decimal('0.4'),
    ...origin('goods'),
  },
  classification: { commodityCode: '610910', ...origin('classification') },
  intrinsicValue: { amount: money('42.00', 'GBP'), ...origin('price') },
  regime: { additionalProcedures: ['1H7', 'C07', 'F48'], ...origin('regime') },
  documents: [{ code: 'N935', id: 'INV-1', statusCode: 'AC', ...origin('invoice') }],
  statements: [{ code: 'NIIMP', ...origin('lane') }],
}

/** A marketplace in the import one stop shop delivers a shirt to a private buyer in Belfast. */
export const h7Facts: H7DeclarationFacts = {
  lrn: 'TW-2026-000007',
  additionalDeclarationType: 'D',
  parties: {
    importer: {
      kind: 'named',
      name: 'Aoife Example',
      address: { line: '1 Sample Street', city: 'Belfast', postcode: 'BT1 5GS', countryCode: 'GB' },
      ...origin('importer'),
    },
    exporter: {
      kind: 'named',
      name: 'Shenzhen Sample Trading',
      address: { line: '1 Trade Road', city: 'Shenzhen', postcode: '518000', countryCode: 'CN' },
      ...origin('exporter'),
    },
    declarant: { eori: 'XI603202734852', ...origin('declarant') },
    representation: { kind: 'direct', ...origin('representation') },
  },
  shipment: {
    totalPackages: 1,
    goodsLocation: {
      ...{ countryCode: 'GB', typeCode: 'A', qualifier: 'U', code: 'BELBFSBEL' },
      ...origin('location'),
    },
    borderModeCode: '4',
    borderNationality: 'GB',
    ...origin('shipment'),
  },
  transportCosts: { amount: money('5.00', 'GBP'), ...origin('freight') },
  fiscalReference: { roleCode: 'FR5', id: 'IM5532027340', ...origin('vat') },
  references: { ducr: '6XI603202734852-TW-7', ...origin('references') },
  goodsItems: [h7ItemFacts],
}
