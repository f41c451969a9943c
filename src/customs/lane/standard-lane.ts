import type { Consignment } from '../consignment/consignment.ts'
import { cite, type Laws, type Reason } from '../law/law.ts'
import { moneyText } from '../money/money-text.ts'
import type { Money } from '../money/money.ts'
import type { LaneDecision } from './lane-decision.ts'
import { lanesNotTaken } from './lanes-not-taken.ts'

/** What the reasons of the lane speak of. */
interface StandardLaneFacts {
  readonly consignment: Consignment
  readonly laws: Laws
  readonly intrinsicValue: Money
  readonly limit: Money
  /** Which of the two keeps the consignment out of the low-value lane. */
  readonly because: 'value' | 'goods'
}

/** The full import declaration with customs duty and import VAT. */
export function standardLane(facts: StandardLaneFacts): LaneDecision {
  const { intrinsicValue, limit } = facts
  return {
    lane: 'gb-h1-standard',
    dataSet: 'H1',
    procedure: '4000',
    additionalProcedures: ['000'],
    statements: [],
    customsDuty: 'due',
    vat: 'import-vat',
    intrinsicValue,
    threshold: limit,
    reasons: [whyStandard(facts), ...saleVatInVain(facts)],
    notTaken: lanesNotTaken({ lane: 'gb-h1-standard', ...facts }),
  }
}

/** Why the relief for low value does not apply. */
function whyStandard({ intrinsicValue, limit, because, laws }: StandardLaneFacts): Reason {
  const law = cite(laws, 'gb-declaration-duty')
  if (because === 'goods') {
    return {
      text: {
        en: 'The relief for low value leaves out these goods, so customs duty and import VAT are due.',
        zh: '此类货物不适用低价值减免，须缴纳关税和进口增值税。',
      },
      law: cite(laws, 'gb-low-value-duty-relief'),
    }
  }
  return {
    text: {
      en: `The goods alone cost ${moneyText(intrinsicValue)}, over ${moneyText(limit)}, so customs duty and import VAT are due.`,
      zh: `货物本身价格${moneyText(intrinsicValue)}，超过${moneyText(limit)}，须缴纳关税和进口增值税。`,
    },
    law,
  }
}

/** VAT at sale takes the place of import VAT only up to the limit; the buyer must not pay it twice. */
function saleVatInVain({ consignment, laws, limit }: StandardLaneFacts): readonly Reason[] {
  if (consignment.saleVat === undefined) return []
  return [
    {
      text: {
        en: `VAT charged at sale does not replace import VAT over ${moneyText(limit)}; whoever charged it has to refund it.`,
        zh: `超过${moneyText(limit)}时，销售环节收取的增值税不能代替进口增值税；收取方须予退还。`,
      },
      law: cite(laws, 'gb-vat-charge-on-import'),
    },
  ]
}
