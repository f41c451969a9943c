import type { NomenclatureRow } from '../../../nomenclature/nomenclature-edition.ts'
import type { RowReport } from '../../rows/row-report.ts'
import type { HtsRow } from '../file/hts-row.ts'
import { printedCode } from './printed-code.ts'

/** The rows in the terms of a nomenclature, and those whose indent draws what their code forbids. */
export interface DrawnRows {
  readonly rows: readonly NomenclatureRow[]
  readonly remarks: readonly RowReport[]
}

/**
 * The hierarchy follows from the indents, headings without a code included. Where an indent puts a
 * row below one whose code does not begin its own, the row stands beside that one instead.
 */
export function nomenclatureRows(htsRows: readonly HtsRow[]): DrawnRows {
  const remarks: RowReport[] = []
  const way: NomenclatureRow[] = []
  const rows = htsRows.map((htsRow) => {
    const { code, indent } = htsRow
    while (way.length > 0 && way.at(-1)!.depth >= indent) way.pop()
    const stranger = code === undefined ? -1 : way.findIndex((above) => !heads(above, code))
    const depth = stranger === -1 ? indent : way[stranger]!.depth
    if (code !== undefined && stranger !== -1) {
      remarks.push(wrongIndent(htsRow, code))
      way.length = stranger
    }
    const row = nomenclatureRow(htsRow, depth)
    way.push(row)
    return row
  })
  return { rows, remarks }
}

/** A heading without a code may head anything. */
function heads(above: NomenclatureRow, code: string): boolean {
  return above.code === undefined || code.startsWith(above.code)
}

/** Goods are declared by ten digits, or by eight where the schedule goes no further. */
const digitsToDeclareMin = 8

function nomenclatureRow({ code, description, units }: HtsRow, depth: number): NomenclatureRow {
  return {
    ...(code !== undefined && { code }),
    depth,
    mayBeDeclared: code !== undefined && code.length >= digitsToDeclareMin,
    descriptions: { en: description },
    supplementaryUnits: units,
  }
}

function wrongIndent({ line }: HtsRow, code: string): RowReport {
  return {
    line,
    code: printedCode(code),
    problem: {
      en: 'the indent puts the row below one whose code does not begin its own; it stands beside it',
      zh: '按缩进该行归于另一编码之下，而其编码并非以该编码开头；已改为并列',
    },
  }
}
