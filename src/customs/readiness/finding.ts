import type { BilingualText } from '../bilingual-text.ts'
import type { LawReference } from '../law/law.ts'

/** Something in the goods data that customs would object to. */
export interface Finding {
  /** Name of the rule that found it. */
  readonly id: FindingId
  readonly severity: 'blocking' | 'warning'
  /** JSON Pointer into the consignment. */
  readonly path: string
  readonly message: BilingualText
  readonly mend: BilingualText
  readonly law?: LawReference
}

/** The names of all rules, by which a screen or a test refers to a finding. */
export type FindingId =
  DescriptionFindingId | MissingFactId | 'gross-below-net' | 'price-zero' | 'supplementary-overdue'

/** The rules on descriptions of goods. */
export type DescriptionFindingId =
  | 'description-without-words'
  | 'description-not-in-english'
  | 'description-too-short'
  | 'description-only-attributes'
  | 'description-vague'

/** The rules on facts that have to be stated. */
export type MissingFactId =
  | 'commodity-code-missing'
  | 'origin-missing'
  | 'net-weight-missing'
  | 'gross-weight-missing'
  | 'invoice-missing'
  | 'packages-missing'
  | 'goods-location-missing'
