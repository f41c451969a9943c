import type { BilingualText } from '../bilingual-text.ts'
import type { LawReference } from '../law/law.ts'
import type { TradeRole } from '../parties/parties-decision.ts'

/** The papers that the list of a case speaks of, whether the case needs them or not. */
export type RequiredDocumentType =
  | 'commercial-invoice'
  | 'statement-of-value'
  | 'proof-of-export'
  | 'packing-list'
  | 'transport-document'
  | 'certificate-of-origin'
  | 'preference-statement'
  | 'importers-knowledge'
  | 'authority-to-act'
  | 'sale-vat-evidence'

/**
 * - `held`: it exists, and its reference is known.
 * - `can-be-made-out`: the facts for it are there; here it is rendered or applied for at any time.
 * - `absent`: somebody has to provide it, or the facts for it.
 */
export type DocumentState = 'held' | 'can-be-made-out' | 'absent'

/** One entry of the list of papers of a case, with the reason why it is needed or not. */
export interface RequiredDocument {
  readonly type: RequiredDocumentType
  /** Code under which it is declared, data element 2/3, such as `N935`. */
  readonly documentCode?: string
  /** `recommended`: no rule demands it, but customs may ask for it. */
  readonly needed: 'required' | 'recommended' | 'not-needed'
  readonly why: BilingualText
  readonly law?: LawReference
  readonly whoProvides: TradeRole | 'carrier' | 'chamber-of-commerce'
  readonly state: DocumentState
  /** Its number, or where it is kept. */
  readonly reference?: string
}
