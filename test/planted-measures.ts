import { decimal } from '../src/customs/money/decimal.ts'
import type { LandedCostBook } from '../src/customs/landed-cost/landed-cost-book.ts'
import type { Measure } from '../src/customs/measures/measure.ts'

/** What the tariff says of goods of a code, as a test would have it say. */
export type Planting = (measures: readonly Measure[], code: string) => readonly Measure[]

/** A book whose British tariff says something else of some goods, as a mistyped figure would have it. */
export function withBritishMeasures(book: LandedCostBook, planting: Planting): LandedCostBook {
  const tariff = book.tariffs.get('GB')
  if (tariff === undefined) throw new Error('the book has no British tariff')
  const { measures } = tariff
  const planted = {
    ...tariff,
    measures: {
      measuresFor: (goods: Parameters<typeof measures.measuresFor>[0]) =>
        planting(measures.measuresFor(goods), goods.code),
      changesBelow: (beginning: string) => measures.changesBelow(beginning),
    },
  }
  return { ...book, tariffs: new Map([...book.tariffs, ['GB', planted]]) }
}

/** Another percentage for all measures of a type, such as `142` for a preference. */
export function withPercent(
  measures: readonly Measure[],
  type: string,
  percent: string,
): readonly Measure[] {
  const expression = [{ kind: 'ad-valorem', percent: decimal(percent) }] as const
  return measures.map((measure) => (measure.type === type ? { ...measure, expression } : measure))
}
