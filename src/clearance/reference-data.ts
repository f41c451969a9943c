import type { Laws } from '../customs/law/law.ts'

/** The dated facts that decisions are made from, loaded once and replaced as a whole. */
export interface ReferenceData {
  readonly laws: Laws
}
