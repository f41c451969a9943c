import type {
  NomenclatureEdition,
  NomenclatureRow,
} from '../../nomenclature/nomenclature-edition.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { failure, type Result, success } from '../../result.ts'
import { CsvRowSplitter } from '../rows/csv-row-splitter.ts'
import type { FileReader } from '../rows/file-reader.ts'
import type { RowReport } from '../rows/row-report.ts'
import type { RowText } from '../rows/row-splitter.ts'
import { readTaricRow, taricColumns, type TaricRow } from './read-taric-row.ts'
import { cutTaricFile, foreignTaricFile } from './refused-taric-file.ts'

/** The nomenclature as one export states it. */
export interface TaricNomenclature {
  readonly edition: NomenclatureEdition
  /** How many rows the file has, those left out included. */
  readonly rowCount: number
  /** Rows that could not be understood and are not in the edition. */
  readonly leftOut: readonly RowReport[]
}

/** The schedule ends with this chapter, so a file that does not has lost its end. */
const lastChapter = '99'

/**
 * Takes an export of the TARIC nomenclature (CSV, in one language or several) in pieces of any size
 * and gives the edition at its end, or why the file as a whole is refused.
 */
export class TaricNomenclatureReader implements FileReader<TaricNomenclature> {
  private readonly splitter = new CsvRowSplitter()
  private readonly lines = new Map<string, NomenclatureRow>()
  private readonly leftOut: RowReport[] = []
  private readonly title: { readonly id: string; readonly validFrom: LocalDate }
  private rowCount = 0
  private lastLine = 1
  private head: readonly string[] | undefined

  constructor(title: { readonly id: string; readonly validFrom: LocalDate }) {
    this.title = title
  }

  get rowsSoFar(): number {
    return this.rowCount
  }

  push(piece: string): void {
    this.splitter.push(piece).forEach((row) => this.take(row))
  }

  end(): Result<TaricNomenclature> {
    const end = this.splitter.end()
    if (end.kind === 'broken') return failure(foreignTaricFile(end.line))
    if (end.kind === 'cut') return failure(cutTaricFile(end.line))
    const short = end.rows.find(({ content }) => content.length < taricColumns.length)
    if (this.head !== undefined && short !== undefined) return failure(cutTaricFile(short.line))
    end.rows.forEach((row) => this.take(row))
    if (!this.hasItsHead()) return failure(foreignTaricFile(1))
    const rows = [...this.lines.values()]
    if (!rows.at(-1)?.code?.startsWith(lastChapter)) {
      return failure(cutTaricFile(this.lastLine))
    }
    const { rowCount, leftOut } = this
    return success({ edition: { ...this.title, rows }, rowCount, leftOut })
  }

  private take(row: RowText<readonly string[]>): void {
    if (this.head === undefined) {
      this.head = row.content
      return
    }
    this.rowCount += 1
    this.lastLine = row.line
    const reading = readTaricRow(row)
    if (reading.kind === 'left-out') this.leftOut.push(reading.report)
    else this.takeRow(reading.row)
  }

  private hasItsHead(): boolean {
    return taricColumns.every((name, at) => this.head?.[at]?.trim() === name)
  }

  /** The same line in another language adds its description to the one that is there. */
  private takeRow(row: TaricRow): void {
    const { code, suffix, depth, validity, language, description, line } = row
    const key = `${code} ${suffix} ${validity.from}`
    const known = this.lines.get(key)
    if (known?.descriptions[language] !== undefined) {
      const problem = { en: 'an earlier row says the same line', zh: '前面已有相同的行' }
      this.leftOut.push({ line, code: `${code} ${suffix}`, problem })
      return
    }
    const descriptions = { ...known?.descriptions, [language]: description }
    const mayBeDeclared = suffix === '80'
    this.lines.set(key, { code, suffix, depth, mayBeDeclared, descriptions, validity })
  }
}
