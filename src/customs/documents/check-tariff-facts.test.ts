import { describe, expect, it } from 'vitest'
import { britishBook } from '../../../test/british-book.ts'
import { measurementUnits, valueOf } from '../../../test/gb-reference-data.ts'
import { withBritishMeasures } from '../../../test/planted-measures.ts'
import { quoteOf } from '../../../test/quote-of.ts'
import { consignmentFromOrder } from '../consignment/consignment-from-order.ts'
import type { Measure } from '../measures/measure.ts'
import { decimal } from '../money/decimal.ts'
import type { OrderLine } from '../order/order.ts'
import { sampleLine, sampleOrder } from '../testing/sample-order.ts'
import { checkTariffFacts } from './check-tariff-facts.ts'

/** What is missing of a shirt whose tariff has such a measure beside its duty. */
function missingOf(measure: Partial<Measure>, change: Partial<OrderLine> = {}) {
  const book = withBritishMeasures(britishBook(), (measures) => {
    const { expression: _, ...duty } = measures.find(({ type }) => type === '103')!
    return [...measures, { ...duty, id: 'planted', ...measure }]
  })
  const order = sampleOrder({ lines: [sampleLine(change)] })
  const quote = valueOf(quoteOf(order, { book }))
  return checkTariffFacts(consignmentFromOrder(order), quote, measurementUnits())
}

const countedInPairs: Partial<Measure> = {
  type: '109',
  expression: [{ kind: 'supplementary-unit', unit: 'NPR' }],
}

describe('a supplementary unit', () => {
  it('is named where the order does not state a quantity in it', () => {
    const [missing, ...others] = missingOf(countedInPairs)
    expect(others).toEqual([])
    expect(missing).toMatchObject({
      code: 'fact-missing',
      path: '/goodsItems/0/supplementaryQuantity',
      mend: expect.stringContaining('NPR') as string,
      zh: { message: expect.stringContaining('NPR') as string },
    })
  })

  it('is satisfied by a quantity in it, and by no other', () => {
    const stated = (unit: string) =>
      missingOf(countedInPairs, { supplementaryQuantity: { amount: decimal('1'), unit } })
    expect(stated('NPR')).toEqual([])
    expect(stated('LTR')).toMatchObject([{ code: 'invalid-input' }])
  })

  it('is known already where pieces are counted', () => {
    const expression = [{ kind: 'supplementary-unit', unit: 'NAR' }] as const
    expect(missingOf({ type: '109', expression })).toEqual([])
  })
})

const licensed: Partial<Measure> = {
  ...{ type: '710', typeName: 'Import control' },
  conditions: [
    {
      ...{ conditionCode: 'B', actionCode: '29', expression: [] },
      ...{ documentCode: 'C400', documentName: 'CITES certificate' },
    },
    { conditionCode: 'B', actionCode: '09', expression: [] },
  ],
}

describe('a control', () => {
  it('blocks with the name of the document and what it is for', () => {
    expect(missingOf(licensed)).toMatchObject([
      {
        code: 'document-missing',
        path: '/goodsItems/0/documents',
        message: expect.stringContaining('Import control') as string,
        mend: expect.stringContaining('C400 (CITES certificate)') as string,
      },
    ])
  })

  it('lets through goods whose document is stated', () => {
    expect(missingOf(licensed, { documents: [{ code: 'C400', reference: 'GB-1' }] })).toEqual([])
  })
})
