import type { BilingualText } from '../../../customs/bilingual-text.ts'

/** A word of the trade as people read it: what it is called, and in one sentence what it means. */
export interface Term {
  readonly label: BilingualText
  readonly explanation: BilingualText
}
