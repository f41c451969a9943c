import type { ListFinding } from './list-finding.ts'
import { type ListFormat, purchaseListFormat } from './list-format.ts'

/** Without the mark, spreadsheet programs read Chinese text of a UTF-8 file as something else. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A table for spreadsheet programs, as UTF-8 CSV after RFC 4180. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(safeCell).join(',')}\r\n`).join('')
}

/** How a cell begins that a spreadsheet program would take for a formula and run. */
const FORMULA = /^\s*[=+\-@\t\r|]/

/**
 * A cell as text and nothing else. Texts come from strangers: one that begins like a formula gets an
 * apostrophe before it, which spreadsheets take for "this is text".
 */
function safeCell(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** What is wrong with a list, for the one who mends it beside the list itself. */
export function findingsTable(findings: readonly ListFinding[]): string {
  return writeTable([
    ['row', 'column', 'order_reference', 'problem', 'mend'],
    ...findings.map(({ row, column = '', orderReference = '', message, mend = '' }) => [
      String(row),
      column,
      orderReference,
      message,
      mend,
    ]),
  ])
}

/** The headings of a list of some format, to be filled in. */
export function listTemplate({ columns }: ListFormat, language: 'en' | 'zh'): string {
  return writeTable([columns.map((column) => (language === 'zh' ? column.zh : column.name))])
}

/** The headings of a purchase list, to be filled in. */
export function purchaseListTemplate(language: 'en' | 'zh'): string {
  return listTemplate(purchaseListFormat, language)
}
