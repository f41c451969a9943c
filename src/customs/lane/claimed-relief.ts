import type { Destination } from '../destination/destination.ts'
import type { Reason } from '../law/law.ts'
import { type Result, success } from '../result.ts'
import type { LaneQuestion } from './decide-lane.ts'
import { giftLane } from './gift-lane.ts'
import type { LaneDecision } from './lane-decision.ts'
import { returnedGoodsLane } from './returned-goods-lane.ts'

/**
 * What comes of the relief that an order claims: its lane, or the reasons for which the goods go another
 * way. Nothing is claimed where there is neither.
 */
export interface ClaimedRelief {
  readonly lane?: LaneDecision
  readonly reasons: readonly Reason[]
}

/** Weighs the reliefs that go by why the goods travel, which go before those by value. */
export function claimedRelief(
  question: LaneQuestion,
  destination: Destination,
): Result<ClaimedRelief> {
  const { consignment } = question
  if (consignment.returnedGoods !== undefined) {
    return returnedGoodsLane(question, destination, consignment.returnedGoods)
  }
  if (consignment.gift === true) return giftLane(question, destination)
  return success({ reasons: [] })
}
