import { CsvError, parse } from 'csv-parse/sync'

import { type Failure, failure, type Result, success } from '../../customs/result.ts'

/** The cells of a file, row by row, the headings first. */
export type Cells = readonly (readonly string[])[]

const delimiters = [',', ';', '\t'] as const

/** More rows than an agent ships together; the orders of a list are stored in one transaction. */
export const ROWS_MAX = 5_000
/** Far beyond any fact of an order: an open quotation mark must not swallow the rest of the file. */
const CELL_LENGTH_MAX = 2_000

/**
 * Reads delimited text. The delimiter is the one by which most headings are known.
 *
 * @param isKnown whether a heading is one of the table's columns
 */
export function readTable(text: string, isKnown: (heading: string) => boolean): Result<Cells> {
  const readings = delimiters.map((delimiter) => {
    const headings = headingsOf(text, delimiter)
    return { delimiter, known: headings.filter(isKnown).length }
  })
  const best = readings.reduce((left, right) => (right.known > left.known ? right : left))
  if (best.known === 0) return failure(noHeadings)
  try {
    const cells: string[][] = parse(text, { ...rules, delimiter: best.delimiter })
    return cells.length > ROWS_MAX + 1 ? failure(tooManyRows) : success(cells)
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
  to: ROWS_MAX + 2,
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
}

const tooManyRows: Failure = {
  code: 'too-large',
  path: '',
  message: `The list has more than ${ROWS_MAX} rows.`,
  mend: 'Send it in parts.',
}

function malformed({ message }: CsvError): Failure {
  return {
    code: 'message-unreadable',
    path: '',
    message: `The file is no well-formed CSV: ${message}.`,
    mend: 'Save it anew from a spreadsheet program.',
  }
}
