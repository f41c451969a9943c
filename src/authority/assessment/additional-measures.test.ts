import { describe, expect, it } from 'vitest'
import { localDate } from '../../customs/calendar/local-date.ts'
import { checkDeclaration } from '../rules/check-declaration.ts'
import { readAdditionalMeasures } from '../tariff/additional-measures.ts'
import type { H1ItemWishes } from '../testing/hand-written-h1.ts'
import { lodgedDeclaration, officeKnowledge } from '../testing/office-knowledge.ts'
import { assess } from './assess.ts'

const bicycle: H1ItemWishes = {
  commodityCode: '8712003090',
  price: '200.00',
  tariffAdditionalCodes: ['B999'],
  furtherTaxTypes: ['A30'],
}
const wine: H1ItemWishes = {
  commodityCode: '2204109490',
  price: '180.00',
  nationalAdditionalCodes: ['X333'],
  furtherTaxTypes: ['333'],
  taxBases: [['LPA', '0.54']],
}

function faultsOf(item: H1ItemWishes): readonly string[] {
  return checkDeclaration(lodgedDeclaration({ items: [item] }), officeKnowledge()).map(
    ({ code }) => code,
  )
}

function taxesOf(item: H1ItemWishes, on = officeKnowledge().on) {
  const result = assess(lodgedDeclaration({ items: [item] }), officeKnowledge({ on }))
  if (!result.ok) return result.errors.map(({ code }) => code)
  return result.assessment.items[0]!.taxLines.map(({ taxType, payableGbp }) => [
    taxType,
    payableGbp,
  ])
}

describe('duties beside the customs duty', () => {
  it('are taken and charged by the declared code, and VAT is charged on them', () => {
    expect(faultsOf(bicycle)).toEqual([])
    // 14 % and 48.5 % of 200.00; VAT on 325.00.
    expect(taxesOf(bicycle)).toEqual([
      ['A00', '28.00'],
      ['A30', '97.00'],
      ['B00', '65.00'],
    ])
    expect(taxesOf({ ...bicycle, tariffAdditionalCodes: ['C329'] })).toContainEqual(['A30', '0.00'])
  })

  it('count litres of pure alcohol where they are excise', () => {
    expect(faultsOf(wine)).toEqual([])
    expect(taxesOf(wine)).toEqual([
      ['A00', '0.00'],
      ['333', '16.53'],
      ['B00', '39.30'],
    ])
    expect(taxesOf(wine, localDate('2026-01-31'))).not.toContainEqual(['333', '16.53'])
  })

  it.each<[string, H1ItemWishes, string]>([
    ['the code of a producer', { ...bicycle, tariffAdditionalCodes: [] }, 'CDS40059'],
    ['a code that exists', { ...bicycle, tariffAdditionalCodes: ['B111', 'B999'] }, 'CDS40013'],
    ['the class of an excise', { ...wine, nationalAdditionalCodes: [] }, 'CDS40068'],
    ['the quantity of alcohol', { ...wine, taxBases: [] }, 'CDS40011'],
    ['a method of payment', { ...bicycle, furtherTaxTypes: [] }, 'CDS10001'],
  ])('are not taken without %s', (_what, item, code) => {
    expect(faultsOf(item)).toEqual([code])
  })

  it('are no business of goods from elsewhere, to which their codes say nothing', () => {
    const elsewhere = { ...bicycle, origin: 'VN', tariffAdditionalCodes: [], furtherTaxTypes: [] }
    expect(faultsOf(elsewhere)).toEqual([])
    expect(faultsOf({ ...elsewhere, tariffAdditionalCodes: ['B999'] })).toEqual(['CDS40013'])
  })

  it('are not assessed where the declaration does not say which', () => {
    expect(taxesOf({ ...bicycle, tariffAdditionalCodes: [] })).toEqual(['CDS40059'])
  })

  it('come from a table of which no cell may be broken', () => {
    const head =
      'commodity,origin,additional_code,tax_type,ad_valorem,specific_gbp,per_unit,what,valid_from,valid_to,source\n'
    for (const row of [
      '8712,CN,B999,A30,,,,x,2021-01-01,,y',
      '8712,CN,B999,A30,0.1,5,LPA,x,2021-01-01,,y',
      '8712,China,,A30,0.1,,,x,2021-01-01,,y',
    ]) {
      expect(() => readAdditionalMeasures(head + row), row).toThrow(TypeError)
    }
  })
})
