import { changesOfValidity } from '../calendar/periods-between.ts'
import { inOneList } from '../in-one-list.ts'
import type { GeographicalAreas } from './geographical-area.ts'
import type { Measure } from './measure.ts'
import {
  changesOfAreas,
  concerns,
  type GoodsOnDay,
  type MeasureBook,
  sharesBeginning,
} from './measure-index.ts'
import { rememberedMeasures } from './remembered-measures.ts'

/** Whom a measure concerns and when. */
export type MeasureScope = Pick<Measure, 'area' | 'excludedAreas' | 'validity'>

/** What a measure says of those whom it concerns. */
export type MeasureTerms = Omit<Measure, 'id' | 'code' | 'edition' | keyof MeasureScope>

/**
 * The measures of one code: their ids, one a line, and where the scope and the terms of each stand. One
 * text takes less room than one for each id.
 */
export type PackedCode = readonly [
  code: string,
  ids: string,
  scopes: readonly number[],
  terms: readonly number[],
]

/**
 * Many measures in little room, in a form that JSON can hold. An integrated tariff has hundreds of
 * thousands of measures, a few hundred scopes and a few thousand terms.
 */
export interface PackedMeasures {
  readonly scopes: readonly MeasureScope[]
  readonly terms: readonly MeasureTerms[]
  readonly byCode: readonly PackedCode[]
}

/** Where the scope and the terms of a measure stand. */
interface Places {
  readonly scope: number
  readonly terms: number
}

/** Packs measures one by one; a measure that comes twice for a code is packed once. */
export class MeasurePacker {
  readonly #scopes = new DistinctValues<MeasureScope>()
  readonly #terms = new DistinctValues<MeasureTerms>()
  readonly #byCode = new Map<string, Map<string, Places>>()

  add(measure: Measure): void {
    const { area, excludedAreas, validity } = measure
    const own = this.#byCode.get(measure.code) ?? new Map<string, Places>()
    own.set(measure.id, {
      scope: this.#scopes.placeOf({ area, excludedAreas, validity }),
      terms: this.#terms.placeOf(termsOf(measure)),
    })
    this.#byCode.set(measure.code, own)
  }

  /** How many measures have been packed. */
  get count(): number {
    return [...this.#byCode.values()].reduce((sum, { size }) => sum + size, 0)
  }

  packed(): PackedMeasures {
    return {
      scopes: this.#scopes.values,
      terms: this.#terms.values,
      byCode: [...this.#byCode].map(([code, own]) => {
        const places = [...own.values()]
        const [scopes, terms] = [places.map((at) => at.scope), places.map((at) => at.terms)]
        return [code, [...own.keys()].join('\n'), scopes, terms]
      }),
    }
  }
}

/** Values of which each is kept once. */
class DistinctValues<Value> {
  readonly values: Value[] = []
  readonly #places = new Map<string, number>()

  placeOf(value: Value): number {
    const key = JSON.stringify(value)
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}

/** The parts of a measure by name, so that what a reader adds to them is not packed. */
function termsOf(measure: Measure): MeasureTerms {
  const { type, name, additionalCode, quotaOrderNumber } = measure
  const { expression, notWorkedOut, conditions, law } = measure
  return {
    ...{ type, conditions },
    ...(name && { name }),
    ...(additionalCode && { additionalCode }),
    ...(quotaOrderNumber !== undefined && { quotaOrderNumber }),
    ...(expression && { expression }),
    ...(notWorkedOut && { notWorkedOut }),
    ...(law && { law }),
  }
}

/** What the measures of a tariff belong to. */
export interface PackedTariff {
  readonly edition: string
  readonly areas: GeographicalAreas
  /** In any order; no code stands in two of them. */
  readonly chapters: readonly PackedMeasures[]
}

/** The measures of one code, still packed, and the chapter that their scopes and terms stand in. */
interface OfCode {
  readonly packed: PackedCode
  readonly chapter: PackedMeasures
}

/**
 * Looks measures up where they are packed. Only what concerns the goods is unpacked, and only that of
 * goods that were asked for is remembered, so a tariff takes little more room than its packed form.
 */
export function packedMeasureBook({ edition, areas, chapters }: PackedTariff): MeasureBook {
  const byCode = new Map<string, OfCode>(
    chapters.flatMap((chapter) =>
      chapter.byCode.map((packed) => [packed[0], { packed, chapter }] as const),
    ),
  )
  const lengths = [...new Set([...byCode.keys()].map(({ length }) => length))]
  const shortestFirst = lengths.toSorted((left, right) => left - right)
  const book: MeasureBook = {
    measuresFor: (goods) =>
      inOneList(
        shortestFirst
          .filter((length) => length <= goods.code.length)
          .map((length) => {
            const found = byCode.get(goods.code.slice(0, length))
            return found === undefined ? [] : unpacked(found, goods, { edition, areas })
          }),
      ),
    changesBelow: (beginning) => [
      ...[...byCode].flatMap(([code, { packed, chapter }]) =>
        sharesBeginning(code, beginning)
          ? packed[2].flatMap((scope) => changesOfValidity(chapter.scopes[scope]!.validity))
          : [],
      ),
      ...changesOfAreas(areas),
    ],
  }
  const scopes = inOneList(chapters.map((chapter) => chapter.scopes))
  const windows = [...scopes, ...inOneList([...areas.values()])]
  return rememberedMeasures(
    book,
    windows.flatMap(({ validity }) => changesOfValidity(validity)),
  )
}

function unpacked(
  { packed: [code, ids, scopes, terms], chapter }: OfCode,
  goods: GoodsOnDay,
  { edition, areas }: Pick<PackedTariff, 'edition' | 'areas'>,
): readonly Measure[] {
  const concerned: Measure[] = []
  for (const [at, id] of ids.split('\n').entries()) {
    const scope = chapter.scopes[scopes[at]!]!
    if (!concerns(scope, goods, areas)) continue
    concerned.push({ id, code, edition, ...scope, ...chapter.terms[terms[at]!]! })
  }
  return concerned
}
