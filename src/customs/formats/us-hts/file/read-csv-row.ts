import { failure, type Result, success } from '../../../result.ts'
import type { RowText } from '../../rows/row-splitter.ts'
import type { RowReading } from './hts-row.ts'
import { leftOut, readPrintedRow } from './read-printed-row.ts'

/** The columns of the USITC's CSV by what we call them. */
const columnNames = {
  code: 'HTS Number',
  indent: 'Indent',
  description: 'Description',
  units: 'Unit of Quantity',
  general: 'General Rate of Duty',
  special: 'Special Rate of Duty',
  column2: 'Column 2 Rate of Duty',
  quotaQuantity: 'Quota Quantity',
  additionalDuties: 'Additional Duties',
} as const

type ColumnName = keyof typeof columnNames

/** Which cell of a record holds which column. */
export type CsvColumns = Readonly<Record<ColumnName, number>> & { readonly count: number }

/** Reads the head of the table, which has to name just the columns of the USITC, in any order. */
export function readCsvHead(cells: readonly string[]): Result<CsvColumns> {
  const names = cells.map((cell) => cell.trim())
  const wanted: readonly string[] = Object.values(columnNames)
  const missing = wanted.filter((name) => !names.includes(name))
  const unknown = names.filter((name) => !wanted.includes(name))
  if (missing.length > 0 || unknown.length > 0 || names.length !== wanted.length) {
    return refuseHead(missing, unknown)
  }
  const cellOf = (name: ColumnName) => names.indexOf(columnNames[name])
  return success({
    code: cellOf('code'),
    indent: cellOf('indent'),
    description: cellOf('description'),
    units: cellOf('units'),
    general: cellOf('general'),
    special: cellOf('special'),
    column2: cellOf('column2'),
    quotaQuantity: cellOf('quotaQuantity'),
    additionalDuties: cellOf('additionalDuties'),
    count: names.length,
  })
}

function refuseHead(missing: readonly string[], unknown: readonly string[]): Result<never> {
  const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ') || '–'
  return failure({
    code: 'invalid-input',
    path: '',
    message: `Line 1 is not the head of the USITC's table: missing are ${quoted(missing)}, not known are ${quoted(unknown)}.`,
    mend: 'Export the schedule from hts.usitc.gov as CSV and load the file as it comes.',
    zh: {
      message: `第1行不是 USITC 表格的表头：缺少 ${quoted(missing)}，未知的有 ${quoted(unknown)}。`,
      mend: '请从 hts.usitc.gov 导出 CSV 格式的税则，并直接载入该文件。',
    },
  })
}

/** Understands one record of the USITC's CSV, which has no footnotes. */
export function readCsvRow(
  columns: CsvColumns,
  { line, content: cells }: RowText<readonly string[]>,
): RowReading {
  const cell = (name: ColumnName): string => cells[columns[name]] ?? ''
  if (cells.length !== columns.count) {
    return leftOut(line, cell('code'), {
      en: `the row has ${cells.length} cells instead of ${columns.count}`,
      zh: `该行有 ${cells.length} 个单元格，应为 ${columns.count} 个`,
    })
  }
  const units = unitsOf(cell('units'))
  if (units === undefined) {
    return leftOut(line, cell('code'), {
      en: `the units “${cell('units')}” are no JSON list of texts`,
      zh: `计量单位“${cell('units')}”不是 JSON 文本列表`,
    })
  }
  return readPrintedRow(
    {
      code: cell('code'),
      indent: cell('indent'),
      description: cell('description'),
      units,
      general: cell('general'),
      special: cell('special'),
      column2: cell('column2'),
      additionalDuties: cell('additionalDuties'),
      quotaQuantity: cell('quotaQuantity'),
    },
    line,
  )
}

/** Units stand as a JSON list in their cell; an empty cell has none. */
function unitsOf(cell: string): readonly string[] | undefined {
  if (cell.trim() === '') return []
  try {
    const units = JSON.parse(cell) as unknown
    const isList = Array.isArray(units) && units.every((unit) => typeof unit === 'string')
    return isList ? units : undefined
  } catch {
    return undefined
  }
}
