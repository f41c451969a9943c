import type { BilingualText } from '../../../bilingual-text.ts'
import type { HtsFootnote, HtsRow, RowReading } from './hts-row.ts'
import { isSpreadsheetDamage } from './spreadsheet-damage.ts'

/** The texts of a row, however the file has written them. */
export interface PrintedRow {
  readonly code: string
  readonly indent: string
  readonly description: string
  readonly units: readonly string[]
  readonly general: string
  readonly special: string
  readonly column2: string
  readonly additionalDuties: string
  readonly quotaQuantity: string
  readonly footnotes?: readonly HtsFootnote[]
}

const CODE = /^\d{4}(\.\d{2}){0,3}$/
const INDENT = /^\d{1,2}$/

/** Understands the texts of a row, or says why not. */
export function readPrintedRow(printed: PrintedRow, line: number): RowReading {
  const code = printed.code.trim()
  if (code !== '' && !CODE.test(code)) {
    return isSpreadsheetDamage(code)
      ? { kind: 'damaged', line, code }
      : leftOut(line, code, {
          en: `“${code}” is no code of the schedule, such as 0101.21.00.10`,
          zh: `“${code}”不是税则编码，编码形如 0101.21.00.10`,
        })
  }
  if (!INDENT.test(printed.indent)) {
    return leftOut(line, code, {
      en: `the indent “${printed.indent}” is no number, so what the row belongs to is not known`,
      zh: `缩进“${printed.indent}”不是数字，无法确定该行的归属`,
    })
  }
  if (code === '' && printed.description.trim() === '') {
    return leftOut(line, code, {
      en: 'the row has neither a code nor a description',
      zh: '该行既无编码也无品名',
    })
  }
  return { kind: 'understood', row: rowOf(printed, line), remarks: [] }
}

function rowOf(printed: PrintedRow, line: number): HtsRow {
  const code = printed.code.trim().replaceAll('.', '')
  return {
    line,
    ...(code !== '' && { code }),
    indent: Number(printed.indent),
    description: single(printed.description),
    units: printed.units.map(single).filter((unit) => unit !== ''),
    general: single(printed.general),
    special: single(printed.special),
    column2: single(printed.column2),
    additionalDuties: single(printed.additionalDuties),
    quotaQuantity: single(printed.quotaQuantity),
    ...(printed.footnotes && { footnotes: printed.footnotes }),
  }
}

/** The text with single spaces and none at its ends: line breaks come from the printed page. */
function single(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** A row that cannot be understood; it is never dropped without a word. */
export function leftOut(line: number, code: string, problem: BilingualText): RowReading {
  return { kind: 'left-out', report: { line, ...(code !== '' && { code }), problem } }
}
