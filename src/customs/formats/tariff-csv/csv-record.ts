import { type Failure, failure, type Result, success } from '../../result.ts'
import { type CellFault, cellFailure, type CsvTable } from './cell-failure.ts'

/** A row of a file whose cells have been parted, and the line of the file that it begins on. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A row by the names of its columns; a cell that is empty is absent. */
export interface CsvRecord<Column extends string> {
  readonly line: number
  readonly cells: Partial<Readonly<Record<Column, string>>>
}

/** The columns that a table may have, and those among them that it has to have. */
export interface CsvColumns<Column extends string> {
  readonly table: CsvTable
  readonly known: readonly Column[]
  readonly required: readonly Column[]
}

/** The records of a table, and what is wrong with rows that are none. */
export interface CsvRecords<Column extends string> {
  readonly records: readonly CsvRecord<Column>[]
  readonly failures: readonly Failure[]
}

/**
 * Names the cells of each row by the first row. The columns may come in any order; one that is not
 * known is refused, for what stands in it would be dropped in silence. Empty rows are passed over.
 */
export function csvRecords<Column extends string>(
  [head, ...rows]: readonly CsvRow[],
  columns: CsvColumns<Column>,
): Result<CsvRecords<Column>> {
  const headings = readHead(head, columns)
  if (!headings.ok) return headings
  const written = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [whole, torn] = [true, false].map((isWhole) =>
    written.filter(({ cells }) => (cells.length === headings.value.length) === isWhole),
  ) as [CsvRow[], CsvRow[]]
  return success({
    records: whole.map((row) => named(row, headings.value)),
    failures: torn.map(({ line, cells }) =>
      cellFailure({ table: columns.table, line }, wrongCount(cells.length, headings.value.length)),
    ),
  })
}

function named<Column extends string>(
  { line, cells }: CsvRow,
  headings: readonly Column[],
): CsvRecord<Column> {
  const filled = headings.flatMap((column, index) => {
    const text = cells[index]!.trim()
    return text === '' ? [] : [[column, text] as const]
  })
  return { line, cells: Object.fromEntries(filled) as CsvRecord<Column>['cells'] }
}

function readHead<Column extends string>(
  head: CsvRow | undefined,
  { table, known, required }: CsvColumns<Column>,
): Result<readonly Column[]> {
  const line = head?.line ?? 1
  const headings = (head?.cells ?? []).map((cell) => cell.replace(/^\uFEFF/, '').trim())
  const isKnown = (heading: string): heading is Column => known.some((name) => name === heading)
  const faults = [
    ...headings.flatMap((heading, index) => {
      if (!isKnown(heading)) return [unknownHeading(heading, known)]
      return headings.indexOf(heading) < index ? [repeatedHeading(heading)] : []
    }),
    ...required.flatMap((name) => (headings.includes(name) ? [] : [missingHeading(name)])),
  ]
  const [first, ...others] = faults.map((fault) => cellFailure({ table, line }, fault))
  return first === undefined ? success(headings.filter(isKnown)) : failure(first, ...others)
}

function unknownHeading(heading: string, known: readonly string[]): CellFault {
  return {
    problem: {
      en: `the column ${JSON.stringify(heading)} is not known`,
      zh: `不认识列 ${JSON.stringify(heading)}`,
    },
    mend: {
      en: `Use the columns ${known.join(', ')}.`,
      zh: `请使用以下列：${known.join('、')}。`,
    },
  }
}

function repeatedHeading(heading: string): CellFault {
  return {
    problem: { en: `the column ${heading} is there twice`, zh: `列 ${heading} 出现两次` },
    mend: { en: 'Leave one of them.', zh: '请只保留一列。' },
  }
}

function missingHeading(name: string): CellFault {
  return {
    problem: { en: `the column ${name} is missing`, zh: `缺少列 ${name}` },
    mend: {
      en: 'Begin the file with a row of headings that has it.',
      zh: '请在文件首行的表头中加入该列。',
    },
  }
}

function wrongCount(found: number, wanted: number): CellFault {
  return {
    problem: {
      en: `the row has ${found} cells where the headings are ${wanted}; the file may be cut, or a comma may stand in a text without quotation marks`,
      zh: `该行有 ${found} 个单元格，而表头有 ${wanted} 列；文件可能不完整，或文字中的逗号未加引号`,
    },
    mend: { en: 'Save the whole file anew.', zh: '请重新保存完整的文件。' },
  }
}
