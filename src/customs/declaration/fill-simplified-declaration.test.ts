import { describe, expect, it } from 'vitest'
import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import { ruleContext } from '../../../test/rule-context.ts'
import { checkStructure } from '../formats/uk-cds/check-structure.ts'
import { dataSetOf } from '../formats/uk-cds/data-set-of.ts'
import { readDeclarationCategories } from '../formats/uk-cds/declaration-categories.ts'
import { readDeclaration } from '../formats/uk-cds/read-declaration.ts'
import { writeDeclaration } from '../formats/uk-cds/write-declaration.ts'
import { checkDeclaration } from './check-declaration.ts'
import type { Declaration } from './declaration.ts'
import { fillSimplifiedDeclaration } from './fill-simplified-declaration.ts'
import { fillSupplementaryDeclaration } from './fill-supplementary-declaration.ts'
import { importFacts, origin } from './import-facts.fixture.ts'
import { dataSets } from './rules/data-set.ts'
import type { SimplificationFacts } from './simplification-facts.ts'

const simplification: SimplificationFacts = {
  holderEori: 'GB553202734852',
  decisionNumber: 'GBSDE553202734852I',
  ...origin('authorisation'),
}

const initial = {
  mrn: '26GB34F7Y1O2CX8PT4',
  acceptedAt: '2026-09-01T12:00:00Z',
  ...origin('simplified declaration'),
}

const categories = valueOf(readDeclarationCategories(dataFile('gb/declaration-categories.json')))

const simplified = valueOf(fillSimplifiedDeclaration(importFacts, simplification))
const supplementary = valueOf(
  fillSupplementaryDeclaration(importFacts, { simplification, initial }),
)

function dataSetIn(declaration: Declaration) {
  const told = dataSetOf(declaration, categories)
  if (!told.ok) throw new Error(told.failures[0].message)
  return dataSets.find((id) => id === told.value.dataSet.id)!
}

function brokenBy(declaration: Declaration): readonly string[] {
  const context = { ...ruleContext, dataSet: dataSetIn(declaration) }
  return checkDeclaration(declaration, context)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule)
}

describe.each([
  ['a simplified declaration', simplified, 'i1'],
  ['a supplementary declaration', supplementary, 'h1'],
] as const)('%s', (_, { declaration, origins }, dataSet) => {
  it('is of its data set and keeps its rules', () => {
    expect(dataSetIn(declaration)).toBe(dataSet)
    expect(brokenBy(declaration)).toEqual([])
  })

  it('has the structure of CDS and reads back equal', () => {
    const message = writeDeclaration(declaration)
    expect(checkStructure(message)).toEqual({ ok: true, value: undefined })
    expect(readDeclaration(message)).toEqual({ ok: true, value: declaration })
  })

  it('keeps the origin of each of its values', () => {
    const leaves = leavesOf(declaration, '')
    expect(leaves.length).toBeGreaterThan(30)
    expect(leaves.filter((path) => origins[path] === undefined)).toEqual([])
    expect(Object.keys(origins).sort()).toEqual([...leaves].sort())
  })

  it('names the authorisation with its holder', () => {
    expect(declaration.authorisationHolders).toContainEqual({
      id: 'GB553202734852',
      categoryCode: 'SDE',
    })
    for (const { additionalDocuments } of declaration.goodsShipment!.goodsItems!) {
      expect(additionalDocuments).toContainEqual({
        categoryCode: 'C',
        id: 'GBSDE553202734852I',
        typeCode: '512',
      })
    }
  })
})

describe('what is simplified', () => {
  it('says nothing of taxes, payment and valuation, and all that a release is decided by', () => {
    const { declaration } = simplified
    expect(declaration.typeCode).toBe('IMF')
    expect(declaration.invoiceAmount).toBeUndefined()
    expect(declaration.additionalDocuments).toBeUndefined()
    expect(declaration.obligationGuarantees).toBeUndefined()
    expect(declaration.goodsShipment).not.toHaveProperty('tradeTerms')
    const [item] = declaration.goodsShipment!.goodsItems!
    expect(item!.commodity).toMatchObject({
      dutyTaxFees: [{ dutyRegimeCode: '100' }],
      goodsMeasure: { grossMass: { value: '2.5' }, netMass: { value: '2.1' } },
      invoiceLine: { itemCharge: { amount: '400.00' } },
    })
    expect(item!.commodity!.dutyTaxFees).toHaveLength(1)
    expect(item).not.toHaveProperty('customsValuation')
  })

  it('is told apart by whether the goods have arrived', () => {
    const arrived = { ...importFacts, additionalDeclarationType: 'A' } as const
    const { declaration } = valueOf(fillSimplifiedDeclaration(arrived, simplification))
    expect(declaration.typeCode).toBe('IMC')
  })
})

describe('what is supplementary', () => {
  it('bears the tax point and, item by item, the simplified declaration that it completes', () => {
    const { declaration } = supplementary
    expect(declaration.typeCode).toBe('IMY')
    expect(declaration.acceptedAt).toBe('2026-09-01T12:00:00Z')
    const items = declaration.goodsShipment!.goodsItems!
    expect(items.map(({ previousDocuments }) => previousDocuments)).toEqual(
      items.map((_, index) => [
        { categoryCode: 'Y', id: '26GB34F7Y1O2CX8PT4', typeCode: 'SDE', lineNumber: index + 1 },
      ]),
    )
    expect(declaration.goodsShipment!.previousDocuments).toMatchObject([
      { categoryCode: 'Y', typeCode: 'DCR' },
    ])
  })
})

function leavesOf(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}/${key}`))
}
