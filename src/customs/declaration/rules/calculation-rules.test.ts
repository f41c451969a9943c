import { describe, expect, it } from 'vitest'
import { ruleContext } from '../../../../test/rule-context.ts'
import { money } from '../../money/money.ts'
import { checkDeclaration, rulesNotJudged } from '../check-declaration.ts'
import type { Declaration } from '../declaration.ts'
import type { DutyTaxFee } from '../goods-item.ts'
import { calculationRules } from './calculation-rules.ts'
import type { QuotedItem } from './quoted-item.ts'

const quoted: QuotedItem = {
  itemNumber: 1,
  preferenceCode: '100',
  taxes: [
    { taxType: 'A00', amount: money('12.00', 'GBP') },
    { taxType: 'B00', amount: money('22.40', 'GBP') },
  ],
  documentsAsked: [
    {
      measure: '410',
      name: { en: 'Veterinary control', zh: '兽医管制' },
      documents: [{ code: 'N853' }, { code: 'Y930' }],
    },
  ],
}

const fees: readonly DutyTaxFee[] = [
  { dutyRegimeCode: '100', typeCode: 'A00', payment: { payable: money('12.00', 'GBP') } },
  { typeCode: 'B00' },
]

function declared(
  dutyTaxFees: readonly DutyTaxFee[],
  typeCode: string,
  roleCode?: string,
): Declaration {
  return {
    functionCode: '9',
    typeCode: 'IMA',
    goodsShipment: {
      ...(roleCode !== undefined && { taxParties: [{ id: 'GB123457845', roleCode }] }),
      goodsItems: [
        {
          sequenceNumber: 1,
          commodity: { dutyTaxFees },
          additionalDocuments: [{ categoryCode: 'Y', typeCode, id: 'none' }],
        },
      ],
    },
  }
}

const context = { ...ruleContext, quotedItems: [quoted] }
const broken = (declaration: Declaration): readonly string[] =>
  calculationRules
    .filter((rule) => rule.breaches(declaration, context).length > 0)
    .map(({ id }) => id)

describe('our own calculation beside the declaration', () => {
  it('finds nothing where both agree', () => {
    expect(broken(declared(fees, '930'))).toEqual([])
  })

  it('documents-of-measures-declared: names the documents of which one is wanted', () => {
    const declaration = declared(fees, '931')
    expect(broken(declaration)).toEqual(['documents-of-measures-declared'])
    expect(calculationRules[0]?.breaches(declaration, context)).toMatchObject([
      {
        message: {
          en: 'Item 1 is under a control (Veterinary control) and names none of N853, Y930.',
        },
      },
    ])
  })

  it('preference-as-calculated: says which preference the duty was worked out with', () => {
    const claimed = [{ ...fees[0]!, dutyRegimeCode: '300' }, fees[1]!]
    expect(broken(declared(claimed, '930'))).toEqual(['preference-as-calculated'])
  })

  it('taxes-as-calculated: finds a tax that is not declared, but not VAT of the return', () => {
    expect(broken(declared(fees.slice(0, 1), '930'))).toEqual(['taxes-as-calculated'])
    expect(broken(declared(fees.slice(0, 1), '930', 'FR1'))).toEqual([])
  })

  it('amounts-as-calculated: shows both amounts', () => {
    const stated = [{ ...fees[0]!, payment: { payable: money('11.00', 'GBP') } }, fees[1]!]
    const declaration = declared(stated, '930')
    expect(broken(declaration)).toEqual(['amounts-as-calculated'])
    const [found] = checkDeclaration(declaration, context).filter(
      ({ rule }) => rule === 'amounts-as-calculated',
    )
    expect(found?.message).toBe(
      'Item 1 states 11.00 GBP of A00; our calculation makes it 12.00 GBP.',
    )
  })

  it('is not judged of a declaration that nobody quoted', () => {
    const ids = rulesNotJudged(declared(fees, '930'), ruleContext).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(calculationRules.map(({ id }) => id)))
  })
})
