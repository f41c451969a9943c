import type { QuoteRequest } from '../landed-cost/quote-request.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'

/** Why the goods of a lane travel, in the words of a sale. */
export function purposeOf({
  lane,
  vat,
}: Pick<LaneDecision, 'lane' | 'vat'>): QuoteRequest['purpose'] {
  switch (lane) {
    case 'gb-h1-gift':
      return 'gift'
    case 'gb-h1-returned-goods':
      return vat === 'not-due' ? 'returned-goods' : 'returned-goods-of-another'
    default:
      return 'sale'
  }
}
