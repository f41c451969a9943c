import type { StatedTaxRate } from '../../destination/stated-tax-rate.ts'
import type { KnownCodes } from '../../order/known-codes.ts'
import { type Failure, type Result, resultOf } from '../../result.ts'
import { type CellFault, cellFailure } from '../tariff-csv/cell-failure.ts'
import type { CsvRow } from '../tariff-csv/csv-record.ts'
import { overlap } from '../tariff-csv/goods-contradictions.ts'
import { readTable } from '../tariff-csv/read-table.ts'
import { readVatRateRow, type VatRateRow, vatRateColumns } from './read-vat-rate-row.ts'

/**
 * Reads the table of docs/vat-rates.md. A cell that is not understood is named by line and column, and
 * so are rows of which only one can be true; one of them and the table is refused as a whole.
 */
export function readVatRates(
  rows: readonly CsvRow[],
  knownCodes: KnownCodes,
): Result<readonly StatedTaxRate[]> {
  const read = readTable(rows, vatRateColumns, (record) => readVatRateRow(record, knownCodes))
  if (!read.ok) return read
  return resultOf(contradictions(read.value), () => read.value.map(({ line: _, ...rate }) => rate))
}

/** Two rates of one place for the same goods on the same day. */
function contradictions(rows: readonly VatRateRow[]): readonly Failure[] {
  const bySubject = new Map<string, VatRateRow[]>()
  for (const row of rows) {
    for (const subject of subjectsOf(row)) {
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), row])
    }
  }
  const failures = [...bySubject.values()].flatMap((same) =>
    same.flatMap((row, index) => {
      const before = same.slice(0, index).find((one) => overlap(windowOf(one), windowOf(row)))
      if (before === undefined) return []
      return [cellFailure({ table: 'rates', line: row.line }, saysTwice(before))]
    }),
  )
  return failures
}

function subjectsOf({ country, region = '', goods }: VatRateRow): readonly string[] {
  const place = `${country} ${region}`
  return goods === undefined ? [place] : goods.codes.map((code) => `${place} ${code}`)
}

function windowOf({ validFrom: from, validUntil: until }: VatRateRow) {
  return { from, ...(until !== undefined && { until }) }
}

function saysTwice({ line }: VatRateRow): CellFault {
  return {
    problem: {
      en: `line ${line} states a rate for the same goods on the same days`,
      zh: `第${line}行已就相同日期的相同货物规定了税率`,
    },
    mend: {
      en: 'Leave one of the rows, or let the first end when the second begins.',
      zh: '请只保留一行，或让前一行在后一行开始时结束。',
    },
  }
}
