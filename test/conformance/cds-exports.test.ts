import { afterAll, describe, expect, it } from 'vitest'
import { exportFacts } from '../../src/customs/declaration/export-facts.fixture.ts'
import type {
  ExportDeclarationFacts,
  ExportItemFacts,
} from '../../src/customs/declaration/export-facts.ts'
import {
  fillExportDeclaration,
  fillSimplifiedExportDeclaration,
} from '../../src/customs/declaration/fill-export-declaration.ts'
import type { FieldOrigin } from '../../src/customs/declaration/fill-input.ts'
import { readDeclaration } from '../../src/customs/formats/uk-cds/read-declaration.ts'
import { writeDeclaration } from '../../src/customs/formats/uk-cds/write-declaration.ts'
import { decimal } from '../../src/customs/money/decimal.ts'
import { money } from '../../src/customs/money/money.ts'
import { valueOf } from '../gb-reference-data.ts'
import { hasSharedMaterial, sharedMaterialAbsent } from '../shared-material.ts'
import { declarationSample } from './cds-samples.ts'
import { cdsSchema } from './cds-schema.ts'

const origin: FieldOrigin = { source: 'person' }

/** Straw envelopes for bottles, sold by their exporter, who declares them itself. */
const envelopes: ExportItemFacts = {
  goods: {
    origin,
    description: 'Straw envelopes for bottles, made of certified straw in wraps of 1000',
    grossWeightKg: decimal('10'),
    netWeightKg: decimal('5'),
    packages: [{ typeCode: 'PK', quantity: 10, marks: '2379261ETT' }],
  },
  classification: {
    origin,
    commodityCode: '46021910',
    taricAdditionalCodes: [],
    nationalAdditionalCodes: [],
  },
  regime: {
    origin,
    requestedProcedure: '10',
    previousProcedure: '40',
    additionalProcedures: ['000'],
    transactionNatureCode: '11',
  },
  statisticalValue: { origin, amount: money('200', 'GBP') },
  documents: [],
  statements: [],
}

/** By sea from Dover to New York by way of Canada, in a consolidation: TT_EX054a. */
const byDover: ExportDeclarationFacts = {
  lrn: 'U.784732390W31',
  presentation: 'pre-lodged',
  parties: {
    exporter: { kind: 'registered', eori: 'GB427168118378', origin },
    consignee: {
      kind: 'named',
      name: 'Packings Import Incorporated',
      address: {
        ...{ line: '1 Bags Avenue', city: 'New York', postcode: 'NY1 234', countryCode: 'US' },
      },
      origin,
    },
    declarant: { eori: 'GB427168118378', origin },
    representation: { kind: 'self', origin },
  },
  shipment: {
    origin,
    exportCountry: 'GB',
    destinationCountry: 'US',
    totalPackages: 10,
    exitOffice: 'GB000040',
    goodsLocation: {
      ...{ origin, countryCode: 'GB', typeCode: 'A', qualifier: 'U', code: 'DVRDOVDVR' },
    },
    transport: {
      origin,
      borderModeCode: '1',
      border: { typeCode: '11', id: 'CSCLGLOBE' },
      borderNationality: 'GB',
      departure: { typeCode: '11', id: 'CSCLGLOBE' },
      containers: [{ id: 'CONU1234567', seals: ['333'] }],
    },
    statements: [],
  },
  safety: {
    origin,
    carrier: { kind: 'registered', eori: 'GB025115100010', origin },
    freightPaymentCode: 'D',
    routingCountries: ['GB', 'CA', 'US'],
  },
  authorisations: [],
  references: {
    origin,
    ducr: '5GB056140462617-CRSRAN',
    masterUcr: 'GB/EJ6Z-14TPGLBKJYT9P5S01P4FETCAL',
  },
  goodsItems: [envelopes],
}

/** By roll-on roll-off from Ramsgate, at the zero rate of VAT: TT_EX011a. */
const byRamsgate: ExportDeclarationFacts = {
  ...byDover,
  lrn: '7849431KJ7CH',
  shipment: {
    ...byDover.shipment,
    goodsLocation: { ...byDover.shipment.goodsLocation, code: 'RMGRMGRMG' },
    transport: { ...byDover.shipment.transport, borderModeCode: '6' },
  },
  references: { origin, ducr: '4GB602115393506-Q6OE1VLI4' },
  goodsItems: [
    {
      ...envelopes,
      classification: { ...envelopes.classification, nationalAdditionalCodes: ['VATZ'] },
      statisticalValue: { origin, amount: money('1000', 'GBP') },
    },
  ],
}

const title = hasSharedMaterial ? 'CDS exports' : `CDS exports: ${sharedMaterialAbsent}`

describe.skipIf(!hasSharedMaterial)(title, () => {
  const schema = hasSharedMaterial ? cdsSchema('wrapper_submit.xsd') : undefined
  afterAll(() => schema?.[Symbol.dispose]())

  it.each([
    ['TT_EX054a', byDover],
    ['TT_EX011a', byRamsgate],
  ])('filled from the facts of %s are that declaration', (name, facts) => {
    const sample = valueOf(readDeclaration(declarationSample(`${name}.xml`).bytes))
    expect(valueOf(fillExportDeclaration(facts)).declaration).toEqual(sample)
  })

  it.each([
    ['full', fillExportDeclaration],
    ['simplified', fillSimplifiedExportDeclaration],
  ])(
    'in the %s data set are messages that the schema accepts, each time the same',
    (_name, fill) => {
      for (const facts of [byDover, byRamsgate, exportFacts]) {
        const { declaration } = valueOf(fill(facts))
        const message = writeDeclaration(declaration)
        expect(schema?.complaint(message)).toBeUndefined()
        expect(valueOf(readDeclaration(message))).toEqual(declaration)
        expect(writeDeclaration(valueOf(fill(facts)).declaration)).toEqual(message)
      }
    },
  )
})
