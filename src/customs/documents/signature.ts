import type { LocalDate } from '../calendar/local-date.ts'

/** Who stood by a document, where and when. Absent from a document that nobody has signed. */
export interface Signature {
  readonly signatory: string
  /** In which position the signatory acts, such as `Export manager`. */
  readonly capacity?: string
  readonly place: string
  readonly signedOn: LocalDate
}
