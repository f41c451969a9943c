import type { FileReader } from '../../../customs/formats/rows/file-reader.ts'
import {
  type HeldLists,
  type ProductList,
  type ProductListTable,
  productListLayouts,
  type Programmes,
  readNoteLists,
  readProductListRows,
  type TableRow,
} from '../../../customs/programmes/index.ts'
import { type Failure, failure, type Result, success } from '../../../customs/result.ts'
import type { EditionTitle, ReportedRow } from '../../edition.ts'
import type { EditionReader, ReadEdition } from '../tariff-format.ts'
import { tableAmongOthers } from '../tariff-csv/table-of-file.ts'
import { columnsMissing, cutRow, damagedCodes, noLists, unknownFile } from './refused-lists.ts'

/** What lists of goods are read with. */
export interface ListReference {
  readonly programmes: Programmes
  /** What joined and left a list, which the text of the notes does not say. */
  readonly changes: HeldLists['changes']
}

/** The text of the U.S. notes to Chapter 99, whatever its revision. */
const NOTES = /notes.*\.txt(\.gz)?$/i

/** Reads lists of goods from their tables and from the text of the U.S. notes, each known by its name. */
export class ListsOfProgrammes implements EditionReader {
  readonly #title: EditionTitle
  readonly #reference: ListReference
  readonly #ofTables: ProductList[] = []
  readonly #ofNotes: ProductList[] = []
  readonly #reports: ReportedRow[] = []
  readonly #unknownFiles: string[] = []
  #rows = 0
  #rowsNotKept = 0
  #rowsNotUnderstood = 0

  constructor(title: EditionTitle, reference: ListReference) {
    this.#title = title
    this.#reference = reference
  }

  file(name: string): FileReader<undefined> {
    if (NOTES.test(name)) return this.#notes(name)
    const table = tableOf(name)
    return table === undefined ? this.#unknown(name) : this.#table(name, table)
  }

  /** Where a table and the notes state one list, the table does: it goes on where the print ends. */
  end(): Result<ReadEdition> {
    const tables = new Set(this.#ofTables.map(({ id }) => id))
    const lists = [...this.#ofTables, ...this.#ofNotes.filter(({ id }) => !tables.has(id))]
    if (lists.length === 0) {
      const [first] = this.#unknownFiles
      return failure(first === undefined ? noLists : unknownFile(first))
    }
    const leftOut = this.#rowsNotUnderstood + this.#rowsNotKept
    return success({
      title: this.#title,
      ...{ rowsRead: this.#rows, rowsUnderstood: this.#rows - leftOut },
      reports: this.#reports,
      parts: [{ name: 'lists', content: { lists } }],
    })
  }

  /** A file beside the lists is left out, and the report says so. */
  #unknown(file: string): FileReader<undefined> {
    return {
      encoding: 'latin1',
      push: () => undefined,
      end: () => {
        this.#unknownFiles.push(file)
        this.#reports.push(reportOf(file, unknownFile(file)))
        return success(undefined)
      },
    }
  }

  #notes(file: string): FileReader<undefined> {
    const pieces: string[] = []
    return {
      // Prints of the notes come in several encodings; only figures and plain letters are read of them.
      encoding: 'latin1',
      push: (piece) => {
        pieces.push(piece)
      },
      end: () => {
        const { lists, failures } = readNoteLists(pieces.join(''), this.#reference.changes)
        this.#ofNotes.push(...lists)
        this.#reports.push(...failures.map((failed) => reportOf(file, failed)))
        this.#rows += lists.length + failures.length
        this.#rowsNotUnderstood += failures.length
        return success(undefined)
      },
    }
  }

  #table(file: string, name: ProductListTable): FileReader<undefined> {
    return tableAmongOthers((rows) => {
      const cut = rows.find(({ cells }) => cells.length !== rows[0]!.cells.length)
      if (cut !== undefined) return failure(cutRow(file, cut.line))
      return this.#takeTable({ file, name }, rows.map(cellsOf))
    })
  }

  #takeTable(
    { file, name }: { readonly file: string; readonly name: ProductListTable },
    cells: readonly (readonly string[])[],
  ): Result<undefined> {
    const layout = productListLayouts[name]
    const rows = recordsOf(cells, layout.code)
    if (rows === undefined) return failure(columnsMissing(file, layout.code))
    const damaged = rows.filter((row) => isDamaged(row[layout.code] ?? ''))
    if (damaged.length > 0) {
      return failure(damagedCodes(file, damaged[0]![layout.code]!, damaged.length))
    }
    const read = readProductListRows(rows, layout, this.#reference.programmes)
    this.#ofTables.push(...read.lists)
    this.#reports.push(...read.failures.map((failed) => reportOf(file, failed)))
    if (read.rowsLeftOut > 0) this.#reports.push(rowsNotKept(file, read.rowsLeftOut))
    this.#rows += rows.length
    this.#rowsNotKept += read.rowsLeftOut
    this.#rowsNotUnderstood += read.failures.length
    return success(undefined)
  }
}

/** `s301_product_lists.csv` is the table `s301-product-lists`. */
function tableOf(file: string): ProductListTable | undefined {
  const wanted = file
    .toLowerCase()
    .replace(/\.(csv|txt)(\.gz)?$/, '')
    .replaceAll('_', '-')
  const names = Object.keys(productListLayouts) as readonly ProductListTable[]
  return names.find((name) => name === wanted)
}

function cellsOf({ cells }: { readonly cells: readonly string[] }): readonly string[] {
  return cells
}

/** Rows by their headings; a table of one column may be without any and hold the codes alone. */
function recordsOf(
  cells: readonly (readonly string[])[],
  codeColumn: string,
): readonly TableRow[] | undefined {
  const [head = [], ...rows] = cells
  if (head.length === 1 && /^\d/.test(head[0]!))
    return cells.map(([code]) => ({ [codeColumn]: code }))
  if (!head.includes(codeColumn)) return undefined
  return rows.map((row) =>
    Object.fromEntries(head.map((heading, index) => [heading, row[index]] as const)),
  )
}

/** Codes of the schedule have an even count of digits; a spreadsheet leaves fewer or a power of ten. */
function isDamaged(code: string): boolean {
  const digits = code.replaceAll('.', '').trim()
  return (
    /^\d+([.,]\d+)?e\+?\d+$/i.test(code.trim()) || (/^\d+$/.test(digits) && digits.length % 2 === 1)
  )
}

function reportOf(file: string, { message, zh }: Failure): ReportedRow {
  const problem = { en: message, zh: zh?.message ?? message }
  return { file, problem, isLeftOut: true }
}

/** Such rows are understood: they name a list that no programme goes by, or goods taken off one. */
function rowsNotKept(file: string, count: number): ReportedRow {
  return {
    file,
    problem: {
      en: `${count} rows are of lists that no programme here goes by, or of goods that were taken off a list`,
      zh: `${count} 行属于此处未采用的清单，或为已从清单移除的货物`,
    },
    isLeftOut: true,
  }
}
