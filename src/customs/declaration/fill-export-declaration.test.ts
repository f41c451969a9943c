import { describe, expect, it } from 'vitest'
import { ruleContext } from '../../../test/rule-context.ts'
import { checkStructureToWrite } from '../formats/uk-cds/check-structure.ts'
import { readDeclaration } from '../formats/uk-cds/read-declaration.ts'
import { declarationMessage, writeMessage } from '../formats/uk-cds/write-declaration.ts'
import { decimal } from '../money/decimal.ts'
import type { Result } from '../result.ts'
import { checkDeclaration } from './check-declaration.ts'
import { exportFacts, exportItemFacts } from './export-facts.fixture.ts'
import type { ExportDeclarationFacts } from './export-facts.ts'
import {
  fillExportDeclaration,
  fillSimplifiedExportDeclaration,
} from './fill-export-declaration.ts'
import type { FilledDeclaration } from './fill-import-declaration.ts'
import { origin } from './import-facts.fixture.ts'

type Fill = (facts: ExportDeclarationFacts) => Result<FilledDeclaration>

function filledBy(fill: Fill, changes: Partial<ExportDeclarationFacts> = {}): FilledDeclaration {
  const result = fill({ ...exportFacts, ...changes })
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value
}

const authorised: Partial<ExportDeclarationFacts> = {
  authorisations: [
    {
      ...{ typeCode: 'SDE', holderEori: 'GB553202734852', documentCode: 'C512' },
      decisionNumber: 'GBSDE553202734852E20260101093111',
      ...origin('authorisation'),
    },
  ],
}

const ways: readonly (readonly ['b1' | 'c1', Fill, Partial<ExportDeclarationFacts>])[] = [
  ['b1', fillExportDeclaration, {}],
  ['c1', fillSimplifiedExportDeclaration, authorised],
]

describe('an export declaration', () => {
  it('says who sends what to whom, by which office it leaves and what it is worth there', () => {
    const { declaration } = filledBy(fillExportDeclaration)
    expect(declaration).toMatchObject({
      typeCode: 'EXD',
      totalPackageQuantity: 1,
      agent: { functionCode: '2' },
      exitOffice: { id: 'GB000084' },
      exporter: { id: 'GB553202734852' },
      borderTransportMeans: { id: 'BA0177', registrationNationalityCode: 'GB', modeCode: '4' },
      goodsShipment: {
        consignee: { name: 'Sample Stores Inc.', address: { countryCode: 'US' } },
        destination: { countryCode: 'US' },
        exportCountry: { countryCode: 'GB' },
        previousDocuments: [{ typeCode: 'DCR', id: '6GB553202734852-TW-42' }],
      },
    })
    expect(declaration.goodsShipment?.goodsItems).toEqual([
      {
        sequenceNumber: 1,
        statisticalValue: { amount: '240.00', currency: 'GBP' },
        transactionNatureCode: '11',
        commodity: {
          description: "Men's T-shirts of knitted cotton",
          classifications: [
            { code: '61091000', typeCode: 'TSP' },
            { code: 'VATZ', typeCode: 'GN' },
          ],
          goodsMeasure: { grossMass: { value: '2.5' }, netMass: { value: '2.1' } },
        },
        governmentProcedures: [{ currentCode: '10', previousCode: '40' }, { currentCode: '000' }],
        packagings: [
          { sequenceNumber: 1, marksAndNumbers: 'TW 1/1', packageQuantity: 1, typeCode: 'CT' },
        ],
      },
    ])
  })

  it.each(ways)(
    'in data set %s keeps its rules and the structure of its message',
    (id, fill, facts) => {
      const { declaration } = filledBy(fill, facts)
      expect(checkDeclaration(declaration, { ...ruleContext, dataSet: id })).toEqual([])
      const message = declarationMessage(declaration)
      expect(checkStructureToWrite(message).ok).toBe(true)
      expect(readDeclaration(writeMessage(message))).toEqual({ ok: true, value: declaration })
    },
  )

  it.each(ways)('in data set %s keeps of every field where it comes from', (_id, fill, facts) => {
    const { declaration, origins } = filledBy(fill, facts)
    expect(Object.keys(origins).toSorted()).toEqual(leavesOf(declaration).toSorted())
    expect(origins['/exitOffice/id']).toEqual({ source: 'order', reference: 'shipment' })
  })

  it('of goods that go back names the import by which they came', () => {
    const { declaration } = filledBy(fillExportDeclaration, {
      references: { ...exportFacts.references, importMrn: '26GB1234567890ABC1' },
    })
    expect(declaration.goodsShipment?.previousDocuments).toContainEqual({
      ...{ categoryCode: 'Z', typeCode: 'MRN', id: '26GB1234567890ABC1' },
    })
  })

  it('of an exporter that declares for itself says so on every item, and names no representative', () => {
    const { declaration } = filledBy(fillExportDeclaration, {
      parties: { ...exportFacts.parties, representation: { kind: 'self', ...origin('self') } },
      goodsItems: [exportItemFacts, exportItemFacts],
    })
    expect(declaration.agent).toBeUndefined()
    expect(
      declaration.goodsShipment?.goodsItems?.map((item) => item.additionalInformation),
    ).toEqual([
      [{ statementCode: '00400', statementDescription: 'EXPORTER' }],
      [{ statementCode: '00400', statementDescription: 'EXPORTER' }],
    ])
  })

  it('names containers with their seals', () => {
    const { shipment } = exportFacts
    const containers = [{ id: 'MSCU1234567', seals: ['S1', 'S2'] }]
    const { declaration } = filledBy(fillExportDeclaration, {
      shipment: { ...shipment, transport: { ...shipment.transport, containers } },
    })
    expect(declaration.goodsShipment?.consignment).toMatchObject({
      containerCode: '1',
      transportEquipment: [
        { sequenceNumber: 1, id: 'MSCU1234567', seals: [{ id: 'S1' }, { id: 'S2' }] },
      ],
    })
  })

  it('is refused without goods, and with the ten digits that only imports have', () => {
    const { classification } = exportItemFacts
    const tenDigits = {
      ...exportItemFacts,
      classification: { ...classification, commodityCode: '6109100010' },
    }
    expect(fillExportDeclaration({ ...exportFacts, goodsItems: [] })).toMatchObject({
      failures: [{ code: 'fact-missing', path: '/goodsItems' }],
    })
    expect(fillExportDeclaration({ ...exportFacts, goodsItems: [tenDigits] })).toMatchObject({
      failures: [
        {
          code: 'commodity-code-not-declarable',
          path: '/goodsItems/0/classification/commodityCode',
        },
      ],
    })
  })
})

describe('a simplified export declaration', () => {
  it('leaves value, gross mass and transport to its supplementary, and names its authorisation', () => {
    const { declaration } = filledBy(fillSimplifiedExportDeclaration, {
      ...authorised,
      goodsItems: [
        {
          ...exportItemFacts,
          goods: { ...exportItemFacts.goods, supplementaryQuantity: decimal('12') },
        },
      ],
    })
    expect(declaration).toMatchObject({
      typeCode: 'EXF',
      borderTransportMeans: { modeCode: '4' },
      authorisationHolders: [{ id: 'GB553202734852', categoryCode: 'SDE' }],
    })
    expect(declaration.borderTransportMeans).toEqual({ modeCode: '4' })
    expect(declaration).not.toHaveProperty('totalPackageQuantity')
    expect(declaration.goodsShipment).not.toHaveProperty('exportCountry')
    expect(declaration.goodsShipment?.consignment).not.toHaveProperty('departureTransportMeans')
    const [item] = declaration.goodsShipment?.goodsItems ?? []
    expect(item).not.toHaveProperty('statisticalValue')
    expect(item).not.toHaveProperty('transactionNatureCode')
    expect(item?.commodity?.goodsMeasure).toEqual({
      netMass: { value: '2.1' },
      tariffQuantity: { value: '12' },
    })
    expect(item?.additionalDocuments).toEqual([
      { categoryCode: 'C', typeCode: '512', id: 'GBSDE553202734852E20260101093111' },
    ])
  })
})

/** JSON Pointers of all values that are no group. */
function leavesOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, field]) => leavesOf(field, `${path}/${key}`))
}
