import { describe, expect, it } from 'vitest'
import { britishBook } from '../../../test/british-book.ts'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { withBritishMeasures } from '../../../test/planted-measures.ts'
import { quoteOf } from '../../../test/quote-of.ts'
import type { Measure } from '../measures/measure.ts'
import { decimal } from '../money/decimal.ts'
import { sampleOrder } from '../testing/sample-order.ts'

const perLitre = {
  kind: 'specific',
  ...{ amount: decimal('1.20'), currency: 'GBP', unit: 'LTR', perUnits: decimal('1') },
} as const

/** The duty of third countries with a measure of another type beside it. */
function beside(type: string, percent: string) {
  const planted = (measures: readonly Measure[]): readonly Measure[] => {
    const duty = measures.find((measure) => measure.type === '103')!
    const expression = [{ kind: 'ad-valorem', percent: decimal(percent) }] as const
    return [...measures, { ...duty, id: `planted-${type}`, type, expression }]
  }
  return withBritishMeasures(britishBook(), planted)
}

describe('what a declaration cannot claim or pay', () => {
  it('is refused where it is charged besides and has no tax type, as an excise without a class', () => {
    const refused = quoteOf(sampleOrder(), { book: beside('306', '30') })
    expect(refused.ok ? [] : refused.failures.map(({ code, path }) => [code, path])).toEqual([
      ['not-covered', '/goodsItems/0/commodityCode'],
    ])
  })

  it('is asked for where its rate needs a quantity that the order does not state', () => {
    const byLitre = withBritishMeasures(britishBook(), (measures) =>
      measures.map((measure) =>
        measure.type === '103' ? { ...measure, expression: [perLitre] } : measure,
      ),
    )
    const refused = quoteOf(sampleOrder(), { book: byLitre })
    expect(refused).toMatchObject({
      ok: false,
      failures: [
        {
          code: 'fact-missing',
          path: '/goodsItems/0/quantities/LTR',
          mend: expect.stringContaining('all pieces') as string,
        },
      ],
    })
  })

  it('is named beside the duty of third countries where it would be less', () => {
    const quote = valueOf(quoteOf(sampleOrder(), { book: beside('112', '0') }))
    expect(quote.charges[0]).toMatchObject({ kind: 'customs-duty', rate: { text: '12%' } })
    expect(quote.notCovered.some(({ en }) => en.includes('not claimed in the declaration'))).toBe(
      true,
    )
  })
})
