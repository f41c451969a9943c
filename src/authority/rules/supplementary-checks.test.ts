import { describe, expect, it } from 'vitest'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { DECLARANT, type H1ItemWishes, type H1Wishes } from '../testing/hand-written-h1.ts'
import { lodgedDeclaration, officeKnowledge } from '../testing/office-knowledge.ts'
import { checkDeclaration } from './check-declaration.ts'
import type { InitialDeclaration } from './check.ts'

const INITIAL = '26GB34F7Y1O2CX8PT4'

const authorised: H1ItemWishes = { simplifiedDecision: 'GBSDE123456789012I' }

const simplified: H1Wishes = {
  typeCode: 'IMC',
  simplifiedHolder: DECLARANT,
  items: [authorised],
}

const supplementary: H1Wishes = {
  typeCode: 'IMY',
  simplifiedHolder: DECLARANT,
  acceptedAt: '20260831081500Z',
  items: [{ ...authorised, completes: INITIAL }],
}

const released: InitialDeclaration = {
  declarant: DECLARANT,
  acceptedAt: '2026-08-31T08:15:00.000Z' as Instant,
  isReleased: true,
}

function codesOf(
  wishes: H1Wishes,
  initial: InitialDeclaration | undefined = released,
): readonly string[] {
  const knowledge = officeKnowledge({
    initialDeclaration: (mrn) => (mrn === INITIAL ? initial : undefined),
  })
  return checkDeclaration(lodgedDeclaration(wishes), knowledge).map(({ code }) => code)
}

describe('the checks of a simplified declaration', () => {
  it('find nothing in a sound one, which need not say how its goods are valued and paid for', () => {
    expect(codesOf(simplified)).toEqual([])
    expect(codesOf({ ...simplified, typeCode: 'IMF' })).toEqual([])
    const unvalued = { ...authorised, valuationMethod: '9', paymentMethod: 'R' }
    expect(codesOf({ ...simplified, items: [unvalued] })).toEqual([])
  })

  it.each<[string, H1Wishes, string]>([
    ['nobody who is authorised', { ...simplified, simplifiedHolder: undefined! }, 'CDS12120'],
    ['the authorisation of another', { ...simplified, simplifiedHolder: 'GB1' }, 'CDS12150'],
    ['a decision that is not named', { ...simplified, items: [{}] }, 'CDS12096'],
    [
      'a decision of another kind',
      { ...simplified, items: [{ simplifiedDecision: 'GBDPO1234567' }] },
      'CDS12007',
    ],
    [
      'an unknown commodity code',
      { ...simplified, items: [{ ...authorised, commodityCode: '9999999999' }] },
      'CDS40013',
    ],
  ])('find %s', (_what, wishes, expected) => {
    expect(codesOf(wishes)).toContain(expected)
  })
})

describe('the checks of a supplementary declaration', () => {
  it('find nothing in one that completes what released its goods', () => {
    expect(codesOf(supplementary)).toEqual([])
  })

  it('want all that a full declaration says', () => {
    const unpaid = { ...authorised, completes: INITIAL, paymentMethod: 'R' }
    expect(codesOf({ ...supplementary, items: [unpaid] })).toContain('CDS10020')
    expect(codesOf({ ...supplementary, deliveryTerms: 'FOB' })).toContain('CDS12070')
  })

  it('want it to name what it completes, and its own tax point', () => {
    expect(codesOf({ ...supplementary, items: [authorised] })).toContain('CDS10001')
    expect(codesOf({ ...supplementary, acceptedAt: '20260901081500Z' })).toEqual(['CDS12016'])
    const { acceptedAt: _, ...undated } = supplementary
    expect(codesOf(undated)).toEqual(['CDS10001'])
  })

  it('take only what is known, is of the same declarant and has released its goods', () => {
    const unknown = { ...authorised, completes: '26GB000000000000T0' }
    expect(codesOf({ ...supplementary, items: [unknown] })).toEqual(['CDS10020'])
    expect(codesOf(supplementary, { ...released, declarant: 'GB1' })).toEqual(['CDS10020'])
    expect(codesOf(supplementary, { ...released, isReleased: false })).toEqual(['CDS10020'])
  })
})
