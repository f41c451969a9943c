import { CsvError, parse } from 'csv-parse/sync'

import { type Failure, failure, type Result, success } from '../../customs/result.ts'

/** The cells of a file, row by row, the headings first. */
export type Cells = readonly (readonly string[])[]

const delimiters = [',', ';', '\t'] as const

/** What stands between the cells of a row. */
export type Delimiter = (typeof delimiters)[number]

/** More rows than an agent ships together; the orders of a list are stored in one transaction. */
export const ROWS_MAX = 5_000
/** Far beyond any fact of an order: an open quotation mark must not swallow the rest of the file. */
const CELL_LENGTH_MAX = 2_000

/** A table with what stands between its cells. */
export interface DelimitedTable {
  readonly cells: Cells
  readonly delimiter: Delimiter
}

/**
 * Reads delimited text. The delimiter is the one by which most headings are known.
 *
 * @param isKnown whether a heading is one of the table's columns
 */
export function readTable(text: string, isKnown: (heading: string) => boolean): Result<Cells> {
  const { delimiter, known } = likeliestDelimiter(text, isKnown)
  return known === 0 ? failure(noHeadings) : parseCells(text, { delimiter, rowsMax: ROWS_MAX })
}

/**
 * The same for a table whose headings may all be unknown: then the delimiter is the one that makes
 * most columns, and somebody has to say what they mean.
 */
export function readForeignTable(
  text: string,
  isKnown: (heading: string) => boolean,
  rowsMax: number,
): Result<DelimitedTable> {
  const { delimiter } = likeliestDelimiter(text, isKnown)
  const parsed = parseCells(text, { delimiter, rowsMax })
  return parsed.ok ? success({ cells: parsed.value, delimiter }) : parsed
}

function likeliestDelimiter(text: string, isKnown: (heading: string) => boolean) {
  const readings = delimiters.map((delimiter) => {
    const headings = headingsOf(text, delimiter)
    return { delimiter, known: headings.filter(isKnown).length, count: headings.length }
  })
  return readings.reduce((left, right) => {
    const gained = right.known - left.known || right.count - left.count
    return gained > 0 ? right : left
  })
}

function parseCells(
  text: string,
  { delimiter, rowsMax }: { readonly delimiter: Delimiter; readonly rowsMax: number },
): Result<Cells> {
  try {
    const cells: string[][] = parse(text, { ...rules, delimiter, to: rowsMax + 2 })
    return cells.length > rowsMax + 1 ? failure(tooManyRows(rowsMax)) : success(cells)
  } catch (error) {
    if (error instanceof CsvError) return failure(malformed(error))
    throw error
  }
}

/** Rows may be shorter or longer than the headings: each row is judged by itself later on. */
const rules = {
  bom: true,
  trim: true,
  relax_column_count: true,
  skip_empty_lines: false,
  max_record_size: CELL_LENGTH_MAX * 100,
}

function headingsOf(text: string, delimiter: string): readonly string[] {
  try {
    const [headings]: string[][] = parse(text, { ...rules, delimiter, to: 1 })
    return headings ?? []
  } catch {
    return []
  }
}

/** The headings of a text by each delimiter that it may have. */
export function possibleHeadings(text: string): readonly string[] {
  return delimiters.flatMap((delimiter) => headingsOf(text, delimiter))
}

const noHeadings: Failure = {
  code: 'message-unreadable',
  path: '',
  message: 'The first row names no column of a purchase list.',
  mend: 'Begin with the headings; a template is at /v1/purchase-lists/template.',
  zh: {
    message: '第一行没有采购清单的任何列名。',
    mend: '请以表头开始；模板见 /v1/purchase-lists/template。',
  },
}

function tooManyRows(rowsMax: number): Failure {
  return {
    code: 'too-large',
    path: '',
    message: `The list has more than ${rowsMax} rows.`,
    mend: 'Send it in parts.',
    zh: { message: `清单超过 ${rowsMax} 行。`, mend: '请分批上传。' },
  }
}

function malformed({ message }: CsvError): Failure {
  return {
    code: 'message-unreadable',
    path: '',
    message: `The file is no well-formed CSV: ${message}.`,
    mend: 'Save it anew from a spreadsheet program.',
    zh: { message: '该文件不是格式正确的 CSV。', mend: '请用表格软件重新保存。' },
  }
}
