import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import { changesOfValidity } from '../calendar/periods-between.ts'
import { inOneList } from '../in-one-list.ts'
import { type GeographicalAreas, isWithinArea } from './geographical-area.ts'
import type { Measure } from './measure.ts'
import { rememberedMeasures } from './remembered-measures.ts'

/** Where the measures of one tariff are looked up. */
export interface MeasureBook {
  /** The measures for goods of a code and origin on a day, those of the longer code last. */
  measuresFor(goods: GoodsOnDay): readonly Measure[]
  /**
   * Every day on which the measures may change for goods of any code with this beginning: those
   * stated for such codes, and for the shorter ones that the beginning itself has.
   */
  changesBelow(beginning: string): readonly LocalDate[]
}

/** The measures of one tariff by the code that they are stated for. It is never changed. */
interface MeasureIndex {
  readonly byCode: ReadonlyMap<string, readonly Measure[]>
  readonly areas: GeographicalAreas
  /** Lengths of the codes that measures are stated for, shortest first. */
  readonly lengths: readonly number[]
}

/** Builds an index over the measures of all editions that are loaded. */
export function createMeasureIndex(
  measures: readonly Measure[],
  areas: GeographicalAreas,
): MeasureBook {
  const index = indexed(measures, areas)
  const book: MeasureBook = {
    measuresFor: (goods) => found(index, goods),
    changesBelow: (beginning) => [
      ...[...index.byCode].flatMap(([code, own]) =>
        sharesBeginning(code, beginning)
          ? own.flatMap(({ validity }) => changesOfValidity(validity))
          : [],
      ),
      ...changesOfAreas(areas),
    ],
  }
  const ofMeasures = inOneList(measures.map(({ validity }) => changesOfValidity(validity)))
  return rememberedMeasures(book, [...ofMeasures, ...changesOfAreas(areas)])
}

/** Whether one of two codes is a beginning of the other. */
export function sharesBeginning(code: string, other: string): boolean {
  return code.startsWith(other) || other.startsWith(code)
}

/** The days on which countries join or leave an area. */
export function changesOfAreas(areas: GeographicalAreas): readonly LocalDate[] {
  return [...areas.values()].flat().flatMap(({ validity }) => changesOfValidity(validity))
}

function indexed(measures: readonly Measure[], areas: GeographicalAreas): MeasureIndex {
  const byCode = new Map<string, Measure[]>()
  for (const measure of measures) {
    const same = byCode.get(measure.code)
    if (same === undefined) byCode.set(measure.code, [measure])
    else same.push(measure)
  }
  const lengths = [...new Set([...byCode.keys()].map(({ length }) => length))]
  return { byCode, areas, lengths: lengths.toSorted((left, right) => left - right) }
}

/** Goods of a code from a country on a day. */
export interface GoodsOnDay {
  readonly code: string
  readonly origin: string
  readonly on: LocalDate
}

/** It looks up the few beginnings of the code, so its cost does not grow with the tariff. */
function found(index: MeasureIndex, goods: GoodsOnDay): readonly Measure[] {
  const { code } = goods
  const measures: Measure[] = []
  for (const length of index.lengths) {
    if (length > code.length) break
    for (const measure of index.byCode.get(code.slice(0, length)) ?? []) {
      if (concerns(measure, goods, index.areas)) measures.push(measure)
    }
  }
  return measures
}

/** Whether a measure that is stated for the code of goods holds on their day and for their origin. */
export function concerns(
  { area, excludedAreas, validity }: Pick<Measure, 'area' | 'excludedAreas' | 'validity'>,
  { origin: country, on }: Pick<GoodsOnDay, 'origin' | 'on'>,
  areas: GeographicalAreas,
): boolean {
  return (
    isInForce(validity, on) &&
    isWithinArea(areas, area, { country, on }) &&
    !excludedAreas.some((excluded) => isWithinArea(areas, excluded, { country, on }))
  )
}
