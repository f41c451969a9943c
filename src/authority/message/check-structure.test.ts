import { describe, expect, it } from 'vitest'
import { handWrittenH1 } from '../testing/hand-written-h1.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { checkStructure } from './check-structure.ts'
import { declarationStructure } from './declaration-structure.ts'
import { metaDataNamespaceOf } from './namespaces.ts'
import { readDeclaration } from './read-declaration.ts'

function faultsOf(xml: string): readonly string[] {
  const parsed = parseXml(new TextEncoder().encode(xml))
  if (!parsed.ok) throw new Error(parsed.failures[0].message)
  return checkStructure(parsed.value, declarationStructure, metaDataNamespaceOf).map(
    ({ path, message }) => `${path}: ${message}`,
  )
}

const h1 = handWrittenH1()

describe('the structure of a declaration', () => {
  it('is met by a sound declaration', () => {
    expect(faultsOf(h1)).toEqual([])
  })

  it('names the element that stands too late and the one it had to precede', () => {
    const swapped = h1.replace(
      /(<Description>.*<\/Description>)([\s\S]*?)(<GoodsMeasure>)/,
      '$2$1$3',
    )
    expect(faultsOf(swapped)).toEqual([
      '/MetaData/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[1]/Commodity/Description: ' +
        'Description stands after DutyTaxFee, but must stand before it',
    ])
  })

  it('names unknown, missing, repeated and malformed elements with their place', () => {
    expect(
      faultsOf(
        h1.replace('<TypeCode>IMA', '<TypeKode>IMA').replace('IMA</TypeCode>', 'IMA</TypeKode>'),
      ),
    ).toEqual(['/MetaData/Declaration/TypeKode: TypeKode is not known here'])
    expect(faultsOf(h1.replace('<FunctionCode>9</FunctionCode>', ''))).toEqual([
      '/MetaData/Declaration: FunctionCode is missing',
    ])
    expect(
      faultsOf(h1.replace('<TypeCode>IMA</TypeCode>', '<TypeCode>IMA</TypeCode>'.repeat(2)))[0],
    ).toContain('TypeCode stands 2 times, allowed are 1')
    expect(faultsOf(h1.replace('>IMA<', '>IMPORT<'))[0]).toContain('must have at most 3 characters')
    expect(faultsOf(h1.replace('>1000.00<', '>1000.0001<'))[0]).toContain('more than 3 decimals')
    expect(faultsOf(h1.replace('>1000.00<', '>much<'))[0]).toContain("'much' is no number")
  })

  it('refuses elements of a foreign namespace', () => {
    const foreign = h1.replace('xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"', 'xmlns="urn:other"')
    expect(faultsOf(foreign)[0]).toContain("belongs to 'urn:wco:datamodel:WCO:DEC-DMS:2'")
  })
})

describe('reading a declaration', () => {
  it('takes the facts that the office works with', () => {
    const parsed = parseXml(
      new TextEncoder().encode(
        handWrittenH1({
          lrn: 'READ',
          charges: [['AP', '12.50', 'USD']],
          items: [
            {
              commodityCode: '6403999690',
              additionalProcedures: ['C07', '1RV'],
              statements: ['RVAT1'],
            },
          ],
        }),
      ),
    )
    if (!parsed.ok) throw new Error(parsed.failures[0].message)
    expect(readDeclaration(parsed.value)).toMatchObject({
      lrn: 'READ',
      typeCode: 'IMA',
      deliveryTerms: 'CIF',
      defermentAccounts: ['1234567'],
      additionsAndDeductions: [{ code: 'AP', amount: { amount: '12.50', currency: 'USD' } }],
      items: [
        {
          sequence: 1,
          commodityCode: '6403999690',
          procedureCode: '40',
          previousProcedureCode: '00',
          additionalProcedureCodes: ['C07', '1RV'],
          statementCodes: ['RVAT1'],
          documents: [{ categoryCode: 'N', typeCode: '935', id: 'INV-1' }],
          taxTypes: [
            { taxTypeCode: 'A00', paymentMethodCode: 'E' },
            { taxTypeCode: 'B00', paymentMethodCode: 'E' },
          ],
        },
      ],
    })
  })
})
