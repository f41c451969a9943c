import { failure, type Result, success } from '../../../result.ts'
import type { RowReport } from '../../rows/row-report.ts'
import type { HtsRow, RowReading } from '../file/hts-row.ts'
import { baseRates } from './base-rates.ts'
import { footnotesByCode } from './footnotes.ts'
import type { HtsEdition, HtsEditionTitle } from './hts-edition.ts'
import { nomenclatureRows } from './nomenclature-rows.ts'
import { printedCode } from './printed-code.ts'
import { damagedCodes, stopsEarly } from './refused-file.ts'

/** The schedule ends with this chapter, so a file that does not has lost its end. */
const lastChapter = '99'

/** What the rows of a file have come to so far; each is either in the edition or reported. */
export class GatheredRows {
  /** How many rows have been taken. */
  rowCount = 0
  private readonly rows: HtsRow[] = []
  private readonly codes = new Set<string>()
  private readonly leftOut: RowReport[] = []
  private readonly remarks: RowReport[] = []
  private readonly damaged: { readonly line: number; readonly code: string }[] = []

  /** Takes a row in the order of the file. */
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

  /** The edition of these rows, or why the file they come from is refused as a whole. */
  edition(title: HtsEditionTitle): Result<HtsEdition> {
    if (this.damaged.length > 0) return failure(damagedCodes(this.damaged))
    const lastCode = this.rows.findLast(({ code }) => code !== undefined)?.code
    if (!lastCode?.startsWith(lastChapter)) return failure(stopsEarly(lastCode))
    const drawn = nomenclatureRows(this.rows)
    const rated = baseRates(this.rows)
    const noted = footnotesByCode(this.rows)
    const remarks = [this.remarks, drawn.remarks, rated.remarks, noted.remarks].flat()
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
