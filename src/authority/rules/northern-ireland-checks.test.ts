import { describe, expect, it } from 'vitest'
import { assess } from '../assessment/assess.ts'
import { hasTaxLines } from '../assessment/assessment.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import {
  handWrittenH7,
  handWrittenH8,
  type NorthernIrelandWishes,
} from '../testing/hand-written-northern-ireland.ts'
import { officeKnowledge } from '../testing/office-knowledge.ts'
import { checkDeclaration } from './check-declaration.ts'
import type { OfficeKnowledge } from './check.ts'

function found(
  declaration: LodgedDeclaration,
  knowledge: OfficeKnowledge = officeKnowledge(),
): readonly string[] {
  return checkDeclaration(declaration, knowledge).map(
    ({ code, pointer }) =>
      `${code} ${pointer.map(({ section, tag }) => section + (tag === undefined ? '' : `/${tag}`)).join('.')}`,
  )
}

describe('the checks of a super-reduced declaration', () => {
  it('find nothing in a sound one, with the one stop shop and without', () => {
    expect(found(handWrittenH7())).toEqual([])
    const additionalProcedures = ['1H7', 'C07']
    expect(found(handWrittenH7({ additionalProcedures, taxParty: '' }))).toEqual([])
  })

  it.each<[string, NorthernIrelandWishes, string]>([
    ['no statement of the movement', { statements: [] }, 'CDS12070 42A.67A.68A.03A/226'],
    ['no relief', { additionalProcedures: ['1H7', 'F48'] }, 'CDS12056 42A.67A.68A.70A/166'],
    ['a penny over the limit', { value: '135.01' }, 'CDS12056 42A.67A.68A.70A/166'],
    ['goods without relief', { commodityCode: '220820' }, 'CDS12056 42A.67A.68A.70A/166'],
    ['a value of zero', { value: '0.00' }, 'CDS10001 42A.67A.68A/108'],
    ['no transport costs', { transportCosts: '' }, 'CDS10001 42A.67A.41A/117'],
    ['F48 without its number', { taxParty: '' }, 'CDS12070 42A.67A.55B/R119'],
    [
      'a number that is none',
      {
        taxParty:
          '<DomesticDutyTaxParty><ID>DE123456789</ID><RoleCode>FR5</RoleCode></DomesticDutyTaxParty>',
      },
      'CDS12013 42A.67A.55B/R119',
    ],
    ['goods that no tariff knows', { commodityCode: '999999' }, 'CDS40013 42A.67A.68A.23A.21A/145'],
    ['a code of five digits', { commodityCode: '61091' }, 'CDS10004 42A.67A.68A.23A.21A/145'],
    ['no weight', { grossMassKg: '0' }, 'CDS12123 42A.67A.68A.23A.65A/126'],
    ['an EORI of another country', { declarant: 'DE123456789' }, 'CDS12005 42A.57B/R123'],
  ])('find %s', (_what, wishes, expected) => {
    expect(found(handWrittenH7(wishes))).toContain(expected)
  })

  it('grant no relief once the law of it has ended', () => {
    const ended = officeKnowledge({ northernIrelandRelief: () => undefined })
    expect(found(handWrittenH7(), ended)).toEqual(['CDS12056 42A.67A.68A.70A/166'])
  })

  it('grant a gift up to its own limit, whatever has become of the other relief', () => {
    const ended = officeKnowledge({ northernIrelandRelief: () => undefined })
    const gift = { additionalProcedures: ['1H7', 'C08'], taxParty: '' }
    expect(found(handWrittenH7({ ...gift, value: '39.00' }), ended)).toEqual([])
    expect(found(handWrittenH7({ ...gift, value: '39.01' }), ended)).toEqual([
      'CDS12056 42A.67A.68A.70A/166',
    ])
  })

  it('go by the relief of Northern Ireland, not by that of Great Britain', () => {
    const abolished = officeKnowledge({ lowValueRelief: () => undefined })
    expect(found(handWrittenH7(), abolished)).toEqual([])
  })
})

describe('the checks of goods from Great Britain that are not at risk', () => {
  it('find nothing in a sound declaration', () => {
    expect(found(handWrittenH8())).toEqual([])
  })

  it.each<[string, NorthernIrelandWishes, string]>([
    ['goods at risk', { statements: ['NIDOM'] }, 'CDS12070 42A.67A.68A.03A/226'],
    [
      'a movement from elsewhere',
      { statements: ['NIIMP', 'NIREM'] },
      'CDS12070 42A.67A.68A.03A/226',
    ],
    ['no authorisation shown', { document: '' }, 'CDS40045 42A.67A.68A.02A'],
    ['another holder of it', { holder: 'XI999999999999' }, 'CDS12070 42A.17C/R145'],
  ])('find %s', (_what, wishes, expected) => {
    expect(found(handWrittenH8(wishes))).toContain(expected)
  })
})

describe('the assessment of goods to Northern Ireland', () => {
  it.each([
    ['H7', handWrittenH7(), '42.00'],
    ['H8', handWrittenH8(), '420.00'],
  ])('in %s knows a value and no tax', (_set, declaration, value) => {
    const assessed = assess(declaration, officeKnowledge())
    expect(assessed).toMatchObject({
      ok: true,
      assessment: { customsValueGbp: value, payableGbp: '0.00' },
    })
    expect(assessed.ok && hasTaxLines(assessed.assessment)).toBe(false)
  })
})
