import type { LocalDate } from '../calendar/local-date.ts'
import type { Destination } from '../destination/destination.ts'
import { goodsGroup, type GoodsGroup } from '../destination/goods-group.ts'
import { inMinorUnits, type Money } from '../money/money.ts'
import { holdsOn } from '../tariff/dated-rule.ts'

/** Up to which value a consignment is relieved of customs duty, and which goods never are. */
export interface LowValueRelief {
  /** Intrinsic value of one consignment; the limit itself is still within. */
  readonly limit: Money
  readonly leavesOut: GoodsGroup
}

/** What a destination calls the regime of the relief. */
const LOW_VALUE = 'low-value'

/** What a destination calls the regime of gifts. */
const GIFT = 'gift'

/** The relief for low value as the rules of the destination have it on a day, if they have one. */
export function lowValueRelief(
  destination: Destination,
  on: LocalDate,
): LowValueRelief | undefined {
  return reliefOfRegime(LOW_VALUE, destination, on)
}

/** The same of the relief for gifts. */
export function giftRelief(destination: Destination, on: LocalDate): LowValueRelief | undefined {
  return reliefOfRegime(GIFT, destination, on)
}

function reliefOfRegime(
  id: string,
  destination: Destination,
  on: LocalDate,
): LowValueRelief | undefined {
  const regime = destination.regimes.find((one) => one.id === id && holdsOn(one, on))
  const limit = regime?.when.find((condition) => condition.fact === 'value')?.atMost
  const group = regime?.when.find((condition) => condition.fact === 'goods')?.none
  if (limit === undefined || group === undefined) return undefined
  // The limit is shown to people, so it is written with its pence as every other amount is.
  return { limit: inMinorUnits(limit), leavesOut: goodsGroup(destination, group) }
}
