import { cite, type Laws, type Reason } from '../law/law.ts'
import { moneyText } from '../money/money-text.ts'
import type { Money } from '../money/money.ts'
import { type NorthernIrelandRules, ruleOn } from '../northern-ireland/northern-ireland-rules.ts'
import { staysInTheUnitedKingdom } from '../northern-ireland/stays-in-the-united-kingdom.ts'
import { checked, combine, type Failure, type Result, success } from '../result.ts'
import { postNotCovered } from './check-route.ts'
import type { LaneQuestion } from './decide-lane.ts'
import { exciseGoods } from './excise-goods.ts'
import type { LaneDecision, LaneNotTaken } from './lane-decision.ts'

/** What the goods are worth, and the limit that they are over or that is only told. */
export interface ValueInFull {
  readonly value: Money
  readonly limit: Money
}

/** Territories of their own, whose goods come under other codes than those of an import. */
const CHANNEL_ISLANDS: ReadonlySet<string> = new Set(['GG', 'JE'])

/**
 * The full declaration (H1) of goods to Northern Ireland from outside the United Kingdom and the European
 * Union. Which of its items are at risk depends on the duties under both tariffs, so the quote says it.
 */
export function northernIrelandInFull(
  question: LaneQuestion,
  rules: NorthernIrelandRules,
  { value, limit }: ValueInFull,
): Result<LaneDecision> {
  const { consignment, laws, on } = question
  const possible = combine({
    route: checked([
      ...(consignment.transport.mode === 'post' ? [postNotCovered] : []),
      ...(CHANNEL_ISLANDS.has(consignment.shipFrom.country) ? [channelIslands] : []),
    ]),
    goods: checked([
      ...exciseGoods(consignment, rules),
      ...(consignment.returnedGoods === undefined ? [] : [returnedGoods]),
    ]),
    scheme: checked(
      staysInTheUnitedKingdom(consignment) && ruleOn(rules.notAtRisk, on) === undefined
        ? [beforeTheScheme(on)]
        : [],
    ),
  })
  if (!possible.ok) return possible
  return success({
    ...{ lane: 'ni-h1', dataSet: 'H1', procedure: '4000', additionalProcedures: ['000'] },
    statements: ['NIIMP'],
    ...{ customsDuty: 'due', vat: 'import-vat', intrinsicValue: value, threshold: limit },
    reasons: [overLimit(laws, { value, limit }), whoseDuty(question), ...saleVatInVain(question)],
    notTaken: notTaken(laws, limit),
  })
}

function overLimit(laws: Laws, { value, limit }: ValueInFull): Reason {
  return {
    text: {
      en: `The goods alone cost ${moneyText(value)}, over ${moneyText(limit)}: they come to Northern Ireland from outside (NIIMP) and are declared in full.`,
      zh: `货物本身价格${moneyText(value)}，超过${moneyText(limit)}：自境外运往北爱尔兰（NIIMP），须作完整申报。`,
    },
    law: cite(laws, 'gb-ni-duty'),
  }
}

function whoseDuty({ consignment, laws }: LaneQuestion): Reason {
  return staysInTheUnitedKingdom(consignment)
    ? {
        text: {
          en: `Goods for end consumers in the United Kingdom under authorisation ${consignment.internalMarket?.authorisation} are not at risk (NIREM), unless the duty of the European Union is too much higher.`,
          zh: `依授权${consignment.internalMarket?.authorisation}供英国最终消费者的货物无风险（NIREM），除非欧盟关税高出过多。`,
        },
        law: cite(laws, 'gb-ni-not-at-risk-from-outside'),
      }
    : {
        text: {
          en: 'No authorisation of the UK Internal Market Scheme says that the goods stay in the United Kingdom, so they are at risk and bear the duty of the European Union.',
          zh: '没有“英国内部市场计划”授权说明货物留在英国，因此视为有风险，适用欧盟关税。',
        },
        law: cite(laws, 'gb-ni-duty'),
      }
}

/** VAT at sale takes the place of import VAT only up to the limit; the buyer must not pay it twice. */
function saleVatInVain({ consignment, laws }: LaneQuestion): readonly Reason[] {
  if (consignment.saleVat === undefined) return []
  return [
    {
      text: {
        en: 'VAT charged at sale does not replace import VAT on goods that are not of low value; whoever charged it has to refund it.',
        zh: '非低价值货物在销售环节收取的增值税不能代替进口增值税；收取方须予退还。',
      },
      law: cite(laws, 'gb-vat-charge-on-import'),
    },
  ]
}

function notTaken(laws: Laws, limit: Money): readonly LaneNotTaken[] {
  return [
    {
      lane: 'ni-h7',
      why: {
        en: `The super reduced data set is for goods of up to ${moneyText(limit)}.`,
        zh: `超简数据集仅适用于不超过${moneyText(limit)}的货物。`,
      },
      law: cite(laws, 'gb-ni-reduced-data-set'),
    },
    {
      lane: 'ni-h8',
      why: {
        en: 'The simplified process for internal market movements is for goods from Great Britain.',
        zh: '内部市场流动简化程序仅适用于来自大不列颠的货物。',
      },
      law: cite(laws, 'gb-ni-simplified-process'),
    },
  ]
}

const returnedGoods: Failure = {
  code: 'not-covered',
  path: '/returnedGoods',
  message: 'Relief for goods that come back to Northern Ireland is not covered.',
  mend: 'Withdraw the claim, or ask a customs broker in Northern Ireland.',
  zh: {
    message: '目前不支持复运进入北爱尔兰货物的减免。',
    mend: '请撤回申请，或咨询北爱尔兰的报关行。',
  },
}

const channelIslands: Failure = {
  code: 'not-covered',
  path: '/shipFrom/country',
  message: 'Goods from the Channel Islands to Northern Ireland are not covered.',
  mend: 'Clear this consignment outside this program.',
  zh: {
    message: '目前不支持自海峡群岛运往北爱尔兰的货物。',
    mend: '请在本系统之外办理此票货物的清关。',
  },
}

function beforeTheScheme(on: string): Failure {
  return {
    code: 'not-covered',
    path: '/internalMarket',
    message: `On ${on} there was no UK Internal Market Scheme for goods from outside the United Kingdom.`,
    mend: 'State a later day, or leave the authorisation out; the goods are then at risk.',
    zh: {
      message: `${on} 尚无适用于英国境外货物的“英国内部市场计划”。`,
      mend: '请填写更晚的日期，或不填授权；货物即视为有风险。',
    },
  }
}
