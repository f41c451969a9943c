import type { BilingualText } from '../../bilingual-text.ts'

/** Something about a row that whoever loads the file has to know. */
export interface RowReport {
  readonly line: number
  /** The code as printed, where the row has one. */
  readonly code?: string
  readonly problem: BilingualText
}
