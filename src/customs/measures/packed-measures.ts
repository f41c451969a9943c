import type { GeographicalAreas } from './geographical-area.ts'
import type { Measure } from './measure.ts'
import { concerns, type GoodsOnDay, type MeasureBook } from './measure-index.ts'

/** What a measure says, apart from its code, its id and its edition. Many measures say the same. */
export type MeasureTerms = Omit<Measure, 'id' | 'code' | 'edition'>

/** The measures of one code: their ids, and where the terms of each stand. */
export type PackedCode = readonly [code: string, ids: readonly string[], places: readonly number[]]

/**
 * Many measures in little room, in a form that JSON can hold. An integrated tariff has hundreds of
 * thousands of measures and a few thousand different terms.
 */
export interface PackedMeasures {
  readonly terms: readonly MeasureTerms[]
  readonly byCode: readonly PackedCode[]
}

/** Packs measures one by one; a measure that comes twice for a code is packed once. */
export class MeasurePacker {
  readonly #terms: MeasureTerms[] = []
  readonly #places = new Map<string, number>()
  readonly #byCode = new Map<string, Map<string, number>>()

  add(measure: Measure): void {
    const own = this.#byCode.get(measure.code) ?? new Map<string, number>()
    own.set(measure.id, this.#placeOf(termsOf(measure)))
    this.#byCode.set(measure.code, own)
  }

  /** How many measures have been packed. */
  get count(): number {
    return [...this.#byCode.values()].reduce((sum, { size }) => sum + size, 0)
  }

  packed(): PackedMeasures {
    return {
      terms: this.#terms,
      byCode: [...this.#byCode].map(([code, own]) => [code, [...own.keys()], [...own.values()]]),
    }
  }

  #placeOf(terms: MeasureTerms): number {
    const key = JSON.stringify(terms)
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.#terms.length)
    return this.#terms.push(terms) - 1
  }
}

/** The parts of a measure by name, so that what a reader adds to them is not packed. */
function termsOf(measure: Measure): MeasureTerms {
  const { type, name, area, excludedAreas, additionalCode, quotaOrderNumber } = measure
  const { expression, notWorkedOut, conditions, validity, law } = measure
  return {
    ...{ type, area, excludedAreas, conditions, validity },
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

/** The measures of one code, still packed. */
interface OfCode {
  readonly packed: PackedCode
  readonly terms: readonly MeasureTerms[]
}

/**
 * Looks measures up where they are packed. Only what concerns the goods is unpacked, so a tariff takes
 * no more room than its packed form.
 */
export function packedMeasureBook({ edition, areas, chapters }: PackedTariff): MeasureBook {
  const byCode = new Map<string, OfCode>(
    chapters.flatMap(({ terms, byCode: codes }) =>
      codes.map((packed) => [packed[0], { packed, terms }] as const),
    ),
  )
  const lengths = [...new Set([...byCode.keys()].map(({ length }) => length))]
  const shortestFirst = lengths.toSorted((left, right) => left - right)
  return {
    measuresFor: (goods) =>
      shortestFirst
        .filter((length) => length <= goods.code.length)
        .flatMap((length) => {
          const found = byCode.get(goods.code.slice(0, length))
          return found === undefined ? [] : unpacked(found, goods, { edition, areas })
        }),
  }
}

function unpacked(
  { packed: [code, ids, places], terms }: OfCode,
  goods: GoodsOnDay,
  { edition, areas }: Pick<PackedTariff, 'edition' | 'areas'>,
): readonly Measure[] {
  return ids.flatMap((id, at) => {
    const own = terms[places[at]!]!
    return concerns(own, goods, areas) ? [{ ...own, id, code, edition }] : []
  })
}
