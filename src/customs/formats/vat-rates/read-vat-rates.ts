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
  const byPlace = new Map<string, VatRateRow[]>()
  return rows.flatMap((row) => {
    const place = `${row.country} ${row.region ?? ''}`
    const before = byPlace.get(place) ?? []
    byPlace.set(place, [...before, row])
    const rival = before.find(
      (one) => overlap(windowOf(one), windowOf(row)) && haveGoodsInCommon(one, row),
    )
    if (rival === undefined) return []
    return [cellFailure({ table: 'rates', line: row.line }, saysTwice(rival))]
  })
}

/** Whether goods bear both rates. What one row leaves out another one may name. */
function haveGoodsInCommon({ goods: some }: VatRateRow, { goods: others }: VatRateRow): boolean {
  if (some === undefined || others === undefined) return some === others
  return some.codes.some((code) =>
    others.codes.some((other) => {
      const deeper = code.length > other.length ? code : other
      if (!deeper.startsWith(code) || !deeper.startsWith(other)) return false
      return ![...some.except, ...others.except].some((left) => deeper.startsWith(left))
    }),
  )
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
      en: 'Leave one of the rows, let the first end when the second begins, or name the goods of the narrower row in except_codes of the other.',
      zh: '请只保留一行，让前一行在后一行开始时结束，或在另一行的 except_codes 中填写范围较小一行的编码。',
    },
  }
}
