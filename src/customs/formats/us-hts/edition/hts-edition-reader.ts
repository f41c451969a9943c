import { type Failure, failure, type Result, success } from '../../../result.ts'
import { CsvRowSplitter } from '../file/csv-row-splitter.ts'
import type { HtsRow, RowReading, RowReport } from '../file/hts-row.ts'
import { JsonRowSplitter } from '../file/json-row-splitter.ts'
import { type CsvColumns, readCsvHead, readCsvRow } from '../file/read-csv-row.ts'
import { readJsonRow } from '../file/read-json-row.ts'
import type { FileEnd, RowText } from '../file/row-text.ts'
import { baseRates } from './base-rates.ts'
import { footnotesByCode } from './footnotes.ts'
import type { HtsEdition, HtsEditionTitle } from './hts-edition.ts'
import { nomenclatureRows } from './nomenclature-rows.ts'
import { printedCode } from './printed-code.ts'
import { brokenFile, cutFile, damagedCodes, stopsEarly } from './refused-file.ts'

/** The formats in which the USITC exports the schedule. */
export type HtsFormat = 'json' | 'csv'

/** Takes the file of an edition in pieces of any size and gives the edition at its end. */
export interface HtsEditionReader {
  push(piece: string): void
  /**
   * The whole edition with a report of every row that is not in it; or why the file as a whole is
   * refused: it is cut, of another form, or damaged by a spreadsheet.
   */
  end(): Result<HtsEdition>
}

/** Reads an edition of the schedule from a file that the USITC has exported. */
export function htsEditionReader(format: HtsFormat, title: HtsEditionTitle): HtsEditionReader {
  const gathered = new GatheredRows()
  const reading = format === 'json' ? jsonReading(gathered) : csvReading(gathered)
  return {
    push: (piece) => {
      reading.push(piece)
    },
    end: () => {
      const refused = reading.end()
      return refused === undefined ? gathered.edition(title) : failure(refused)
    },
  }
}

/** Rows on their way from the pieces of a file; the end says why the file is refused, where it is. */
interface FileReading {
  push(piece: string): void
  end(): Failure | undefined
}

function jsonReading(gathered: GatheredRows): FileReading {
  const splitter = new JsonRowSplitter()
  const take = (rows: readonly RowText<string>[]) => {
    rows.forEach((row) => gathered.take(readJsonRow(row)))
  }
  return {
    push: (piece) => {
      take(splitter.push(piece))
    },
    end: () => refusalOf(splitter.end(), take),
  }
}

function csvReading(gathered: GatheredRows): FileReading {
  const splitter = new CsvRowSplitter()
  let head: Result<CsvColumns> | undefined
  const take = (rows: readonly RowText<readonly string[]>[]) => {
    for (const row of rows) {
      if (head === undefined) head = readCsvHead(row.content)
      else if (head.ok) gathered.take(readCsvRow(head.value, row))
    }
  }
  return {
    push: (piece) => {
      take(splitter.push(piece))
    },
    end: () => {
      const refused = refusalOf(splitter.end(), take)
      return head?.ok === false ? head.failures[0] : refused
    },
  }
}

function refusalOf<Content>(
  end: FileEnd<Content>,
  take: (rows: readonly RowText<Content>[]) => void,
): Failure | undefined {
  switch (end.kind) {
    case 'whole':
      take(end.rows)
      return undefined
    case 'cut':
      return cutFile(end.line)
    case 'broken':
      return brokenFile(end.line)
  }
}

/** The schedule ends with this chapter, so a file that does not has lost its end. */
const lastChapter = '99'

/** What the rows of a file have come to so far. */
class GatheredRows {
  private rowCount = 0
  private readonly rows: HtsRow[] = []
  private readonly codes = new Set<string>()
  private readonly leftOut: RowReport[] = []
  private readonly remarks: RowReport[] = []
  private readonly damaged: { readonly line: number; readonly code: string }[] = []

  take(reading: RowReading): void {
    this.rowCount += 1
    switch (reading.kind) {
      case 'damaged':
        this.damaged.push(reading)
        return
      case 'left-out':
        this.leftOut.push(reading.report)
        return
      case 'understood':
        this.remarks.push(...reading.remarks)
        this.takeRow(reading.row)
    }
  }

  edition(title: HtsEditionTitle): Result<HtsEdition> {
    if (this.damaged.length > 0) return failure(damagedCodes(this.damaged))
    const lastCode = this.rows.findLast(({ code }) => code !== undefined)?.code
    if (!lastCode?.startsWith(lastChapter)) return failure(stopsEarly(lastCode))
    const drawn = nomenclatureRows(this.rows)
    const rated = baseRates(this.rows)
    const noted = footnotesByCode(this.rows)
    const remarks = [this, drawn, rated, noted].flatMap((part) => part.remarks)
    return success({
      ...title,
      nomenclature: { id: title.id, validFrom: title.validFrom, rows: drawn.rows },
      rates: rated.rates,
      ...(noted.footnotes && { footnotes: noted.footnotes }),
      rowCount: this.rowCount,
      leftOut: this.leftOut,
      remarks: remarks.sort((a, b) => a.line - b.line),
    })
  }

  /** Of two rows with one code nobody can tell which one holds. */
  private takeRow(row: HtsRow): void {
    const { code, line } = row
    if (code === undefined || !this.codes.has(code)) {
      if (code !== undefined) this.codes.add(code)
      this.rows.push(row)
      return
    }
    this.leftOut.push({
      line,
      code: printedCode(code),
      problem: { en: 'an earlier row has the same code', zh: '前面已有相同编码的行' },
    })
  }
}
