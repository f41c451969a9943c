import type { FileReader } from '../../customs/formats/rows/file-reader.ts'
import type { Result } from '../../customs/result.ts'
import type { EditionTitle, ReportedRow, StatedTitle } from '../edition.ts'

/** A part of an edition, such as a chapter, in a form that JSON can hold. */
export interface EditionPart {
  readonly name: string
  readonly content: object
}

/** A file as a format has read it, whole. */
export interface ReadEdition {
  readonly title: EditionTitle
  readonly rowsRead: number
  readonly rowsUnderstood: number
  readonly reports: readonly ReportedRow[]
  /** In the order of publication. */
  readonly parts: readonly EditionPart[]
}

/** A file that an edition is to be read from. */
export interface NamedFile {
  /** Without its folder. */
  readonly name: string
  readonly stated: StatedTitle
}

/** A form in which an authority publishes its tariff or a list. */
export interface TariffFormat {
  /** The word on the command line. */
  readonly name: string
  /** Whose tariff it is: ISO 3166 code of a country, or `EU`. */
  readonly territory: string
  /** One line for people. */
  readonly summary: string
  /**
   * A reader of one edition; fails where neither the file's name nor what was stated says what the
   * edition is called and when it holds.
   */
  open(file: NamedFile): Result<FileReader<ReadEdition>>
}
