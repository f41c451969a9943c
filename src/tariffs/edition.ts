import type { BilingualText } from '../customs/bilingual-text.ts'
import type { LocalDate } from '../customs/calendar/local-date.ts'

/** What an edition is called and when it holds. */
export interface EditionTitle {
  /** Such as `hts-2026-rev-4`; unique within its territory and format. */
  readonly edition: string
  /** Absent where nobody has stated it. */
  readonly publishedOn?: LocalDate
  /** First day on which it is the one to use. */
  readonly effectiveFrom: LocalDate
}

/** What whoever imports a file states of its edition; what is not stated follows from the file. */
export type StatedTitle = Partial<EditionTitle>

/** A row that is not in the edition, or is in it with something amiss. */
export interface ReportedRow {
  /** Absent where the edition is of one file. */
  readonly file?: string
  /** Absent where the file has no rows, such as a body of objects. */
  readonly line?: number
  /** The code as printed, or the object, where the row has one. */
  readonly code?: string
  readonly problem: BilingualText
  readonly isLeftOut: boolean
}

/** A file that an edition was read from. */
export interface EditionFile {
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
}

/** An edition as it stands in the database, without its content. */
export interface TariffEdition extends EditionTitle {
  /** Id of the import; the same edition that is loaded anew has another one. */
  readonly id: string
  /** ISO 3166 code of a country, `EU`, or `world` where each row says whose it is. */
  readonly territory: string
  readonly format: string
  readonly importedAt: string
  readonly files: readonly EditionFile[]
  readonly rowsRead: number
  readonly rowsUnderstood: number
  readonly rowsReported: number
  /** Digest over the digests of its files. */
  readonly sha256: string
}
