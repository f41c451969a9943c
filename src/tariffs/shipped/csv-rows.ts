import { parse } from 'csv-parse/sync'

import type { CsvRow } from '../../customs/formats/tariff-csv/index.ts'

/** The rows of comma-separated values with the line that each begins on. */
export function csvRows(text: string): readonly CsvRow[] {
  const options = { info: true, relax_column_count: true } as const
  const records = parse(text, options) as unknown as readonly CsvRecordWithInfo[]
  return records.map(({ record }, index) => ({
    line: (records[index - 1]?.info.lines ?? 0) + 1,
    cells: record,
  }))
}

/** What the library gives where it is asked for `info`; its types only know the bare record. */
interface CsvRecordWithInfo {
  readonly record: readonly string[]
  /** The line that the record ends on. */
  readonly info: { readonly lines: number }
}
