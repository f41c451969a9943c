import { isPositive, type Money } from '../../customs/money/money.ts'
import type { Situation } from './situation.ts'

/** How much the sentence on what to do asks of a shopper, from nothing to a payment. */
export const attentions = ['nothing', 'if-asked', 'act', 'pay'] as const

/** One of {@link attentions}; a page puts what is asked first where it is `act` or `pay`. */
export type Attention = (typeof attentions)[number]

/**
 * What each situation asks for by itself. `if-asked` waits for somebody else, who may need an answer
 * or has to be asked when nothing is heard; `act` is up to the shopper alone.
 */
const attentionIn: Readonly<Record<Situation, Exclude<Attention, 'pay'>>> = {
  draft: 'nothing',
  preparing: 'nothing',
  'preparing/goods-data': 'if-asked',
  ready: 'nothing',
  stopped: 'if-asked',
  lodged: 'nothing',
  'registered/arrival': 'nothing',
  'registered/the-authority': 'nothing',
  'accepted/the-authority': 'nothing',
  'accepted/examination': 'nothing',
  'accepted/documents': 'if-asked',
  'accepted/an-answer': 'if-asked',
  'accepted/funds': 'nothing',
  'registered/export': 'nothing',
  'released/export': 'nothing',
  'released/exited': 'if-asked',
  released: 'nothing',
  'released/handed-over': 'if-asked',
  'released/delivery-failed': 'act',
  delivered: 'if-asked',
  expired: 'if-asked',
  invalidated: 'if-asked',
  refused: 'act',
  seized: 'act',
  returned: 'act',
  destroyed: 'act',
  abandoned: 'act',
  restored: 'if-asked',
  forfeited: 'act',
}

/**
 * How much a parcel asks of the one who waits for it.
 *
 * @param owed what the shopper has to pay now, one amount for each currency
 */
export function attentionOf(situation: Situation, owed: readonly Money[]): Attention {
  return owed.some(isPositive) ? 'pay' : attentionIn[situation]
}
