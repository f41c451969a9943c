import type { CsvRow } from '../../../customs/formats/tariff-csv/index.ts'
import { CsvRowSplitter } from '../../../customs/formats/rows/csv-row-splitter.ts'
import type { FileReader } from '../../../customs/formats/rows/file-reader.ts'
import type { RowText } from '../../../customs/formats/rows/row-splitter.ts'
import { type Failure, failure, type Result, success } from '../../../customs/result.ts'

/** Reads a file of comma-separated values into its rows, or says why it is none. */
export class TableOfFile implements FileReader<readonly CsvRow[]> {
  readonly #splitter = new CsvRowSplitter()
  readonly #rows: CsvRow[] = []

  get rowsSoFar(): number {
    return Math.max(this.#rows.length - 1, 0)
  }

  push(piece: string): void {
    this.#take(this.#splitter.push(piece))
  }

  end(): Result<readonly CsvRow[]> {
    const end = this.#splitter.end()
    if (end.kind === 'cut') return failure(cut(end.line))
    if (end.kind === 'broken') return failure(broken(end.line))
    this.#take(end.rows)
    const head = this.#rows[0]
    if (head === undefined) return failure(empty)
    const [only = ''] = head.cells
    const separator = head.cells.length === 1 ? /[;\t|]/.exec(only)?.[0] : undefined
    return separator === undefined ? success(this.#rows) : failure(otherSeparator(separator))
  }

  #take(rows: readonly RowText<readonly string[]>[]): void {
    for (const { line, content } of rows) this.#rows.push({ line, cells: content })
  }
}

/** Reads one table of several: its rows go where they are taken at its end. */
export function tableAmongOthers(
  take: (rows: readonly CsvRow[]) => Result<undefined>,
): FileReader<undefined> {
  const table = new TableOfFile()
  return {
    get rowsSoFar() {
      return table.rowsSoFar
    },
    push: (piece) => {
      table.push(piece)
    },
    end: () => {
      const rows = table.end()
      return rows.ok ? take(rows.value) : rows
    },
  }
}

function cut(line: number): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `Line ${line}: the table is cut within a cell in quotation marks.`,
    mend: 'Save the whole table anew.',
    zh: { message: `第${line}行：表格在引号内的单元格中断。`, mend: '请重新保存完整的表格。' },
  }
}

function broken(line: number): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `Line ${line}: a quotation mark stands where it cannot, so the cells cannot be told apart.`,
    mend: 'Save the table as comma-separated values, texts in quotation marks.',
    zh: {
      message: `第${line}行：引号位置有误，无法区分单元格。`,
      mend: '请另存为逗号分隔的 CSV，文字加引号。',
    },
  }
}

const empty: Failure = {
  code: 'invalid-input',
  path: '',
  message: 'The file is empty.',
  mend: 'Load a table that begins with its headings.',
  zh: { message: '文件为空。', mend: '请载入首行为表头的表格。' },
}

const separatorNames: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  ';': { en: 'semicolons', zh: '分号' },
  '\t': { en: 'tabs', zh: '制表符' },
  '|': { en: 'vertical bars', zh: '竖线' },
}

function otherSeparator(separator: string): Failure {
  const { en, zh } = separatorNames[separator]!
  return {
    code: 'invalid-input',
    path: '',
    message: `Line 1: the cells are parted by ${en}, as a spreadsheet does in some languages; commas are wanted.`,
    mend: 'Save the table anew as comma-separated values (CSV UTF-8, comma delimited).',
    zh: {
      message: `第1行：单元格以${zh}分隔（某些语言的表格软件会如此保存）；须用逗号分隔。`,
      mend: '请另存为逗号分隔的 CSV（UTF-8）。',
    },
  }
}
