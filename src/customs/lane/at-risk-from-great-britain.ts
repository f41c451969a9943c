import type { Consignment } from '../consignment/consignment.ts'
import { cite, type Laws, type Reason } from '../law/law.ts'
import type { Money } from '../money/money.ts'
import type { LaneDecision } from './lane-decision.ts'

/**
 * The full declaration (H1) of goods between businesses from Great Britain to Northern Ireland that are
 * at risk: they bear the duty of the European Union, and no import VAT within the United Kingdom.
 */
export function atRiskFromGreatBritain(
  consignment: Consignment,
  laws: Laws,
  value: Money,
): LaneDecision {
  return {
    ...{ lane: 'ni-h1', dataSet: 'H1', procedure: '4000', additionalProcedures: ['000'] },
    statements: ['NIDOM'],
    ...{ customsDuty: 'due', vat: 'not-due', intrinsicValue: value, threshold: value },
    reasons: [whyAtRisk(consignment, laws), noVat],
    notTaken: [
      {
        lane: 'ni-h8',
        why: {
          en: 'The simplified process is for goods that an authorised trader declares as not at risk.',
          zh: '简化程序仅适用于被授权贸易商申报为无风险的货物。',
        },
        law: cite(laws, 'gb-ni-simplified-process'),
      },
      {
        lane: 'ni-consumer-parcel',
        why: {
          en: 'Only parcels to or from a consumer go without a declaration; this one goes from a business to a business.',
          zh: '仅寄给或来自消费者的包裹可免于报关；本票为企业寄给企业。',
        },
        law: cite(laws, 'gb-ni-consumer-parcels'),
      },
    ],
  }
}

function whyAtRisk({ internalMarket }: Consignment, laws: Laws): Reason {
  const text =
    internalMarket === undefined
      ? {
          en: 'The goods go from Great Britain to a business in Northern Ireland (NIDOM) without an authorisation of the UK Internal Market Scheme, so they are at risk and bear the duty of the European Union.',
          zh: '货物由大不列颠运往北爱尔兰企业（NIDOM），没有“英国内部市场计划”授权，因此视为有风险，适用欧盟关税。',
        }
      : {
          en: 'The goods go from Great Britain to Northern Ireland (NIDOM) for another purpose than sale to, or use by, end consumers in the United Kingdom, so they are at risk and bear the duty of the European Union.',
          zh: '货物由大不列颠运往北爱尔兰（NIDOM），用途并非供英国最终消费者购买或使用，因此视为有风险，适用欧盟关税。',
        }
  return { text, law: cite(laws, 'gb-ni-duty') }
}

const noVat: Reason = {
  text: {
    en: 'The movement is within the United Kingdom, so no import VAT is due; the seller charges VAT on the sale.',
    zh: '此为英国境内流动，无须缴纳进口增值税；由卖方在销售时收取增值税。',
  },
}
