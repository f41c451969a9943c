import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { findDestination, type LandedCostBook } from '../landed-cost/landed-cost-book.ts'
import type { Laws } from '../law/law.ts'
import { isNorthernIreland } from '../northern-ireland/is-northern-ireland.ts'
import type { NorthernIrelandRules } from '../northern-ireland/northern-ireland-rules.ts'
import { checked, combine, failure, type Result, success } from '../result.ts'
import { checkRoute } from './check-route.ts'
import { checkReverseCharge, checkSaleVat } from './check-sale-vat.ts'
import { claimedRelief } from './claimed-relief.ts'
import { decideNorthernIrelandLane } from './decide-northern-ireland-lane.ts'
import { type IntrinsicValue, intrinsicValue } from './intrinsic-value.ts'
import type { LaneDecision } from './lane-decision.ts'
import { goodsWithinRelief } from './low-value-goods.ts'
import { lowValueLane } from './low-value-lane.ts'
import { type LowValueRelief, lowValueRelief } from './low-value-relief.ts'
import type { ReliefConditions } from './relief-conditions.ts'
import { standardLane } from './standard-lane.ts'

/** What a decision on the lane is made from. */
export interface LaneQuestion {
  readonly consignment: Consignment
  readonly on: LocalDate
  /** Its rules of Great Britain and its rates of exchange are used. */
  readonly book: LandedCostBook
  readonly laws: Laws
  /** Absent where they are not loaded; deliveries to Northern Ireland are then refused. */
  readonly northernIreland?: NorthernIrelandRules
  /** Absent where they are not loaded; gifts and returned goods are then refused. */
  readonly reliefs?: ReliefConditions
}

/**
 * Decides which declaration a consignment needs. The questions are asked in the order: destination,
 * channel, why the goods travel, value, goods, and whether VAT was charged at sale.
 *
 * A route or a tax that no lane here serves is refused with `not-covered`; an absent fact that
 * decides is refused with `fact-missing`.
 */
export function decideLane(question: LaneQuestion): Result<LaneDecision> {
  const { consignment, on, book } = question
  if (isNorthernIreland(consignment.deliverTo)) return decideNorthernIrelandLane(question)
  const destination = findDestination(book, 'GB')
  if (!destination.ok) return destination
  const relief = lowValueRelief(destination.value, on)
  if (relief === undefined) {
    return failure({
      code: 'not-covered',
      path: '',
      message: `No limit for low-value consignments is loaded for ${on}.`,
      mend: 'Load the limit that was in force on that day.',
      zh: { message: `没有载入 ${on} 的低价值货物限额。`, mend: '请载入当日有效的限额。' },
    })
  }
  const facts = combine({
    route: checked(checkRoute(consignment)),
    saleVat: checked(checkSaleVat(consignment)),
    value: intrinsicValue(consignment, relief.limit, { on, rates: book.rates }),
    claimed: claimedRelief(question, destination.value),
  })
  if (!facts.ok) return facts
  const { claimed, value } = facts.value
  if (claimed.lane !== undefined) return success(claimed.lane)
  const decided = decideByValue(question, relief, value)
  if (!decided.ok) return decided
  return success({ ...decided.value, reasons: [...decided.value.reasons, ...claimed.reasons] })
}

/**
 * The second half of the decision: over the limit the goods no longer matter, so they are looked at
 * only below it.
 */
function decideByValue(
  { consignment, laws }: LaneQuestion,
  relief: LowValueRelief,
  { value: intrinsicValue, isOverLimit }: IntrinsicValue,
): Result<LaneDecision> {
  const { limit } = relief
  if (isOverLimit) {
    return success(standardLane({ consignment, laws, intrinsicValue, limit, because: 'value' }))
  }
  const facts = combine({
    goods: goodsWithinRelief(consignment, relief),
    reverseCharge: checked(checkReverseCharge(consignment, laws)),
  })
  if (!facts.ok) return facts
  if (facts.value.goods === 'within-relief') {
    return success(lowValueLane({ consignment, laws, intrinsicValue, limit }))
  }
  if (consignment.saleVat !== undefined) return failure(saleVatOnExcludedGoods)
  return success(standardLane({ consignment, laws, intrinsicValue, limit, because: 'goods' }))
}

/** Relief from import VAT is declared beside the relief from duty, which these goods do not have. */
const saleVatOnExcludedGoods = {
  code: 'not-covered',
  path: '/saleVat',
  message:
    'VAT was charged at sale on goods that the relief for low value leaves out; how to relieve import VAT then is not covered.',
  mend: 'Let the seller refund the VAT and pay import VAT instead, or clear this consignment outside this program.',
  zh: {
    message: '对不适用低价值减免的货物在销售时收取了增值税；目前尚不支持此情形下进口增值税的减免。',
    mend: '请由卖方退还增值税并改缴进口增值税，或在本系统之外办理此票货物的清关。',
  },
} as const
