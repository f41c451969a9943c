import { describe, expect, it } from 'vitest'
import { assess } from '../assessment/assess.ts'
import type { H1ItemWishes, H1Wishes } from '../testing/hand-written-h1.ts'
import { lodgedDeclaration, officeKnowledge } from '../testing/office-knowledge.ts'
import { checkDeclaration } from './check-declaration.ts'

const unpaid = { paymentMethod: 'A' } as const
const gift: H1ItemWishes = {
  ...unpaid,
  ...{ price: '39.00', additionalProcedures: ['C08'], valuationMethod: '6', proof: 'N325' },
}
const returned: H1ItemWishes = {
  ...unpaid,
  ...{ procedure: '6110', additionalProcedures: ['F05'], valuationMethod: '6', proof: 'N325' },
}
const exported: H1Wishes = { previousDocuments: [['MRN', '24GBA1B2C3D4E5F6G7']] }

function faultsOf(item: H1ItemWishes, wishes: H1Wishes = {}): readonly string[] {
  const declaration = lodgedDeclaration({ ...wishes, items: [item] })
  return checkDeclaration(declaration, officeKnowledge()).map(({ code }) => code)
}

function treatmentsOf(item: H1ItemWishes, wishes: H1Wishes = {}) {
  const result = assess(lodgedDeclaration({ ...wishes, items: [item] }), officeKnowledge())
  if (!result.ok) throw new Error(result.errors[0]?.reason)
  return result.assessment.items[0]!.taxLines.map(({ treatment, payableGbp }) => [
    treatment,
    payableGbp,
  ])
}

describe('a gift', () => {
  it('is taken up to the limit and relieved of both taxes', () => {
    expect(faultsOf(gift)).toEqual([])
    expect(treatmentsOf(gift)).toEqual([
      ['relieved-gift', '0.00'],
      ['relieved-gift', '0.00'],
    ])
  })

  it.each<[string, H1ItemWishes, string]>([
    ['a penny above the limit', { ...gift, price: '39.01' }, 'CDS12056'],
    ['without a statement of its value', { ...gift, invoice: 'absent', proof: 'U110' }, 'CDS40045'],
    [
      'of goods that bear excise',
      {
        ...gift,
        ...{ commodityCode: '2204109490', nationalAdditionalCodes: ['X333'] },
        ...{ furtherTaxTypes: ['333'], taxBases: [['LPA', '0.09']] },
      },
      'CDS12056',
    ],
  ])('is not taken %s', (_what, item, code) => {
    expect(faultsOf(item)).toEqual([code])
  })

  it('is a matter of the whole consignment', () => {
    const other = { price: '1.00', ...unpaid }
    const declaration = lodgedDeclaration({ items: [gift, other] })
    const found = checkDeclaration(declaration, officeKnowledge()).map(({ code }) => code)
    expect(found).toContain('CDS12056')
  })
})

describe('goods that come back', () => {
  it('are taken with the export that they follow and relieved of what they claim', () => {
    expect(faultsOf(returned, exported)).toEqual([])
    expect(treatmentsOf(returned, exported).map(([treatment]) => treatment)).toEqual([
      'relieved-returned-goods',
      'relieved-returned-goods',
    ])
    const dutyAlone = { ...returned, additionalProcedures: ['F01'] }
    expect(faultsOf(dutyAlone, exported)).toEqual([])
    expect(treatmentsOf(dutyAlone, exported)).toEqual([
      ['relieved-returned-goods', '0.00'],
      ['charged', '200.00'],
    ])
  })

  it.each<[string, H1ItemWishes, H1Wishes, string]>([
    ['without the export', returned, {}, 'CDS40045'],
    [
      'after too many years',
      returned,
      { previousDocuments: [['MRN', '22GBA1B2C3D4E5F6G7']] },
      'CDS40010',
    ],
    ['under another procedure', { ...returned, procedure: '4000' }, exported, 'CDS12050'],
    [
      'without a relief',
      { ...returned, additionalProcedures: ['000'], valuationMethod: '1' },
      exported,
      'CDS12050',
    ],
  ])('are not taken %s', (_what, item, wishes, code) => {
    expect(faultsOf(item, wishes)).toEqual([code])
  })

  it('alone may be valued by the fall-back method, as gifts are', () => {
    expect(faultsOf({ valuationMethod: '6' })).toEqual(['CDS10020'])
  })
})
