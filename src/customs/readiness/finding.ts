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

export type FindingId =
  | 'description-vague'
  | 'description-too-short'
  | 'description-without-words'
  | 'description-only-attributes'
  | 'commodity-code-missing'
  | 'origin-missing'
  | 'net-weight-missing'
  | 'gross-weight-missing'
  | 'gross-below-net'
  | 'price-zero'
  | 'invoice-missing'
  | 'freight-missing'
  | 'insurance-missing'
  | 'packages-missing'
  | 'transport-document-missing'
  | 'goods-location-missing'
