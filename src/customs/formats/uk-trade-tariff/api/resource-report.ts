import type { BilingualText } from '../../../bilingual-text.ts'

/** Something about one object of a body that whoever loads it has to know. */
export interface ResourceReport {
  readonly type: string
  readonly id: string
  readonly problem: BilingualText
}
