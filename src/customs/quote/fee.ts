import type { BilingualText } from '../bilingual-text.ts'
import type { Money } from '../money/money.ts'
import type { Charge, Collector } from './quote.ts'

/** What somebody other than an authority charges for its work on each consignment. */
export interface Fee {
  readonly name: BilingualText
  readonly amount: Money
  readonly collector: Exclude<Collector, 'customs'>
  readonly timing: Charge['timing']
}
