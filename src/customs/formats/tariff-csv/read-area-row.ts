import type { Validity } from '../../calendar/local-date.ts'
import type { AreaMember, GeographicalAreas } from '../../measures/geographical-area.ts'
import type { KnownCodes } from '../../order/known-codes.ts'
import { combine, type Result, success } from '../../result.ts'
import { type CellText, dayIn, refuseCell, requiredText } from './cell-text.ts'
import { countryIn } from './country-cell.ts'
import type { CsvColumns, CsvRecord } from './csv-record.ts'
import { validityOf } from './validity-of.ts'

/** The columns of the table of areas. */
export type AreaColumn = 'area' | 'country' | 'valid_from' | 'valid_until'

export const areaColumns: CsvColumns<AreaColumn> = {
  table: 'areas',
  known: ['area', 'country', 'valid_from', 'valid_until'],
  required: ['area', 'country', 'valid_from'],
}

/** A country that belongs to a group. */
export interface AreaRow {
  readonly area: string
  readonly country: string
  readonly validity: Validity
}

/** Reads a row of areas, or names every cell of it that is not understood. */
export function readAreaRow(
  { line, cells }: CsvRecord<AreaColumn>,
  { countries }: KnownCodes,
): Result<AreaRow> {
  const cell = (column: AreaColumn): CellText => ({
    place: { table: 'areas', line, column },
    text: cells[column],
  })
  const parts = combine({
    area: groupIn(cell('area'), countries),
    country: countryIn(cell('country'), countries),
    stated: requiredText(cell('valid_from')),
    validity: validityOf(
      { from: dayIn(cell('valid_from')), until: dayIn(cell('valid_until')) },
      { table: 'areas', line },
    ),
  })
  if (!parts.ok) return parts
  const { area, country, validity } = parts.value
  return success({ area, country, validity: validity! })
}

/** The members of each group. */
export function geographicalAreas(rows: readonly AreaRow[]): GeographicalAreas {
  const members = new Map<string, AreaMember[]>()
  for (const { area, country, validity } of rows) {
    members.set(area, [...(members.get(area) ?? []), { country, validity }])
  }
  return members
}

/** A group by the name of a country could not be told from it. */
function groupIn(cell: CellText, countries: KnownCodes['countries']): Result<string> {
  const area = requiredText(cell)
  if (!area.ok || (/^[A-Z0-9][A-Z0-9*+]{0,3}$/.test(area.value) && !countries.has(area.value))) {
    return area
  }
  return refuseCell(cell, {
    problem: {
      en: `${JSON.stringify(area.value)} is no name for a group of countries`,
      zh: `${JSON.stringify(area.value)} 不能作为国家组编号`,
    },
    mend: {
      en: 'Use one to four capital letters and digits that are not the code of a country, such as 1013.',
      zh: '请使用一到四位大写字母或数字，且不同于国家代码，如 1013。',
    },
  })
}
