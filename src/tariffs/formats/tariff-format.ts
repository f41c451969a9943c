import type { FileReader } from '../../customs/formats/rows/file-reader.ts'
import type { Result } from '../../customs/result.ts'
import type { EditionTitle, ReportedRow, StatedTitle } from '../edition.ts'

/** A part of an edition, such as a chapter, in a form that JSON can hold. */
export interface EditionPart {
  readonly name: string
  readonly content: object
}

/** An edition as its format has read it, whole. */
export interface ReadEdition {
  readonly title: EditionTitle
  readonly rowsRead: number
  readonly rowsUnderstood: number
  readonly reports: readonly ReportedRow[]
  /** In the order of publication. */
  readonly parts: readonly EditionPart[]
}

/** The files that an edition is to be read from. */
export interface NamedFiles {
  /** Without their folders, in the order in which they will be read. */
  readonly names: readonly [string, ...string[]]
  /** One of the territories of the format. */
  readonly territory: string
  readonly stated: StatedTitle
}

/** Reads an edition from one file after the other. */
export interface EditionReader {
  /** A reader of the next file; at its end it says whether the file is refused as a whole. */
  file(name: string): FileReader<undefined>
  /** What all files state together, or why they do not make an edition. */
  end(): Result<ReadEdition>
}

/** A form in which an authority publishes its tariff or a list. */
export interface TariffFormat {
  /** The word on the command line. */
  readonly name: string
  /**
   * Whose tariff it can be, ISO 3166 codes of countries, `EU`, or `world` where each row says it: the first is meant unless another is
   * stated. `any` is a form that everybody's tariff can be written in, so it has to be stated.
   */
  readonly territories: readonly [string, ...string[]] | 'any'
  /** Whether each file is an edition by itself, or all files of an import are one together. */
  readonly editionOf: 'each-file' | 'all-files'
  /** One line for people. */
  readonly summary: string
  /**
   * A reader of one edition; fails where neither the names of the files nor what was stated says what
   * the edition is called and when it holds.
   */
  open(files: NamedFiles): Result<EditionReader>
}
