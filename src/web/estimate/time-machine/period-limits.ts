import type { QuotesOverTime } from '../../../api/views/estimate-view.ts'
import type { LandedCost } from '../../../customs/landed-cost/landed-cost.ts'

/** Days of the time machine on which a sale is charged alike. */
export type ShownPeriod = QuotesOverTime['periods'][number]

/** The least and the most that a sale costs. */
export interface Limits {
  readonly lowest: LandedCost
  readonly highest: LandedCost
}

/** The limits of a period, which are the same where all codes can be declared; none where it is refused. */
export function limitsOf({ quote, range }: ShownPeriod): Limits | undefined {
  return quote === undefined ? range : { lowest: quote, highest: quote }
}
