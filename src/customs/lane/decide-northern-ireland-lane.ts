import { cite } from '../law/law.ts'
import { type NorthernIrelandRules, ruleOn } from '../northern-ireland/northern-ireland-rules.ts'
import {
  checked,
  combine,
  combineAll,
  failure,
  type Failure,
  type Result,
  success,
} from '../result.ts'
import { postNotCovered } from './check-route.ts'
import type { LaneQuestion } from './decide-lane.ts'
import { goodsLeftOut } from './goods-left-out.ts'
import { greatBritainToNorthernIreland } from './great-britain-to-northern-ireland.ts'
import { intrinsicValue } from './intrinsic-value.ts'
import type { LaneDecision } from './lane-decision.ts'
import { northernIrelandGift } from './northern-ireland-gift.ts'
import { northernIrelandInFull } from './northern-ireland-in-full.ts'
import { northernIrelandLowValueLane } from './northern-ireland-low-value-lane.ts'
import { northernIrelandVat } from './northern-ireland-vat.ts'

/**
 * Decides which declaration a consignment to Northern Ireland needs. Goods from outside the United
 * Kingdom and the European Union take the super-reduced data set (H7) where they are of low value, and
 * are declared in full (H1) where they are worth more.
 */
export function decideNorthernIrelandLane(question: LaneQuestion): Result<LaneDecision> {
  const { consignment, northernIreland } = question
  if (northernIreland === undefined) return failure(noRules)
  const { country } = consignment.shipFrom
  if (northernIreland.unionMembers.includes(country)) return failure(fromTheUnion(country))
  if (northernIreland.unitedKingdom.includes(country)) {
    return greatBritainToNorthernIreland(question, northernIreland)
  }
  return consignment.gift === true
    ? northernIrelandGift(question, northernIreland)
    : decideLowValue(question, northernIreland)
}

function decideLowValue(question: LaneQuestion, rules: NorthernIrelandRules): Result<LaneDecision> {
  const { consignment, laws, on, book } = question
  const relief = ruleOn(rules.lowValue, on)
  if (relief === undefined) return sinceReliefEnded(question, rules)
  const value = intrinsicValue(consignment, relief.limit, { on, rates: book.rates })
  if (!value.ok) return value
  if (value.value.isOverLimit) {
    return northernIrelandInFull(question, rules, { ...value.value, limit: relief.limit })
  }
  const facts = combine({
    route: checked(consignment.transport.mode === 'post' ? [postNotCovered] : []),
    goods: checked(goodsLeftOut(consignment, relief.leavesOut)),
    vat: northernIrelandVat(consignment),
  })
  if (!facts.ok) return facts
  return success(
    northernIrelandLowValueLane({
      ...{ consignment, laws, vat: facts.value.vat },
      intrinsicValue: value.value.value,
      limit: relief.limit,
      law: cite(laws, relief.law),
    }),
  )
}

/** Goods of low value are those within any of the limits, that of Britain or that of the Union. */
function sinceReliefEnded(
  question: LaneQuestion,
  rules: NorthernIrelandRules,
): Result<LaneDecision> {
  const { consignment, on, book } = question
  const [british, ...others] = rules.lowValueEnded.limits
  if (british === undefined) return failure(reliefEnded(question, rules))
  const values = combine({
    british: intrinsicValue(consignment, british, { on, rates: book.rates }),
    others: combineAll(
      others.map((limit) => intrinsicValue(consignment, limit, { on, rates: book.rates })),
    ),
  })
  if (!values.ok) return values
  const { value, isOverLimit } = values.value.british
  return [isOverLimit, ...values.value.others.map((other) => other.isOverLimit)].every(Boolean)
    ? northernIrelandInFull(question, rules, { value, limit: british })
    : failure(reliefEnded(question, rules))
}

const noRules: Failure = {
  code: 'not-covered',
  path: '/deliverTo/postcode',
  message: 'The delivery is to Northern Ireland, whose rules are not loaded.',
  mend: 'Clear this consignment outside this program.',
  zh: {
    message: '收货地在北爱尔兰，但未载入其规则。',
    mend: '请在本系统之外办理此票货物的清关。',
  },
}

function fromTheUnion(country: string): Failure {
  return {
    code: 'not-covered',
    path: '/shipFrom/country',
    message: `Goods in free circulation go from ${country} to Northern Ireland without a customs declaration.`,
    mend: 'Correct the place of dispatch, or send the goods without a declaration.',
    zh: {
      message: `自由流通货物由 ${country} 运往北爱尔兰无须报关。`,
      mend: '请更正发运地，或直接发运而不报关。',
    },
  }
}

/** Since the relief has ended nobody has said officially how Northern Ireland takes the duty in. */
function reliefEnded({ laws, on }: LaneQuestion, { lowValueEnded }: NorthernIrelandRules): Failure {
  return {
    code: 'not-covered',
    path: '/deliverTo/postcode',
    message: `On ${on} no relief for low value holds in Northern Ireland: that of the European Union ended on 1 July 2026, and how the duty on such goods is declared there is stated in no official source.`,
    mend: 'Ask a customs broker in Northern Ireland, or deliver to an address in Great Britain.',
    law: cite(laws, lowValueEnded.law).title,
    zh: {
      message: `${on} 北爱尔兰没有低价值减免：欧盟的减免已于2026年7月1日取消，此类货物的关税如何申报尚无官方说明。`,
      mend: '请咨询北爱尔兰的报关行，或改为寄往大不列颠的地址。',
    },
  }
}
