import { describe, expect, it } from 'vitest'
import { localDate } from '../../customs/calendar/local-date.ts'
import type { H1Wishes } from '../testing/hand-written-h1.ts'
import { lodgedDeclaration, officeKnowledge } from '../testing/office-knowledge.ts'
import { checkDeclaration } from './check-declaration.ts'
import type { OfficeKnowledge } from './check.ts'

function found(
  wishes: H1Wishes,
  knowledge: OfficeKnowledge = officeKnowledge(),
): readonly string[] {
  return checkDeclaration(lodgedDeclaration(wishes), knowledge).map(
    ({ code, pointer }) =>
      `${code} ${pointer.map(({ section, tag }) => section + (tag === undefined ? '' : `/${tag}`)).join('.')}`,
  )
}

const low = { price: '100.00', additionalProcedures: ['C07'] }

describe('the checks of a declaration', () => {
  it('find nothing in a sound one', () => {
    expect(found({})).toEqual([])
    expect(found({ typeCode: 'IMD' })).toEqual([])
  })

  it.each<[string, H1Wishes, string]>([
    ['a type that is not taken', { typeCode: 'IMZ' }, 'CDS12052 42A/D013'],
    ['a wrong number of items', { goodsItemQuantity: 2 }, 'CDS11003 42A/228'],
    ['a declarant without a real EORI', { declarant: 'GB12' }, 'CDS12005 42A.57B/R123'],
    ['an EORI of another country', { importer: 'DE123456789' }, 'CDS12153 42A.67A.74A/R038'],
    ['a malformed DUCR', { ducr: 'MY-REF' }, 'CDS12132 42A.67A.99A/D018'],
    [
      'an unknown commodity code',
      { items: [{ commodityCode: '9999999999' }] },
      'CDS40013 42A.67A.68A.23A.21A/145',
    ],
    [
      'a code of eight digits',
      { items: [{ commodityCode: '61091000' }] },
      'CDS10004 42A.67A.68A.23A.21A/145',
    ],
    ['a missing invoice', { items: [{ invoice: 'absent' }] }, 'CDS40045 42A.67A.68A.02A'],
    ['net above gross', { items: [{ netMassKg: '13' }] }, 'CDS11006 42A.67A.68A.23A.65A/128'],
    [
      '000 beside others',
      { items: [{ additionalProcedures: ['000', 'C07'], price: '1' }] },
      'CDS12149 42A.67A.68A.70A/166',
    ],
    [
      'RVAT1 without 1RV',
      { items: [{ ...low, statements: ['RVAT1'] }] },
      'CDS12070 42A.67A.68A.70A/166',
    ],
    [
      '1RV without RVAT1',
      { items: [{ ...low, additionalProcedures: ['C07', '1RV'] }] },
      'CDS12070 42A.67A.68A.03A/226',
    ],
    ['an unknown deferment account', { defermentAccount: '7654321' }, 'CDS12125 42A.02A/D005'],
    [
      'a method of payment that is not taken',
      { items: [{ paymentMethod: 'R' }] },
      'CDS10020 42A.67A.68A.23A.50A.94A/107',
    ],
    [
      'a delivery term without its freight',
      { deliveryTerms: 'FOB' },
      'CDS12070 42A.67A.41A.58B/371',
    ],
    ['freight on top of CIF', { charges: [['AP', '5', 'GBP']] }, 'CDS12100 42A.67A.41A.58B/371'],
    ['a VAT number that is none', { postponedVatNumber: 'GB1' }, 'CDS12013 42A.67A.55B/R119'],
    [
      'a movement of Northern Ireland',
      { items: [{ statements: ['NIIMP'] }] },
      'CDS10020 42A.67A.68A.03A/226',
    ],
  ])('find %s', (_what, wishes, expected) => {
    const wish = { defermentAccount: '1234567', ...wishes }
    expect(found(wish)).toContain(expected)
  })

  it('grant low value up to the limit of the consignment and not a penny above', () => {
    const two = (price: string): H1Wishes => ({ items: [low, { ...low, price }] })
    expect(found(two('35.00'))).toEqual([])
    expect(found(two('35.01'))).toEqual(['CDS12056 42A.67A.68A.70A/166'])
    expect(found({ items: [low, { price: '1.00' }] })).toEqual(['CDS12056 42A.67A.68A.70A/166'])
  })

  it('hold low value against the law of the day', () => {
    const abolished = officeKnowledge({ lowValueRelief: () => undefined })
    expect(found({ items: [low] }, abolished)).toEqual(['CDS12056 42A.67A.68A.70A/166'])
  })

  it('refuse a code that is not in force on the day', () => {
    const shoes = { items: [{ commodityCode: '6403999690' }] }
    expect(found(shoes)).toEqual([])
    const later = officeKnowledge({ on: localDate('2027-01-01') })
    expect(found(shoes, later)).toContain('CDS40013 42A.67A.68A.23A.21A/145')
  })
})
