import { describe, expect, it } from 'vitest'
import type { Declaration } from './declaration.ts'
import { type Draft, from } from './draft.ts'
import { type FilledDeclaration, fillImportDeclaration } from './fill-import-declaration.ts'
import type { GoodsItemFacts, ImportDeclarationFacts } from './fill-input.ts'
import { goodsItemFacts, importFacts, origin } from './import-facts.fixture.ts'

function filled(changes: Partial<ImportDeclarationFacts> = {}): FilledDeclaration {
  const result = fillImportDeclaration({ ...importFacts, ...changes })
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value
}

function itemOf({ declaration }: FilledDeclaration) {
  return declaration.goodsShipment?.goodsItems?.[0]
}

function withItem(changes: Partial<GoodsItemFacts>): FilledDeclaration {
  return filled({ goodsItems: [{ ...goodsItemFacts, ...changes }] })
}

/** Every leaf of a value by its path, without the help of the code under test. */
function leafPaths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => leafPaths(inner, `${path}/${key}`))
}

describe('an import declaration filled from facts', () => {
  it('gives every field exactly one origin', () => {
    const { declaration, origins } = filled()
    expect(Object.keys(origins).sort()).toEqual(leafPaths(declaration).sort())
  })

  it('keeps the origin of the facts that a field comes from', () => {
    const { origins } = filled()
    const item = '/goodsShipment/goodsItems/0'
    expect(origins['/goodsShipment/importer/id']?.reference).toBe('importer')
    expect(origins[`${item}/commodity/description`]?.reference).toBe('goods')
    expect(origins[`${item}/commodity/classifications/1/code`]?.reference).toBe('classification')
    expect(origins['/goodsShipment/customsValuation/chargeDeductions/0/amount/amount']).toEqual(
      origin('freight').origin,
    )
    expect(origins['/goodsItemQuantity']?.source).toBe('rule')
  })

  it('splits the commodity code into eight digits and two', () => {
    expect(itemOf(filled())?.commodity?.classifications).toEqual([
      { code: '61091000', typeCode: 'TSP' },
      { code: '10', typeCode: 'TRC' },
    ])
  })

  it('splits a document code into category and type', () => {
    expect(itemOf(filled())?.additionalDocuments?.[0]).toEqual({
      categoryCode: 'N',
      id: 'INV-1/2026-09-01',
      typeCode: '935',
      statusCode: 'AE',
    })
  })

  it('declares deferment as account, holders, guarantee and a document on every item', () => {
    const result = filled({ goodsItems: [goodsItemFacts, goodsItemFacts] })
    expect(result.declaration).toMatchObject({
      additionalDocuments: [{ categoryCode: '1', id: '1108654', typeCode: 'DAN' }],
      authorisationHolders: [{ categoryCode: 'CGU' }, { categoryCode: 'DPO' }],
      obligationGuarantees: [{ id: 'Guaranteenotrequired', securityDetailsCode: '0' }],
    })
    for (const item of result.declaration.goodsShipment?.goodsItems ?? []) {
      expect(item.additionalDocuments?.map(({ typeCode }) => typeCode)).toEqual([
        '935',
        '506',
        '505',
      ])
      expect(item.commodity?.dutyTaxFees?.map(({ payment }) => payment?.methodCode)).toEqual([
        'E',
        'E',
      ])
    }
  })

  it('asks for postponed VAT by the VAT number and pays no import VAT', () => {
    const result = filled({
      vat: { kind: 'postponed', vatNumber: 'GB553202734', ...origin('vat') },
    })
    expect(result.declaration.goodsShipment?.taxParties).toEqual([
      { id: 'GB553202734', roleCode: 'FR1' },
    ])
    expect(itemOf(result)?.commodity?.dutyTaxFees?.map(({ typeCode }) => typeCode)).toEqual(['A00'])
  })

  it('declares low value with VAT charged at the sale as C07, 1RV and RVAT1', () => {
    const item = {
      ...goodsItemFacts,
      regime: { ...goodsItemFacts.regime, additionalProcedures: ['C07', '1RV'] },
      statements: [{ code: 'RVAT1', text: 'Relief from Import VAT claimed', ...origin('lane') }],
    }
    const result = filled({
      vat: { kind: 'charged-at-sale', ...origin('vat') },
      goodsItems: [item],
    })
    expect(itemOf(result)).toMatchObject({
      governmentProcedures: [
        { currentCode: '40', previousCode: '00' },
        { currentCode: 'C07' },
        { currentCode: '1RV' },
      ],
      additionalInformation: [{ statementCode: 'RVAT1' }],
      commodity: { dutyTaxFees: [{ dutyRegimeCode: '100', typeCode: 'A00' }] },
    })
  })

  it('says by 00500 that the importer declares for itself, and names no representative', () => {
    const result = filled({
      parties: {
        ...importFacts.parties,
        declarant: { eori: 'GB553202734852', ...origin('declarant') },
        representation: { kind: 'self', ...origin('representation') },
      },
    })
    expect(result.declaration.agent).toBeUndefined()
    expect(itemOf(result)?.additionalInformation).toEqual([
      { statementCode: '00500', statementDescription: 'IMPORTER' },
    ])
  })

  it('declares a preferential origin beside the other', () => {
    const result = withItem({
      regime: { ...goodsItemFacts.regime, preferenceCode: '300', preferentialOriginCountry: 'JP' },
    })
    expect(itemOf(result)?.origins).toEqual([
      { countryCode: 'CN', typeCode: '1' },
      { countryCode: 'JP', typeCode: '2' },
    ])
  })

  it('names a private importer by name and address', () => {
    const address = { line: '1 High Street', city: 'York', postcode: 'YO1 7HH', countryCode: 'GB' }
    const result = filled({
      parties: {
        ...importFacts.parties,
        importer: { kind: 'named', name: 'Ann Example', address, ...origin('importer') },
      },
    })
    expect(result.declaration.goodsShipment?.importer).toEqual({
      name: 'Ann Example',
      address: {
        cityName: 'York',
        countryCode: 'GB',
        line: '1 High Street',
        postcode: 'YO1 7HH',
      },
    })
  })

  it('says that the postcode of an address that has none is a stand-in', () => {
    const address = { line: '1 Nathan Road', city: 'Kowloon', countryCode: 'HK' }
    const result = filled({
      parties: {
        ...importFacts.parties,
        exporter: { kind: 'named', name: 'Harbour Goods', address, ...origin('exporter') },
      },
    })
    const { exporter } = result.declaration
    expect(exporter?.address).toMatchObject({ cityName: 'Kowloon', postcode: '00000' })
    expect(result.origins['/exporter/address/postcode']).toMatchObject({
      source: 'rule',
      note: { en: expect.stringContaining('No postcode is known') },
    })
    expect(result.origins['/exporter/address/cityName']).not.toMatchObject({ source: 'rule' })
  })

  it('writes a place without UN/LOCODE as country and name', () => {
    const result = filled({
      valuation: {
        ...importFacts.valuation,
        place: { kind: 'name', name: 'York', countryCode: 'GB' },
      },
    })
    expect(result.declaration.goodsShipment?.tradeTerms).toEqual({
      conditionCode: 'FOB',
      locationName: 'GBYork',
    })
  })

  it('refuses a commodity code of eight digits, goods without package and a bad document code', () => {
    const result = fillImportDeclaration({
      ...importFacts,
      goodsItems: [
        {
          ...goodsItemFacts,
          classification: { ...goodsItemFacts.classification, commodityCode: '61091000' },
          goods: { ...goodsItemFacts.goods, packages: [] },
          regime: { ...goodsItemFacts.regime, additionalProcedures: [] },
          documents: [{ code: '935', id: 'INV-1', ...origin('invoice') }],
        },
      ],
    })
    expect(result).toMatchObject({
      ok: false,
      failures: [
        {
          code: 'commodity-code-not-declarable',
          path: '/goodsItems/0/classification/commodityCode',
        },
        { code: 'fact-missing', path: '/goodsItems/0/goods/packages' },
        { code: 'fact-missing', path: '/goodsItems/0/regime/additionalProcedures' },
        { code: 'fact-missing', path: '/goodsItems/0/documents/0/code' },
      ],
    })
  })

  it('refuses a declaration without goods', () => {
    expect(fillImportDeclaration({ ...importFacts, goodsItems: [] })).toMatchObject({
      ok: false,
      failures: [{ code: 'fact-missing', path: '/goodsItems' }],
    })
  })
})

it('lets no field into a draft without an origin', () => {
  const draft: Draft<Declaration> = {
    functionCode: from(origin('test'), '9'),
    // @ts-expect-error a bare value has no origin
    lrn: 'TW-1',
  }
  expect(draft).toBeDefined()
})
