import { describe, expect, it } from 'vitest'
import { ruleContext } from '../../../test/rule-context.ts'
import { checkStructureToWrite } from '../formats/uk-cds/check-structure.ts'
import { readDeclaration } from '../formats/uk-cds/read-declaration.ts'
import { declarationMessage, writeMessage } from '../formats/uk-cds/write-declaration.ts'
import type { BulkConsignmentFacts, BulkDeclarationFacts } from './bulk-facts.ts'
import { checkDeclaration } from './check-declaration.ts'
import type { Declaration } from './declaration.ts'
import { fillBulkDeclaration } from './fill-bulk-declaration.ts'
import { importFacts, origin } from './import-facts.fixture.ts'

const first: BulkConsignmentFacts = {
  exporter: importFacts.parties.exporter,
  description: "Men's T-shirts of knitted cotton",
  packages: [{ typeCode: 'PK', quantity: 1, marks: 'ORDER-1' }],
  ...origin('order 1'),
}

const second: BulkConsignmentFacts = {
  exporter: {
    kind: 'named',
    name: 'Ningbo Other Trading',
    address: { line: '2 Port Road', city: 'Ningbo', postcode: '315800', countryCode: 'CN' },
    ...origin('order 2'),
  },
  description: 'Bluetooth speaker in a plastic housing',
  packages: [{ typeCode: 'PK', quantity: 2, marks: 'ORDER-2' }],
  ...origin('order 2'),
}

const facts: BulkDeclarationFacts = {
  lrn: 'TW-2026-BULK-1',
  additionalDeclarationType: 'J',
  parties: importFacts.parties,
  authorisation: { holderEori: 'GB553202734852', number: 'GBBRD1234', ...origin('profile') },
  shipment: {
    exportCountry: 'CN',
    isCustomsUnion: false,
    goodsLocation: importFacts.shipment.goodsLocation,
    borderModeCode: '4',
    arrival: { typeCode: '40', id: 'BA0038/2026-09-12' },
    ...origin('shipment'),
  },
  references: importFacts.references,
  consignments: [first, second],
}

function filled(changes: Partial<BulkDeclarationFacts> = {}): Declaration {
  const result = fillBulkDeclaration({ ...facts, ...changes })
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value.declaration
}

/** The rules of bulk declarations that are broken. */
function rulesBroken(declaration: Declaration): readonly string[] {
  return checkDeclaration(declaration, { ...ruleContext, dataSet: 'birds' })
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('bulk-'))
}

function withItem(change: (item: NonNullable<ReturnType<typeof itemOf>>) => object): Declaration {
  const declaration = filled({ consignments: [first] })
  const goodsItems = [{ ...itemOf(declaration)!, ...change(itemOf(declaration)!) }]
  return { ...declaration, goodsShipment: { ...declaration.goodsShipment, goodsItems } }
}

const itemOf = ({ goodsShipment }: Declaration) => goodsShipment?.goodsItems?.[0]

describe('a bulk declaration of low value', () => {
  it('holds each consignment as an item under the authorisation, and no tax', () => {
    const declaration = filled()
    expect(declaration).toMatchObject({
      typeCode: 'IMJ',
      goodsItemQuantity: 2,
      totalPackageQuantity: 3,
      authorisationHolders: [{ id: 'GB553202734852', categoryCode: 'BRD' }],
    })
    expect(declaration.goodsShipment?.goodsItems).toMatchObject([
      {
        additionalDocuments: [{ categoryCode: '1', typeCode: 'BRD', id: 'GBBRD1234' }],
        governmentProcedures: [{ currentCode: '00', previousCode: '20' }, { currentCode: '21V' }],
        packagings: [{ marksAndNumbers: 'ORDER-1' }],
      },
      { packagings: [{ marksAndNumbers: 'ORDER-2', packageQuantity: 2 }] },
    ])
  })

  it('names several exporters by the code for them, one by its name', () => {
    expect(filled()).toMatchObject({
      additionalInformation: [{ statementCode: '00200' }],
      exporter: {
        name: '00200',
        address: { line: '00200', cityName: '00200', postcode: 'NA', countryCode: 'CN' },
      },
    })
    const alone = filled({ consignments: [first, { ...second, exporter: first.exporter }] })
    expect(alone.additionalInformation).toBeUndefined()
    expect(alone.exporter?.address?.cityName).toBe('Shenzhen')
  })

  it('from Jersey is of type CO with 15F', () => {
    const shipment = { ...facts.shipment, exportCountry: 'JE', isCustomsUnion: true }
    const declaration = filled({ shipment })
    expect(declaration.typeCode).toBe('COJ')
    expect(itemOf(declaration)?.governmentProcedures?.at(-1)).toEqual({ currentCode: '15F' })
    expect(rulesBroken(declaration)).toEqual([])
  })

  it('keeps every rule of its data set and the structure of its message', () => {
    expect(rulesBroken(filled())).toEqual([])
    const message = declarationMessage(filled())
    expect(checkStructureToWrite(message).ok).toBe(true)
    const read = readDeclaration(writeMessage(message))
    expect(read.ok && read.value).toEqual(filled())
  })

  it('holds up to 99 consignments', () => {
    expect(
      filled({ consignments: Array.from({ length: 99 }, () => first) }).goodsItemQuantity,
    ).toBe(99)
    const consignments = Array.from({ length: 100 }, () => first)
    expect(fillBulkDeclaration({ ...facts, consignments }).ok).toBe(false)
    expect(fillBulkDeclaration({ ...facts, consignments: [] }).ok).toBe(false)
  })

  it.each<[string, () => Declaration, string]>([
    ['no code 21V', () => withItem(() => ({ governmentProcedures: [] })), 'bulk-procedure'],
    [
      '15F from elsewhere',
      () =>
        withItem(({ governmentProcedures = [] }) => ({
          governmentProcedures: [...governmentProcedures, { currentCode: '15F' }],
        })),
      'bulk-procedure',
    ],
    [
      'no authorisation shown',
      () => withItem(() => ({ additionalDocuments: [] })),
      'bulk-authorised',
    ],
    ['no holder of it', () => ({ ...filled(), authorisationHolders: [] }), 'bulk-authorised'],
    [
      'several exporters in part',
      () => ({ ...filled(), additionalInformation: [] }),
      'bulk-several-exporters',
    ],
    [
      'a tax',
      () =>
        withItem(({ commodity }) => ({
          commodity: { ...commodity, dutyTaxFees: [{ typeCode: 'B00' }] },
        })),
      'bulk-no-taxes',
    ],
    ['no package', () => withItem(() => ({ packagings: [] })), 'bulk-goods-described-and-packed'],
  ])('is found wrong with %s', (_what, declaration, rule) => {
    expect(rulesBroken(declaration())).toEqual([rule])
  })
})
