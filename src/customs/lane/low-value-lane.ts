import type { Consignment } from '../consignment/consignment.ts'
import { cite, type Laws, type Reason } from '../law/law.ts'
import { moneyText } from '../money/money-text.ts'
import type { Money } from '../money/money.ts'
import type { LaneDecision } from './lane-decision.ts'
import { lanesNotTaken } from './lanes-not-taken.ts'

/** What the reasons of the lane speak of. */
interface LowValueFacts {
  readonly consignment: Consignment
  readonly laws: Laws
  readonly intrinsicValue: Money
  readonly limit: Money
}

/**
 * The full import declaration of a consignment of low value: relief from customs duty (C07), and
 * relief from import VAT (1RV with statement RVAT1) only where UK VAT was charged at sale.
 */
export function lowValueLane(facts: LowValueFacts): LaneDecision {
  const { intrinsicValue, limit } = facts
  const isVatCharged = facts.consignment.saleVat !== undefined
  return {
    lane: 'gb-h1-low-value',
    dataSet: 'H1',
    procedure: '4000',
    additionalProcedures: isVatCharged ? ['C07', '1RV'] : ['C07'],
    statements: isVatCharged ? ['RVAT1'] : [],
    customsDuty: 'relieved',
    vat: isVatCharged ? 'charged-at-sale' : 'import-vat',
    intrinsicValue,
    threshold: limit,
    reasons: [whyDutyIsRelieved(facts), whoTakesVat(facts)],
    notTaken: lanesNotTaken({ lane: 'gb-h1-low-value', ...facts }),
  }
}

/** The first reason: value and limit side by side, so that a reader can see the margin. */
function whyDutyIsRelieved({ intrinsicValue, limit, laws }: LowValueFacts): Reason {
  return {
    text: {
      en: `The goods alone cost ${moneyText(intrinsicValue)}, not over ${moneyText(limit)} for the consignment, so customs duty is relieved (C07).`,
      zh: `整票货物本身价格${moneyText(intrinsicValue)}，未超过${moneyText(limit)}，免征关税（C07）。`,
    },
    law: cite(laws, 'gb-low-value-duty-relief'),
  }
}

/** The second reason: who has taken the VAT, or that nobody has and customs will. */
function whoTakesVat({ consignment: { saleVat }, laws }: LowValueFacts): Reason {
  if (saleVat === undefined) {
    return {
      text: {
        en: 'Nobody has charged UK VAT at sale, so import VAT is due.',
        zh: '销售时未收取英国增值税，须缴纳进口增值税。',
      },
      law: cite(laws, 'gb-vat-charge-on-import'),
    }
  }
  const chargedBy = {
    seller: { en: 'seller', zh: '卖方' },
    marketplace: { en: 'marketplace', zh: '平台' },
  }[saleVat.chargedBy]
  return {
    text: {
      en: `The ${chargedBy.en} charged UK VAT at sale under ${saleVat.registration}, so import VAT is relieved (1RV, RVAT1).`,
      zh: `${chargedBy.zh}已在销售时以${saleVat.registration}收取英国增值税，免征进口增值税（1RV、RVAT1）。`,
    },
    law: cite(laws, 'gb-low-value-vat-declaration'),
  }
}
