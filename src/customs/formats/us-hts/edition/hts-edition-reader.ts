import { type Failure, failure, type Result } from '../../../result.ts'
import { CsvRowSplitter } from '../../rows/csv-row-splitter.ts'
import type { FileReader } from '../../rows/file-reader.ts'
import { JsonRowSplitter } from '../../rows/json-row-splitter.ts'
import type { FileEnd, RowText } from '../../rows/row-splitter.ts'
import { type CsvColumns, readCsvHead, readCsvRow } from '../file/read-csv-row.ts'
import { jsonRowReader } from '../file/read-json-row.ts'
import { GatheredRows } from './gathered-rows.ts'
import type { HtsEdition, HtsEditionTitle } from './hts-edition.ts'
import { brokenFile, cutFile } from './refused-file.ts'

/** The formats in which the USITC exports the schedule. */
export type HtsFormat = 'json' | 'csv'

/**
 * Reads an edition of the schedule from a file that the USITC has exported. The edition comes with a
 * report of every row that is not in it; a file that is cut, of another form or damaged by a
 * spreadsheet is refused as a whole.
 */
export function htsEditionReader(
  format: HtsFormat,
  title: HtsEditionTitle,
): FileReader<HtsEdition> {
  const gathered = new GatheredRows()
  const reading = format === 'json' ? jsonReading(gathered) : csvReading(gathered)
  return {
    get rowsSoFar() {
      return gathered.rowCount
    },
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
  const readRow = jsonRowReader()
  const take = (rows: readonly RowText<string>[]) => {
    rows.forEach((row) => gathered.take(readRow(row)))
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
      const end = splitter.end()
      const refused = cutRow(end, head) ?? refusalOf(end, take)
      return head?.ok === false ? head.failures[0] : refused
    },
  }
}

/** A last row without a line break that has too few cells was not written to its end. */
function cutRow(
  end: FileEnd<readonly string[]>,
  head: Result<CsvColumns> | undefined,
): Failure | undefined {
  if (end.kind !== 'whole' || !head?.ok) return undefined
  const { count } = head.value
  const short = end.rows.find(({ content }) => content.length < count)
  return short === undefined ? undefined : cutFile(short.line)
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
