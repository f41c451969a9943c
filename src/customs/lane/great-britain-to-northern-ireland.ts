import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { cite, type Laws, type Reason } from '../law/law.ts'
import { type Money, zero } from '../money/money.ts'
import { type NorthernIrelandRules, ruleOn } from '../northern-ireland/northern-ireland-rules.ts'
import { staysInTheUnitedKingdom } from '../northern-ireland/stays-in-the-united-kingdom.ts'
import { checked, combine, failure, type Failure, type Result, success } from '../result.ts'
import { atRiskFromGreatBritain } from './at-risk-from-great-britain.ts'
import { parcelKind } from './carrier-data.ts'
import { postNotCovered } from './check-route.ts'
import { consumerParcel } from './consumer-parcel.ts'
import type { LaneQuestion } from './decide-lane.ts'
import { exciseGoods } from './excise-goods.ts'
import { intrinsicValue } from './intrinsic-value.ts'
import type { LaneDecision } from './lane-decision.ts'

/**
 * Decides how a parcel from Great Britain comes into Northern Ireland. One to or from a consumer needs
 * no declaration, which is said with its law; one between businesses is declared as not at risk (H8)
 * under the UK Internal Market Scheme. Without it the goods are at risk, bear the duty of the European
 * Union and are declared in full (H1).
 */
export function greatBritainToNorthernIreland(
  { consignment, laws, on, book }: LaneQuestion,
  rules: NorthernIrelandRules,
): Result<LaneDecision> {
  const consumerRules = ruleOn(rules.consumerParcels, on)
  if (consumerRules === undefined) return failure(beforeTheFramework(on))
  const kind = parcelKind(consignment)
  if (kind !== 'business-to-business') {
    return failure(consumerParcel({ consignment, kind, rules: consumerRules, laws }))
  }
  const facts = combine({
    goods: checked(exciseGoods(consignment, rules)),
    route: checked(consignment.transport.mode === 'post' ? [postNotCovered] : []),
    value: intrinsicValue(consignment, limitOn(rules, on), { on, rates: book.rates }),
  })
  if (!facts.ok) return facts
  const { value, isOverLimit } = facts.value.value
  if (staysInTheUnitedKingdom(consignment)) {
    return success(internalMarketLane(consignment, laws, value))
  }
  return isOverLimit
    ? success(atRiskFromGreatBritain(consignment, laws, value))
    : failure(reliefWhileItHeld(on))
}

/** The scheme has no limit of value, nor have goods at risk since the relief for low value has ended. */
function limitOn({ lowValue }: NorthernIrelandRules, on: LocalDate): Money {
  return ruleOn(lowValue, on)?.limit ?? zero('GBP')
}

/** The data set H8 of standard goods (1SG) that stay in the United Kingdom. */
function internalMarketLane(
  consignment: Consignment,
  laws: Laws,
  value: LaneDecision['intrinsicValue'],
): LaneDecision {
  return {
    lane: 'ni-h8',
    dataSet: 'H8',
    procedure: '4000',
    additionalProcedures: ['1SG'],
    statements: ['NIDOM', 'NIREM'],
    customsDuty: 'not-due',
    vat: 'not-due',
    intrinsicValue: value,
    threshold: value,
    reasons: reasonsOf(consignment, laws),
    notTaken: [
      {
        lane: 'ni-consumer-parcel',
        why: {
          en: 'Only parcels to or from a consumer go without a declaration; this one goes from a business to a business.',
          zh: '仅寄给或来自消费者的包裹可免于报关；本票为企业寄给企业。',
        },
        law: cite(laws, 'gb-ni-consumer-parcels'),
      },
      {
        lane: 'ni-h7',
        why: {
          en: 'The super reduced data set is for goods from outside the United Kingdom.',
          zh: '超简数据集适用于来自英国境外的货物。',
        },
        law: cite(laws, 'gb-ni-reduced-data-set'),
      },
      {
        lane: 'ni-h1',
        why: {
          en: 'A full declaration with the duty of the European Union is for goods at risk of moving on to it.',
          zh: '按欧盟关税的完整申报适用于有流入欧盟风险的货物。',
        },
        law: cite(laws, 'gb-ni-duty'),
      },
    ],
  }
}

function reasonsOf({ internalMarket }: Consignment, laws: Laws): readonly Reason[] {
  const authorisation = internalMarket?.authorisation ?? ''
  return [
    {
      text: {
        en: `The goods are for end consumers in the United Kingdom under authorisation ${authorisation} of the UK Internal Market Scheme, so they are not at risk (NIREM) and bear no customs duty.`,
        zh: `货物依“英国内部市场计划”授权${authorisation}供英国最终消费者购买或使用，因此无风险（NIREM），不征关税。`,
      },
      law: cite(laws, 'gb-ni-internal-market-scheme'),
    },
    {
      text: {
        en: 'They go directly from Great Britain to a business in Northern Ireland, so they are declared in the simplified process for internal market movements (H8, 1SG, NIDOM).',
        zh: '货物由大不列颠直接运至北爱尔兰企业，因此以内部市场流动简化程序申报（H8、1SG、NIDOM）。',
      },
      law: cite(laws, 'gb-ni-simplified-process'),
    },
    {
      text: {
        en: 'The movement is within the United Kingdom, so no import VAT is due; the seller charges VAT on the sale.',
        zh: '此为英国境内流动，无须缴纳进口增值税；由卖方在销售时收取增值税。',
      },
    },
  ]
}

/** What of the relief of the Union such goods had was never declared here, and is over. */
function reliefWhileItHeld(on: string): Failure {
  return {
    code: 'not-covered',
    path: '/internalMarket',
    message: `On ${on} goods at risk of low value from Great Britain could be relieved; how they were declared is not covered.`,
    mend: 'State who is authorised under the UK Internal Market Scheme, or a day from 1 July 2026 on.',
    zh: {
      message: `${on} 来自大不列颠、有风险的低价值货物可获减免；其申报方式尚不支持。`,
      mend: '请填写“英国内部市场计划”的被授权方，或2026年7月1日及以后的日期。',
    },
  }
}

function beforeTheFramework(on: string): Failure {
  return {
    code: 'not-covered',
    path: '/deliverTo/postcode',
    message: `The rules for parcels from Great Britain to Northern Ireland on ${on} are not covered; those of the Windsor Framework hold since 1 May 2025.`,
    mend: 'State a later day, or clear this consignment outside this program.',
    zh: {
      message: `尚不支持 ${on} 由大不列颠寄往北爱尔兰的包裹规则；温莎框架的规则自2025年5月1日起适用。`,
      mend: '请填写更晚的日期，或在本系统之外办理。',
    },
  }
}
