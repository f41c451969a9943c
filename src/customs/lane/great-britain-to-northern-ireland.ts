import { jsonPointer } from '../json-pointer.ts'
import { cite, type Laws, type Reason } from '../law/law.ts'
import { zero } from '../money/money.ts'
import { type NorthernIrelandRules, ruleOn } from '../northern-ireland/northern-ireland-rules.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { checked, combine, failure, type Failure, type Result, success } from '../result.ts'
import { parcelKind } from './carrier-data.ts'
import { postNotCovered } from './check-route.ts'
import { consumerParcel } from './consumer-parcel.ts'
import type { LaneQuestion } from './decide-lane.ts'
import { intrinsicValue } from './intrinsic-value.ts'
import type { LaneDecision } from './lane-decision.ts'

/**
 * Decides how a parcel from Great Britain comes into Northern Ireland. One to or from a consumer needs
 * no declaration, which is said with its law; one between businesses is declared as not at risk (H8)
 * under the UK Internal Market Scheme. Goods at risk bear the duty of the European Union and would have
 * to be declared in full, which is not covered.
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
    scheme: checked(withoutScheme(consignment, laws)),
    goods: checked(exciseGoods(consignment, rules)),
    route: checked(consignment.transport.mode === 'post' ? [postNotCovered] : []),
    value: intrinsicValue(consignment, noLimit, { on, rates: book.rates }),
  })
  if (!facts.ok) return facts
  return success(internalMarketLane(consignment, laws, facts.value.value.value))
}

/** The value is only told: the scheme has no limit. */
const noLimit = zero('GBP')

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

/** Purposes that keep goods in the United Kingdom. */
const staysThere: ReadonlySet<string> = new Set(['sale-to-end-consumers', 'final-use'])

function withoutScheme({ internalMarket }: Consignment, laws: Laws): readonly Failure[] {
  const law = cite(laws, 'gb-ni-internal-market-scheme').title
  if (internalMarket === undefined) {
    return [
      {
        code: 'not-covered',
        path: '/internalMarket',
        message:
          'Goods between businesses from Great Britain to Northern Ireland are at risk without an authorisation of the UK Internal Market Scheme: they bear the duty of the European Union and need a full declaration, which is not covered.',
        mend: 'State who is authorised under the scheme and the number of the authorisation.',
        law,
        zh: {
          message:
            '企业之间由大不列颠运往北爱尔兰的货物，没有“英国内部市场计划”授权即视为有风险：适用欧盟关税并须完整申报，目前尚不支持。',
          mend: '请填写该计划的被授权方及授权编号。',
        },
      },
    ]
  }
  if (staysThere.has(internalMarket.purpose)) return []
  return [
    {
      code: 'not-covered',
      path: '/internalMarket/purpose',
      message:
        'Only goods for sale to, or final use by, end consumers in the United Kingdom are not at risk; the declaration of others is not covered.',
      mend: 'Correct what the goods are for, or ask a customs broker in Northern Ireland.',
      law,
      zh: {
        message: '仅供英国最终消费者购买或使用的货物视为无风险；其他货物的申报目前尚不支持。',
        mend: '请更正货物用途，或咨询北爱尔兰的报关行。',
      },
    },
  ]
}

/** Which codes excise goods take (1EN or 1EL, tobacco, oils) depends on facts that nobody states here. */
function exciseGoods(
  { goodsItems }: Consignment,
  { exciseGoods: { codes, name } }: NorthernIrelandRules,
): readonly Failure[] {
  return goodsItems.flatMap(
    ({ commodityCode, itemNumber, description }, index): readonly Failure[] => {
      const path = jsonPointer('goodsItems', index, 'commodityCode')
      if (commodityCode === undefined) {
        return [
          {
            code: 'fact-missing',
            path,
            message: `Item ${itemNumber} (${description}) has no commodity code.`,
            mend: 'State its commodity code, at least eight digits.',
            zh: {
              message: `第${itemNumber}项（${description}）缺少商品编码。`,
              mend: '请填写商品编码，至少八位。',
            },
          },
        ]
      }
      if (!codes.some((code) => commodityCode.startsWith(code))) return []
      return [
        {
          code: 'not-covered',
          path,
          message: `Item ${itemNumber} (${commodityCode}) is of the goods that bear excise: ${name.en}. Their declaration to Northern Ireland is not covered.`,
          mend: 'Send these goods outside this program.',
          zh: {
            message: `第${itemNumber}项（${commodityCode}）属于应征消费税的货物：${name.zh}。其运往北爱尔兰的申报目前尚不支持。`,
            mend: '请在本系统之外办理这些货物。',
          },
        },
      ]
    },
  )
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
