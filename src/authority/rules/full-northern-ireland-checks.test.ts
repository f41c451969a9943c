import { describe, expect, it } from 'vitest'
import { assess } from '../assessment/assess.ts'
import type { H1ItemWishes, H1Wishes } from '../testing/hand-written-h1.ts'
import { lodgedDeclaration, officeKnowledge } from '../testing/office-knowledge.ts'
import { checkDeclaration } from './check-declaration.ts'

const IMPORTER = 'XI987654321098'

const atRisk: H1ItemWishes = {
  ...{ statements: ['NIIMP'], dutyType: 'A50', furtherTaxTypes: ['B05'] },
}

/** Two points more in the Union than in the United Kingdom. */
const notAtRisk: H1ItemWishes = {
  statements: ['NIIMP', 'NIREM'],
  internalMarketNumber: 'XIUKIM98765432109820240124160138',
}

const scheme: H1Wishes = { importer: IMPORTER, internalMarketHolder: IMPORTER }

function faultsOf(wishes: H1Wishes, knowledge = officeKnowledge()): readonly string[] {
  const declaration = lodgedDeclaration({ importer: IMPORTER, ...wishes })
  return checkDeclaration(declaration, knowledge).map(({ code }) => code)
}

function linesOf(wishes: H1Wishes, knowledge = officeKnowledge()) {
  const result = assess(lodgedDeclaration({ importer: IMPORTER, ...wishes }), knowledge)
  if (!result.ok) throw new Error(result.errors[0]?.reason)
  return result.assessment.items.map(({ taxLines }) =>
    taxLines.map(({ taxType, baseGbp, ratePercent, payableGbp }) => [
      ...[taxType, baseGbp, ratePercent, payableGbp],
    ]),
  )
}

describe('goods to Northern Ireland that are declared in full', () => {
  it('are at risk unless somebody states otherwise: duty of the Union, VAT on it apart', () => {
    expect(faultsOf({ items: [atRisk] })).toEqual([])
    expect(linesOf({ items: [atRisk] })).toEqual([
      [
        ['A50', '1000.00', '14.00', '140.00'],
        ['B00', '1000.00', '20.00', '200.00'],
        ['B05', '140.00', '20.00', '28.00'],
      ],
    ])
  })

  it('bear British duty where an authorised importer states that they are not at risk', () => {
    const wishes = { ...scheme, items: [notAtRisk] }
    expect(faultsOf(wishes)).toEqual([])
    expect(linesOf(wishes)).toEqual([
      [
        ['A00', '1000.00', '12.00', '120.00'],
        ['B00', '1120.00', '20.00', '224.00'],
      ],
    ])
  })

  it.each<[string, H1Wishes]>([
    ['the document', { ...scheme, items: [{ ...notAtRisk, internalMarketNumber: 'GBUKIM1' }] }],
    ['the importer as its holder', { internalMarketHolder: 'XI111111111111', items: [notAtRisk] }],
    [
      'a duty that is nearly the same',
      {
        ...scheme,
        items: [{ ...notAtRisk, commodityCode: '6403999690', supplementaryQuantity: '10' }],
      },
    ],
  ])('are at risk all the same without %s', (_what, wishes) => {
    expect(linesOf(wishes)[0]?.map(([taxType]) => taxType)).toEqual(['A50', 'B00', 'B05'])
  })

  it('are at risk on days on which there was no scheme', () => {
    const { northernIreland } = officeKnowledge()
    const before = officeKnowledge({
      northernIreland: { ...northernIreland, atRiskFrom: () => undefined },
    })
    const wishes = { ...scheme, items: [notAtRisk] }
    expect(linesOf(wishes, before)[0]?.[0]?.[0]).toBe('A50')
  })

  it('bear no VAT from Great Britain', () => {
    const item = { ...atRisk, statements: ['NIDOM'], furtherTaxTypes: [], vatPayment: 'absent' }
    const wishes = { items: [item as H1ItemWishes] }
    expect(faultsOf(wishes)).toEqual([])
    expect(linesOf(wishes)).toEqual([
      [
        ['A50', '1000.00', '14.00', '140.00'],
        ['B00', '1000.00', '0.00', '0.00'],
        ['B05', '140.00', '0.00', '0.00'],
      ],
    ])
  })

  it('bear no British trade remedy where they bear the duty of the Union', () => {
    const bicycle = { ...atRisk, commodityCode: '8712003090', supplementaryQuantity: '5' }
    expect(linesOf({ items: [bicycle] })[0]?.map(([taxType]) => taxType)).toEqual([
      ...['A50', 'B00', 'B05'],
    ])
  })

  it.each<[string, H1ItemWishes, string]>([
    ['the payment of a tax', { statements: ['NIIMP'] }, 'CDS10001'],
    [
      'a rate of the Union',
      { ...atRisk, commodityCode: '9102110000', supplementaryQuantity: '3' },
      'CDS40013',
    ],
    ['a way to go by it: NIAID', { ...atRisk, statements: ['NIIMP', 'NIAID'] }, 'CDS10020'],
    [
      'the reduced data set of goods from Great Britain that stay',
      { ...notAtRisk, statements: ['NIDOM', 'NIREM'] },
      'CDS10020',
    ],
    ['a movement', { statements: ['NIREM'] }, 'CDS40073'],
    ['the law for a British relief', { ...atRisk, additionalProcedures: ['C07'] }, 'CDS12056'],
  ])('are not taken without %s', (_what, item, code) => {
    expect(faultsOf({ ...scheme, items: [item] })).toContain(code)
  })

  it('come all the same way', () => {
    const domestic = { ...atRisk, statements: ['NIDOM'] }
    expect(faultsOf({ items: [atRisk, domestic] })).toContain('CDS12070')
    expect(faultsOf({ items: [atRisk, {}] })).toContain('CDS12070')
  })
})
