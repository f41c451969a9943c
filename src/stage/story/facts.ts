import type { CaseView } from '../../api/views/case-view.ts'
import type { Money } from '../../customs/money/money.ts'
import type { Lies } from './stage-order.ts'

/**
 * All that a run goes by, read anew from the public interfaces before every step: whatever a person
 * does in one of the panes is taken in like the stage's own acts.
 */
export interface Facts {
  /** What was ordered in this run; absent before its first step. */
  readonly order?: { readonly caseId: string; readonly lies: Lies }
  readonly case?: CaseView
  /** Absent until the authority has given an MRN. */
  readonly dossier?: Dossier
  /** What the shopper's page says is to be paid now; absent where it is not asked for yet. */
  readonly owed?: readonly Money[]
}

/** What the office keeps about a lodgement, as far as a run goes by it. */
export interface Dossier {
  readonly register: { readonly mrn: string; readonly state: string }
  readonly declaration: { readonly items: readonly DossierItem[] }
  readonly controls: readonly DossierControl[]
  readonly history: readonly { readonly what: string; readonly detail?: unknown }[]
}

/** A goods item as the office holds it. */
export interface DossierItem {
  readonly sequence: number
  readonly commodityCode?: string
}

/** Something that an officer or a rule of the office wants to have looked at. */
export interface DossierControl {
  readonly id: string
  readonly kind: 'inspection' | 'documents' | 'question' | 'review'
  readonly state: 'open' | 'closed'
}
