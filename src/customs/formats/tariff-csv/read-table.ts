import { type Failure, type Result, resultOf } from '../../result.ts'
import { type CsvColumns, type CsvRecord, csvRecords, type CsvRow } from './csv-record.ts'

/** Reads every row of a table, or names every cell of it that is not understood. */
export function readTable<Column extends string, Row>(
  rows: readonly CsvRow[],
  columns: CsvColumns<Column>,
  read: (record: CsvRecord<Column>) => Result<Row>,
): Result<readonly Row[]> {
  const table = csvRecords(rows, columns)
  if (!table.ok) return table
  const understood: Row[] = []
  const failures: Failure[] = [...table.value.failures]
  for (const record of table.value.records) {
    const row = read(record)
    if (row.ok) understood.push(row.value)
    else failures.push(...row.failures)
  }
  return resultOf(failures, () => understood)
}
