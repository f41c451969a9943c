import type { DocumentsAsked } from '../../measures/documents-asked.ts'
import type { Money } from '../../money/money.ts'

/** What our own calculation makes of a goods item, beside what the declaration says of it. */
export interface QuotedItem {
  readonly itemNumber: number
  /** Data element 4/17 that the rate was found under, `100` where no preference was. */
  readonly preferenceCode: string
  /** The taxes that customs takes at import, by tax type. */
  readonly taxes: readonly { readonly taxType: string; readonly amount: Money }[]
  /** Controls by the measures of the tariff that ask for one of several documents. */
  readonly documentsAsked: readonly DocumentsAsked[]
}
