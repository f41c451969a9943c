import type { AreaMember, GeographicalAreas } from '../../customs/measures/geographical-area.ts'
import type { Measure } from '../../customs/measures/measure.ts'
import { MeasurePacker, type PackedMeasures } from '../../customs/measures/packed-measures.ts'
import type { NomenclatureRow } from '../../customs/nomenclature/nomenclature-edition.ts'
import type { EditionPart } from '../formats/tariff-format.ts'
import { runsByChapter } from './chapter-parts.ts'

/** A chapter of an integrated tariff in the form in which it is kept and looked up in. */
export interface TariffChapter {
  readonly rows: readonly NomenclatureRow[]
  readonly measures: PackedMeasures
}

/** The groups of countries of a tariff in the form in which they are kept. */
export interface StoredAreas {
  readonly areas: readonly (readonly [area: string, members: readonly AreaMember[]])[]
}

/** The name of the part with the groups of countries; all others are named by their chapter. */
const AREAS = 'areas'

/**
 * Packs an integrated tariff by its chapters, with its groups of countries. Measures are packed as they
 * come, for a whole tariff of them would not fit into memory otherwise.
 */
export class TariffPacker {
  readonly #chapters = new Map<string, MeasurePacker>()

  add(measure: Measure): void {
    const chapter = measure.code.slice(0, 2)
    const packer = this.#chapters.get(chapter) ?? new MeasurePacker()
    packer.add(measure)
    this.#chapters.set(chapter, packer)
  }

  /** How many measures have been added, one that came twice for a code once. */
  get count(): number {
    return [...this.#chapters.values()].reduce((sum, { count }) => sum + count, 0)
  }

  /** @param rows in the order of publication */
  parts(rows: readonly NomenclatureRow[], areas: GeographicalAreas): readonly EditionPart[] {
    const stored: StoredAreas = { areas: [...areas] }
    return [
      ...runsByChapter(rows).map(({ chapter, rows: own }) => {
        const measures = this.#chapters.get(chapter)?.packed() ?? {
          scopes: [],
          terms: [],
          byCode: [],
        }
        const content: TariffChapter = { rows: own, measures }
        return { name: chapter, content }
      }),
      { name: AREAS, content: stored },
    ]
  }
}

/** The parts of an integrated tariff, told apart by what they hold. */
export function tariffOfParts(parts: readonly object[]): {
  readonly chapters: readonly TariffChapter[]
  readonly areas: GeographicalAreas
} {
  const chapters = parts.filter((part): part is TariffChapter => 'rows' in part)
  const areas = parts.filter((part): part is StoredAreas => 'areas' in part)
  return { chapters, areas: new Map(areas.flatMap((part) => part.areas)) }
}
