import type { LocalDate } from '../calendar/local-date.ts'
import { periodsBetween } from '../calendar/periods-between.ts'
import { Remembered } from '../remembered.ts'
import type { Measure } from './measure.ts'
import type { MeasureBook } from './measure-index.ts'

/** The measures of so many codes, origins and periods are remembered: some ten megabytes at most. */
const GOODS_REMEMBERED = 10_000

/**
 * The same measures, of which those that were asked for are remembered: a shop sells the same goods
 * over and over, and between two changes of the tariff they bear the same measures.
 *
 * @param changes every day on which a measure, or the membership in an area, begins or ends
 */
export function rememberedMeasures(book: MeasureBook, changes: Iterable<LocalDate>): MeasureBook {
  const periodOf = periodsBetween(changes)
  const remembered = new Remembered<readonly Measure[]>(GOODS_REMEMBERED)
  return {
    measuresFor: (goods) =>
      remembered.of(`${goods.code} ${goods.origin} ${periodOf(goods.on)}`, () =>
        book.measuresFor(goods),
      ),
    changesBelow: (beginning) => book.changesBelow(beginning),
  }
}
