import type { Consignment } from '../consignment/consignment.ts'
import { sellersOf } from '../consignment/sellers-of.ts'
import { cite } from '../law/law.ts'
import { moneyText } from '../money/money-text.ts'
import {
  type NorthernIrelandRelief,
  type NorthernIrelandRules,
  ruleOn,
} from '../northern-ireland/northern-ireland-rules.ts'
import { checked, combine, failure, type Failure, type Result, success } from '../result.ts'
import { postNotCovered } from './check-route.ts'
import type { LaneQuestion } from './decide-lane.ts'
import { goodsLeftOut } from './goods-left-out.ts'
import { type IntrinsicValue, intrinsicValue } from './intrinsic-value.ts'
import type { LaneDecision } from './lane-decision.ts'

/**
 * The lane of a gift from abroad to a private person in Northern Ireland: the super-reduced data set
 * with C08, free of customs duty and VAT. The relief of the Union for gifts did not end with that for
 * low value. What is worth more or is no gift before the law would bear the duty of the Union, and is
 * refused; so are the goods of which the law frees small quantities only.
 */
export function northernIrelandGift(
  question: LaneQuestion,
  rules: NorthernIrelandRules,
): Result<LaneDecision> {
  const { consignment, laws, on, book } = question
  const relief = ruleOn(rules.gifts, on)
  if (relief === undefined) return failure(notLoaded(on))
  const facts = combine({
    route: checked(consignment.transport.mode === 'post' ? [postNotCovered] : []),
    persons: checked(betweenPrivatePersons(consignment)),
    value: intrinsicValue(consignment, relief.limit, { on, rates: book.rates }),
    goods: checked(goodsLeftOut(consignment, relief.leavesOut)),
  })
  if (!facts.ok) return facts
  const { value } = facts.value
  if (value.isOverLimit) return failure(overLimit(value, relief))
  const law = cite(laws, relief.law)
  return success({
    ...{ lane: 'ni-h7', dataSet: 'H7', procedure: '4000' },
    additionalProcedures: ['1H7', 'C08'],
    statements: ['NIIMP'],
    ...{ customsDuty: 'relieved', vat: 'not-due' },
    ...{ intrinsicValue: value.value, threshold: relief.limit },
    reasons: [
      {
        text: {
          en: `A gift from one private person to another in Northern Ireland worth ${moneyText(value.value)}, not over ${moneyText(relief.limit)}: neither customs duty nor VAT is due (C08).`,
          zh: `私人寄给北爱尔兰私人的礼品，价值${moneyText(value.value)}，未超过${moneyText(relief.limit)}：免征关税和增值税（C08）。`,
        },
        law,
      },
    ],
    notTaken: [
      {
        lane: 'gb-h1-gift',
        why: {
          en: 'The relief of Great Britain does not reach gifts that are delivered to Northern Ireland.',
          zh: '大不列颠的减免不适用于寄往北爱尔兰的礼品。',
        },
        law: cite(laws, 'gb-ni-duty'),
      },
    ],
  })
}

function betweenPrivatePersons(consignment: Consignment): readonly Failure[] {
  const { buyer, marketplace, purchasingAgent } = consignment.parties
  const isSold = marketplace !== undefined || purchasingAgent !== undefined
  if (!isSold && [buyer, ...sellersOf(consignment)].every(({ kind }) => kind === 'private')) {
    return []
  }
  return [
    {
      code: 'invalid-input',
      path: '/gift',
      message: 'Only what one private person sends to another is a gift before the law.',
      mend: 'Remove the statement that it is a gift, or correct who sends and who receives it.',
      zh: {
        message: '法律上仅私人寄给私人的物品为礼品。',
        mend: '请删除礼品声明，或更正寄件人和收件人。',
      },
    },
  ]
}

function overLimit({ value }: IntrinsicValue, { limit }: NorthernIrelandRelief): Failure {
  return {
    code: 'not-covered',
    path: '/goodsItems',
    message: `The gift is worth ${moneyText(value)}, over ${moneyText(limit)}: the duty of the European Union on it is not covered.`,
    mend: 'Ask a customs broker in Northern Ireland.',
    zh: {
      message: `礼品价值${moneyText(value)}，超过${moneyText(limit)}：目前不支持计算其欧盟关税。`,
      mend: '请咨询北爱尔兰的报关行。',
    },
  }
}

function notLoaded(on: string): Failure {
  return {
    code: 'not-covered',
    path: '',
    message: `No relief for gifts to Northern Ireland is loaded for ${on}.`,
    mend: 'Load the relief that was in force on that day.',
    zh: { message: `没有载入 ${on} 北爱尔兰的礼品减免。`, mend: '请载入当日有效的减免。' },
  }
}
