import type { BilingualText } from '../customs/bilingual-text.ts'
import type { Sheet } from './page/sheet.ts'

/** How one kind of document becomes pages. */
export interface Template {
  readonly title: BilingualText
  /** What the paper is known by, on its further pages and in its foot. */
  readonly reference: string
  /** Set across every page of a paper that has no force yet. */
  readonly watermark?: readonly string[]
  /** Draws the content, beginning on the first page, which is open. */
  readonly draw: (sheet: Sheet) => void
}
