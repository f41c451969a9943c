import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { Order } from '../order/order.ts'
import type { Failure } from '../result.ts'
import { deliveryCostTerms } from '../valuation/delivery-cost-terms.ts'

/** What is paid for carriage and insurance, and the term that says whether the prices hold it. */
export type DeliveryCosts = Pick<Order, 'incoterm' | 'freight' | 'insurance'>

/** The costs of a delivery, each with the part of its term that speaks of it. */
export const deliveryCosts = [
  {
    name: 'freight',
    part: 'carriage',
    words: { en: 'carriage to the destination', zh: '到目的地的运费' },
  },
  {
    name: 'insurance',
    part: 'insurance',
    words: { en: 'insurance of the goods in transit', zh: '运输途中的保险费' },
  },
] as const

/**
 * Costs that the term leaves to the buyer are a part of the customs value all the same, so they
 * must be known.
 */
export function missingDeliveryCosts(stated: DeliveryCosts): readonly Failure[] {
  const { code } = stated.incoterm
  return deliveryCosts
    .filter(({ name, part }) => isBesidePrice(code, part) && stated[name] === undefined)
    .map(({ name, words }) => missingCost(name, words, code))
}

function isBesidePrice(
  code: DeliveryCosts['incoterm']['code'],
  part: 'carriage' | 'insurance',
): boolean {
  return deliveryCostTerms[code][part] === 'beside-price'
}

/** The failure of a delivery cost that is not stated; a nought is a statement. */
function missingCost(name: 'freight' | 'insurance', words: BilingualText, term: string): Failure {
  return {
    code: 'fact-missing',
    path: jsonPointer(name),
    message: `Under ${term} the prices do not contain ${words.en}, and the order does not state what it costs.`,
    mend: `State ${name}; "0" where none is paid.`,
    zh: {
      message: `按 ${term} 价格不含${words.zh}，而订单没有填写其金额。`,
      mend: `请填写${words.zh}；未支付的填 "0"。`,
    },
  }
}
