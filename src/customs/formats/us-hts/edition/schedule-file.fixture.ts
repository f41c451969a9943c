import { localDate } from '../../../calendar/local-date.ts'
import type { Result } from '../../../result.ts'
import type { HtsEdition } from './hts-edition.ts'
import { type HtsFormat, htsEditionReader } from './hts-edition-reader.ts'

/** What a row of the USITC's JSON says, in the cases of the tests. */
export interface WrittenRow {
  readonly htsno: string
  readonly indent?: string
  readonly description?: string
  readonly units?: readonly string[] | null
  readonly general?: string | null
  readonly special?: string | null
  readonly other?: string | null
  readonly footnotes?: readonly object[] | null
  readonly additionalDuties?: string | null
  readonly addiitionalDuties?: string | null
}

/** A row of the last chapter, with which every whole file ends. */
export const lastRow: WrittenRow = { htsno: '9903.88.15', general: 'No change' }

/** The text of a JSON file with some rows. */
export function writtenJson(rows: readonly object[]): string {
  const whole = rows.map((row) => ({
    indent: '0',
    description: 'x',
    superior: null,
    units: [],
    general: '',
    special: '',
    other: '',
    footnotes: null,
    quotaQuantity: null,
    additionalDuties: null,
    ...row,
  }))
  return JSON.stringify(whole, undefined, 2)
}

/** Reads a file that comes in pieces of a length. */
export function readFileText(
  text: string,
  { format = 'json', pieceLength = text.length }: { format?: HtsFormat; pieceLength?: number } = {},
): Result<HtsEdition> {
  const title = { id: 'test', validFrom: localDate('2026-01-01') }
  const reader = htsEditionReader(format, title)
  for (let at = 0; at < text.length; at += pieceLength) {
    reader.push(text.slice(at, at + pieceLength))
  }
  return reader.end()
}

/** The edition that a whole file with these rows and a last one gives. */
export function editionOf(...rows: readonly WrittenRow[]): HtsEdition {
  const read = readFileText(writtenJson([...rows, lastRow]))
  if (!read.ok) throw new Error(read.failures[0].message)
  return read.value
}
