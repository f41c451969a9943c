import { ALL_COUNTRIES, type GeographicalAreas } from '../../measures/geographical-area.ts'
import type { KnownCodes } from '../../order/known-codes.ts'
import { combineAll, type Result, success } from '../../result.ts'
import { type CellText, refuseCell, requiredText, wordsIn } from './cell-text.ts'

/** The areas that a cell may name. */
export interface KnownAreas {
  readonly knownCodes: KnownCodes
  /** The groups of countries that the tariff has. */
  readonly areas: GeographicalAreas
}

/** The areas of a cell that may not be empty. */
export function requiredAreasIn(cell: CellText, reference: KnownAreas): Result<readonly string[]> {
  const text = requiredText(cell)
  return text.ok ? areasIn(cell, reference) : text
}

/** Countries and groups of countries, parted by spaces. */
export function areasIn(cell: CellText, reference: KnownAreas): Result<readonly string[]> {
  return combineAll(wordsIn(cell).map((area) => knownArea(area, cell, reference)))
}

/** An area that nobody knows would be a measure that never applies, so it is refused. */
function knownArea(
  area: string,
  cell: CellText,
  { knownCodes, areas }: KnownAreas,
): Result<string> {
  if (area === ALL_COUNTRIES || areas.has(area) || knownCodes.countries.has(area)) {
    return success(area)
  }
  return refuseCell(cell, {
    problem: {
      en: `${JSON.stringify(area)} is neither a country nor a known group of countries`,
      zh: `${JSON.stringify(area)} 既不是国家也不是已知的国家组`,
    },
    mend: {
      en: `Write ${ALL_COUNTRIES} for all countries, a country code of two letters, or a group of the table of areas${namesOf(areas)}.`,
      zh: `所有国家请填 ${ALL_COUNTRIES}，否则填两位国家代码或国家组表中的编号${namesOf(areas)}。`,
    },
  })
}

function namesOf(areas: GeographicalAreas): string {
  return areas.size === 0 ? '' : ` ${[...areas.keys()].join(', ')}`
}
