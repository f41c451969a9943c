import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { Declaration } from '../../src/customs/declaration/declaration.ts'
import { fillImportDeclaration } from '../../src/customs/declaration/fill-import-declaration.ts'
import type { ImportDeclarationFacts } from '../../src/customs/declaration/fill-input.ts'
import { fillSimplifiedDeclaration } from '../../src/customs/declaration/fill-simplified-declaration.ts'
import { fillSupplementaryDeclaration } from '../../src/customs/declaration/fill-supplementary-declaration.ts'
import {
  checkStructure,
  structureFailures,
} from '../../src/customs/formats/uk-cds/check-structure.ts'
import { declarationStructure } from '../../src/customs/formats/uk-cds/declaration-structure.ts'
import {
  declarationElement,
  readDeclaration,
} from '../../src/customs/formats/uk-cds/read-declaration.ts'
import { writeArrivalNotification } from '../../src/customs/formats/uk-cds/write-arrival-notification.ts'
import { writeCancellationRequest } from '../../src/customs/formats/uk-cds/write-cancellation-request.ts'
import { writeDeclaration } from '../../src/customs/formats/uk-cds/write-declaration.ts'
import { readXml } from '../../src/customs/xml/read-xml.ts'
import type { XmlElement } from '../../src/customs/xml/xml-element.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'
import { anyFields, everyField } from './cds-any-declaration.ts'
import { canonical, pathsOf } from './cds-canonical.ts'
import { importFacts } from './cds-import-facts.ts'
import { declarationSample, declarationSamples } from './cds-samples.ts'
import { cdsSchema } from './cds-schema.ts'
import { schemaElements, structureElements } from './cds-schema-elements.ts'

const title = hasSharedMaterial ? 'CDS declarations' : `CDS declarations: ${sharedMaterialAbsent}`
const seed = 20260901

describe.skipIf(!hasSharedMaterial)(title, () => {
  const schema = hasSharedMaterial ? cdsSchema('wrapper_submit.xsd') : undefined
  const samples = hasSharedMaterial ? declarationSamples() : []
  afterAll(() => schema?.[Symbol.dispose]())

  /** What the schema has against a message, `undefined` where it is valid. */
  const complaint = (message: Uint8Array | string): string | undefined => schema?.complaint(message)

  describe('the structure tables', () => {
    it('have every element of the schema, with its occurrences, and no other', () => {
      const xsd = sharedPath(
        'messages',
        'cds',
        'schemas',
        'wco',
        'declaration',
        'WCO_DEC_2_DMS.xsd',
      )
      const expected = schemaElements(parsed(readFileSync(xsd)))
      expect(structureElements(declarationStructure)).toEqual(expected)
      expect(expected.length).toBeGreaterThan(400)
    })
  })

  describe('the shared samples', () => {
    it('are all there', () => {
      expect(samples.length).toBeGreaterThanOrEqual(102)
    })

    it('are all read, written again with equal content, and valid', () => {
      const faults = samples.flatMap((sample) => {
        const declaration = read(sample.bytes)
        const written = writeDeclaration(declaration)
        const same = isSameContent(sample.declaration, parsedDeclaration(written))
        return [
          ...(same ? [] : [`${sample.name}: content differs`]),
          ...(complaint(written) === undefined ? [] : [`${sample.name}: ${complaint(written)}`]),
        ]
      })
      expect(faults).toEqual([])
    })

    it('use no element or attribute that is lost on the way', () => {
      const used = pathSet(samples.map(({ declaration }) => declaration))
      const kept = pathSet(
        samples.map(({ bytes }) => parsedDeclaration(writeDeclaration(read(bytes)))),
      )
      expect([...used].filter((path) => !kept.has(path))).toEqual([])
      expect(used.size).toBeGreaterThan(150)
    })
  })

  describe('every field of the model', () => {
    const { children } = declarationStructure.content

    it('survives writing and reading, in a message that the schema accepts', () => {
      fc.assert(
        fc.property(everyField(children), (fields) => {
          const declaration = fields as unknown as Declaration
          const message = writeDeclaration(declaration)
          expect(complaint(message)).toBeUndefined()
          expect(read(message)).toEqual(declaration)
        }),
        { seed, numRuns: 20 },
      )
    })

    it('survives in any combination', () => {
      fc.assert(
        fc.property(anyFields(children), (fields) => {
          const declaration = fields as unknown as Declaration
          const message = writeDeclaration(declaration)
          expect(complaint(message)).toBeUndefined()
          expect(structureFailures(parsed(message))).toEqual([])
          expect(read(message)).toEqual(declaration)
        }),
        { seed, numRuns: 50 },
      )
    })
  })

  it('of 200 random imports are valid by schema and structure and read back equal', () => {
    fc.assert(
      fc.property(importFacts(), (facts) => {
        const filled = fillImportDeclaration(facts)
        if (!filled.ok) throw new Error(filled.failures[0].message)
        const message = writeDeclaration(filled.value.declaration)
        expect(complaint(message)).toBeUndefined()
        expect(checkStructure(message)).toEqual({ ok: true, value: undefined })
        expect(read(message)).toEqual(filled.value.declaration)
        for (const reduced of simplifiedFrom(facts)) {
          const reducedMessage = writeDeclaration(reduced)
          expect(complaint(reducedMessage)).toBeUndefined()
          expect(read(reducedMessage)).toEqual(reduced)
        }
      }),
      { seed, numRuns: 200 },
    )
  })

  it('of requests about a declaration are valid', () => {
    const about = { lrn: 'TW-1', mrn: '24GBACHBAKA9WI1A04', submitterEori: 'GB427168118378' }
    expect(complaint(writeArrivalNotification(about))).toBeUndefined()
    using cancellations = cdsSchema('wrapper_cancel.xsd')
    const request = writeCancellationRequest({ ...about, reason: 'other', explanation: 'Sold.' })
    expect(cancellations.complaint(request)).toBeUndefined()
  })

  it('of arrival are written as in TT_IM183a', () => {
    const sample = declarationSample('TT_IM183a/Step2_GPN.xml')
    const written = writeArrivalNotification({
      lrn: '7847767HIPDG',
      mrn: '24GBACHBAKA9WI1A04',
      submitterEori: 'GB427168118378',
    })
    expect(isSameContent(sample.declaration, parsedDeclaration(written))).toBe(true)
  })

  it('reads TT_IM001a: a standard import by deferment', () => {
    expect(read(declarationSample('Step1_TT_IM001a.xml').bytes)).toMatchObject({
      functionCode: '9',
      lrn: '7847767E1WB6',
      typeCode: 'IMA',
      goodsItemQuantity: 1,
      totalPackageQuantity: 50,
      additionalDocuments: [{ categoryCode: '1', id: '1108654', typeCode: 'DAN' }],
      agent: { functionCode: '2' },
      declarant: { id: 'GB603202734852' },
      exporter: { name: 'US Clipper Inc.', address: { cityName: 'New York', countryCode: 'US' } },
      goodsShipment: {
        consignment: {
          containerCode: '1',
          goodsLocation: { name: 'WLALONBTW', typeCode: 'A', address: { typeCode: 'U' } },
        },
        importer: { id: 'GB553202734852' },
        tradeTerms: { conditionCode: 'CIF', locationId: 'GBWLA' },
        goodsItems: [
          {
            sequenceNumber: 1,
            commodity: {
              classifications: [
                { code: '85109000', typeCode: 'TSP' },
                { code: '00', typeCode: 'TRC' },
              ],
              dutyTaxFees: [
                { dutyRegimeCode: '100', typeCode: 'A00', payment: { methodCode: 'E' } },
                { typeCode: 'B00', payment: { methodCode: 'E' } },
              ],
              goodsMeasure: { grossMass: { value: '150' }, netMass: { value: '100' } },
              invoiceLine: { itemCharge: { amount: '1000', currency: 'GBP' } },
            },
            governmentProcedures: [
              { currentCode: '40', previousCode: '00' },
              { currentCode: '000' },
            ],
            origins: [{ countryCode: 'US', typeCode: '1' }],
            valuationAdjustment: { additionCode: '0000' },
          },
        ],
      },
      obligationGuarantees: [{ id: 'GBCGU55320273485220191113093459', securityDetailsCode: '1' }],
    })
  })

  it('reads TT_IM124a: a super-reduced import to Northern Ireland under IOSS', () => {
    expect(read(declarationSample('Step1_TT_IM124a.xml').bytes)).toEqual({
      functionCode: '9',
      lrn: 'U.7847323X8D5G',
      typeCode: 'IMA',
      goodsItemQuantity: 1,
      agent: { functionCode: '2' },
      borderTransportMeans: { modeCode: '5' },
      declarant: { id: 'XI603202734852' },
      exporter: {
        name: 'Invaluable Fine Arts Inc',
        address: {
          cityName: 'Sydney',
          countryCode: 'AU',
          line: '26 Broadway Ave.',
          postcode: 'SY1 4NY',
        },
      },
      goodsShipment: {
        consignment: {
          goodsLocation: {
            name: 'BELBFSBEL',
            typeCode: 'A',
            address: { typeCode: 'U', countryCode: 'GB' },
          },
        },
        customsValuation: { freightCharge: { amount: '13.75', currency: 'USD' } },
        taxParties: [{ id: 'IM5532027340', roleCode: 'FR5' }],
        goodsItems: [
          {
            customsValueAmount: { amount: '140', currency: 'USD' },
            sequenceNumber: 1,
            additionalDocuments: [
              {
                categoryCode: '9',
                id: 'See attached Worksheet1154-01122021',
                name: 'See attached worksheet',
                typeCode: 'WKS',
                statusCode: 'AE',
              },
            ],
            additionalInformation: [{ statementCode: 'NIIMP' }],
            commodity: {
              description: 'Antiques - Original engravings, prints and lithographs',
              classifications: [{ code: '970200', typeCode: 'TSP' }],
              goodsMeasure: { grossMass: { value: '2', unitCode: 'KGM' } },
            },
            governmentProcedures: [
              { currentCode: '40', previousCode: '00' },
              { currentCode: '1H7' },
              { currentCode: 'C07' },
              { currentCode: 'F48' },
            ],
          },
        ],
        importer: { id: 'XI553202734852' },
        previousDocuments: [{ categoryCode: 'Z', id: 'PL20241125-281-284', typeCode: '271' }],
      },
    })
  })
})

/** The simplified declaration of the same goods, and the one that completes it. */
function simplifiedFrom(facts: ImportDeclarationFacts): readonly Declaration[] {
  const origin = { source: 'person' } as const
  const simplification = {
    ...{ holderEori: 'GB553202734852', decisionNumber: 'GBSDE553202734852I', origin },
  }
  const initial = { mrn: '26GB34F7Y1O2CX8PT4', acceptedAt: '2026-09-01T12:00:00Z', origin }
  return [
    fillSimplifiedDeclaration(facts, simplification),
    fillSupplementaryDeclaration(facts, { simplification, initial }),
  ].map((filled) => {
    if (!filled.ok) throw new Error(filled.failures[0].message)
    return filled.value.declaration
  })
}

function parsed(document: Uint8Array | string): XmlElement {
  const result = readXml(document)
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value
}

function parsedDeclaration(message: Uint8Array): XmlElement {
  const declaration = declarationElement(parsed(message))
  if (declaration === undefined) throw new Error('the message has no declaration')
  return declaration
}

function read(message: Uint8Array): Declaration {
  const result = readDeclaration(message)
  if (!result.ok) throw new Error(result.failures.map((each) => each.message).join(' '))
  return result.value
}

function isSameContent(left: XmlElement, right: XmlElement): boolean {
  return JSON.stringify(canonical(left)) === JSON.stringify(canonical(right))
}

function pathSet(elements: readonly XmlElement[]): ReadonlySet<string> {
  return new Set(elements.flatMap((element) => pathsOf(canonical(element))))
}
