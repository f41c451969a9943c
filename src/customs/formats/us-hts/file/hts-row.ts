import type { RowReport } from '../../rows/row-report.ts'

/** A row of the schedule as it was printed, in its parts. */
export interface HtsRow {
  /** The line of the file that the row begins on. */
  readonly line: number
  /** Four, six, eight or ten digits; absent on a heading that only parts the rows below it. */
  readonly code?: string
  /** How far the description is indented, which draws the hierarchy. */
  readonly indent: number
  readonly description: string
  /** Units of quantity to report, such as `No.` and `kg`. */
  readonly units: readonly string[]
  readonly general: string
  readonly special: string
  /** Column 2: the rate for the few countries without normal trade relations. */
  readonly column2: string
  readonly additionalDuties: string
  readonly quotaQuantity: string
  /** Absent where the format of the file has none to state. */
  readonly footnotes?: readonly HtsFootnote[]
}

/** A note to some columns of a row, such as `See 9903.88.15.` to `general`. */
export interface HtsFootnote {
  /** `general`, `special`, `other`, `units`, `stat`, `desc`; none where the USITC has left it out. */
  readonly columns: readonly string[]
  readonly text: string
}

/** What became of a row: it was understood, perhaps with remarks, or it is left out and reported. */
export type RowReading =
  | { readonly kind: 'understood'; readonly row: HtsRow; readonly remarks: readonly RowReport[] }
  | { readonly kind: 'left-out'; readonly report: RowReport }
  /** A spreadsheet has turned the code into a number or a date, so the file cannot be relied on. */
  | { readonly kind: 'damaged'; readonly line: number; readonly code: string }
