import type { Consignment, GoodsItem } from '../consignment/consignment.ts'
import { isInGroup } from '../destination/goods-group.ts'
import { jsonPointer } from '../json-pointer.ts'
import { type Failure, resultOf, type Result } from '../result.ts'
import type { LowValueRelief } from './low-value-relief.ts'

/** All goods of a consignment are within the relief for low value, or all are outside. */
export type LowValueGoods = 'within-relief' | 'outside-relief'

/**
 * Whether the relief for low value takes in the goods of a consignment.
 *
 * A missing commodity code is a failure, because it decides. So is a mixture: half of it would have
 * to be declared under other procedures than the rest.
 */
export function goodsWithinRelief(
  consignment: Consignment,
  { leavesOut }: LowValueRelief,
): Result<LowValueGoods> {
  const codes = consignment.goodsItems.flatMap((item) => item.commodityCode ?? [])
  const excluded = codes.filter((code) => isInGroup(leavesOut, code) === true)
  const failures = [
    ...consignment.goodsItems.flatMap((item, index) => missingCode(item, index)),
    ...(excluded.length > 0 && excluded.length < codes.length ? [mixture(excluded)] : []),
  ]
  return resultOf(failures, () => (excluded.length === 0 ? 'within-relief' : 'outside-relief'))
}

/** Without a code nobody can tell whether the goods are excluded. */
function missingCode(item: GoodsItem, index: number): readonly Failure[] {
  if (item.commodityCode !== undefined) return []
  return [
    {
      code: 'fact-missing',
      path: jsonPointer('goodsItems', index, 'commodityCode'),
      message: `Item ${item.itemNumber} (${item.description}) has no commodity code.`,
      mend: 'State the ten-digit commodity code of these goods.',
      zh: {
        message: `第${item.itemNumber}项（${item.description}）缺少商品编码。`,
        mend: '请填写这些货物的十位商品编码。',
      },
    },
  ]
}

/** The failure of a consignment of which only a part has the relief. */
function mixture(excluded: readonly string[]): Failure {
  return {
    code: 'not-covered',
    path: '/goodsItems',
    message: `Some goods (${excluded.join(', ')}) are excluded from the relief for low value, others are not; such a mixture is not covered.`,
    mend: 'Send the excluded goods as a consignment of their own.',
    zh: {
      message: `部分货物（${excluded.join('、')}）不适用低价值减免，其余适用；目前不支持此类混装。`,
      mend: '请将不适用减免的货物单独作为一票发运。',
    },
  }
}
