import { describe, expect, it } from 'vitest'
import { localDate } from '../../customs/calendar/local-date.ts'
import type { H1ItemWishes, H1Wishes } from '../testing/hand-written-h1.ts'
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
      'a movement out of Northern Ireland',
      { items: [{ statements: ['NIEXP'] }] },
      'CDS10020 42A.67A.68A.03A/226',
    ],
    ['an EORI of Northern Ireland', { importer: 'XI987654321098' }, 'CDS12153 42A.67A.74A/R038'],
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

  it('grant a VAT rate that the law gives these goods on a claim, and no other', () => {
    const claiming = (...codes: readonly string[]): H1Wishes => ({
      items: [{ nationalAdditionalCodes: codes }],
    })
    expect(found(claiming('VATZ'))).toEqual([])
    expect(found(claiming('VATR'))).toEqual(['CDS40013 42A.67A.68A.23A.21A/145'])
    expect(found(claiming('VATZ', 'VATR'))).toEqual(['CDS40013 42A.67A.68A.23A.21A/145'])
    expect(found(claiming('X306'))).toEqual([])
    const shoes = { commodityCode: '6403999690', nationalAdditionalCodes: ['VATZ'] }
    expect(found({ items: [shoes] })).toEqual(['CDS40013 42A.67A.68A.23A.21A/145'])
  })

  it('take VATZ for goods that bear no other rate, and hold a claim against the law of the day', () => {
    const cocoa = { commodityCode: '1806102000', nationalAdditionalCodes: ['VATZ'] }
    expect(found({ items: [cocoa] })).toEqual([])
    const abolished = officeKnowledge({ vatClaims: { rateFor: () => undefined } })
    const shirts = { nationalAdditionalCodes: ['VATZ'] }
    expect(found({ items: [cocoa] }, abolished)).toEqual([])
    expect(found({ items: [shirts] }, abolished)).toEqual(['CDS40013 42A.67A.68A.23A.21A/145'])
  })

  it('want no method of payment for VAT at a rate of zero, and one for any other', () => {
    const unpaid = { vatPayment: 'absent' } as const
    expect(found({ items: [unpaid] })).toEqual(['CDS10001 42A.67A.68A.23A.50A.94A/107'])
    const claiming = { ...unpaid, nationalAdditionalCodes: ['VATZ'] }
    expect(found({ items: [claiming] })).toEqual([])
    expect(found({ items: [{ ...unpaid, commodityCode: '1806102000' }] })).toEqual([])
  })

  const preferred = {
    origin: 'IT',
    preferenceCode: '300',
    preferentialOrigin: 'EU',
    proof: 'U110',
  }

  it('grant a preference for its partners on one of its proofs', () => {
    expect(found({ items: [preferred] })).toEqual([])
    expect(found({ items: [{ ...preferred, proof: 'U112' }] })).toEqual([])
  })

  it.each<[string, H1ItemWishes, string]>([
    [
      'under a code without a measure',
      { preferenceCode: '400' },
      'CDS40013 42A.67A.68A.23A.50A/164',
    ],
    [
      'for another partner than the measure has',
      { preferentialOrigin: 'JP' },
      'CDS40013 42A.67A.68A.23A.50A/164',
    ],
    ['for goods of a country outside', { origin: 'CN' }, 'CDS40013 42A.67A.68A.92A/063'],
    ['on a paper that proves nothing', { proof: 'N271' }, 'CDS40045 42A.67A.68A.02A'],
  ])('refuse a preference %s', (_what, wish, expected) => {
    expect(found({ items: [{ ...preferred, ...wish }] })).toEqual([expected])
  })

  it('refuse a preference without its origin, without its proof and after its end', () => {
    const { preferentialOrigin: _origin, ...without } = preferred
    expect(found({ items: [without] })).toEqual(['CDS40011 42A.67A.68A.92A/063'])
    const { proof: _proof, ...unproved } = preferred
    expect(found({ items: [unproved] })).toEqual(['CDS40045 42A.67A.68A.02A'])
    const later = officeKnowledge({ on: localDate('2027-01-01') })
    expect(found({ items: [preferred] }, later)).toContain('CDS40013 42A.67A.68A.23A.50A/164')
  })
})
