import { sellersOf } from '../consignment/sellers-of.ts'
import type { Consignment, GoodsItem } from '../consignment/consignment.ts'
import type { Destination } from '../destination/destination.ts'
import { jsonPointer } from '../json-pointer.ts'
import { cite, type Reason } from '../law/law.ts'
import { addDecimals, compareDecimals, type DecimalText } from '../money/decimal.ts'
import { moneyText } from '../money/money-text.ts'
import { combine, combineAll, failure, type Failure, type Result, success } from '../result.ts'
import { holdsOn } from '../tariff/dated-rule.ts'
import type { ClaimedRelief } from './claimed-relief.ts'
import type { LaneQuestion } from './decide-lane.ts'
import { intrinsicValue } from './intrinsic-value.ts'
import { lanesBesideRelief } from './lanes-not-taken.ts'
import { goodsWithinRelief } from './low-value-goods.ts'
import { giftRelief } from './low-value-relief.ts'
import type { GiftAllowance } from './relief-conditions.ts'

/**
 * The lane of a gift from one private person to another: relief from customs duty and import VAT (C08)
 * up to the value that the law sets. What is no gift before the law, or worth more, goes by its value
 * as bought goods do. Gifts of alcohol and tobacco are refused, because excise is due on them at any
 * value while the rest is relieved.
 *
 * Source: HMRC, duties and import VAT on gifts (Notice 144).
 */
export function giftLane(question: LaneQuestion, destination: Destination): Result<ClaimedRelief> {
  const { consignment, on, book, laws, reliefs } = question
  const relief = giftRelief(destination, on)
  const conditions = reliefs?.gifts.find((one) => holdsOn(one, on))
  if (relief === undefined || conditions === undefined) return failure(notLoaded)
  const law = cite(laws, conditions.law)
  const noGift = whyNoGift(consignment)
  if (noGift !== undefined) return success({ reasons: [{ ...noGift, law }] })
  const value = intrinsicValue(consignment, relief.limit, { on, rates: book.rates })
  if (!value.ok) return value
  const { value: worth, isOverLimit } = value.value
  if (isOverLimit) return success({ reasons: [{ ...overLimit(worth, relief.limit), law }] })
  const goods = combine({
    kind: goodsWithinRelief(consignment, relief),
    exceeded: exceededAllowances(consignment.goodsItems, conditions.allowances),
  })
  if (!goods.ok) return goods
  if (goods.value.kind === 'outside-relief') return failure(bearsExcise)
  const [tooMuch] = goods.value.exceeded
  if (tooMuch !== undefined) return success({ reasons: [{ ...overAllowance(tooMuch), law }] })
  return success({
    reasons: [],
    lane: {
      ...{ lane: 'gb-h1-gift', dataSet: 'H1', procedure: '4000' },
      ...{ additionalProcedures: ['C08'], statements: [], customsDuty: 'relieved', vat: 'not-due' },
      ...{ intrinsicValue: worth, threshold: relief.limit },
      reasons: [
        {
          text: {
            en: `A gift from one private person to another worth ${moneyText(worth)}, not over ${moneyText(relief.limit)}: neither customs duty nor import VAT is due (C08).`,
            zh: `私人之间的礼品，价值${moneyText(worth)}，未超过${moneyText(relief.limit)}：免征关税和进口增值税（C08）。`,
          },
          law,
        },
      ],
      notTaken: lanesBesideRelief(laws),
    },
  })
}

type Told = Pick<Reason, 'text'>

/** A gift in law passes between private persons, and nobody has sold it. */
function whyNoGift(consignment: Consignment): Told | undefined {
  const { buyer, marketplace, purchasingAgent } = consignment.parties
  const isSold = marketplace !== undefined || purchasingAgent !== undefined
  const isPrivate = [buyer, ...sellersOf(consignment)].every(({ kind }) => kind === 'private')
  if (isPrivate && !isSold) return undefined
  return {
    text: {
      en: 'The order says that it is a gift, but only what one private person sends to another is one before the law; it is treated as bought.',
      zh: '订单注明为礼品，但法律上仅限私人寄给私人；按购买的货物处理。',
    },
  }
}

function overLimit(worth: Parameters<typeof moneyText>[0], limit: typeof worth): Told {
  return {
    text: {
      en: `The gift is worth ${moneyText(worth)}, over ${moneyText(limit)}, so import VAT is due on all of it, and customs duty where its value is not low.`,
      zh: `礼品价值${moneyText(worth)}，超过${moneyText(limit)}，须就全部价值缴纳进口增值税；价值不属低值的，另缴关税。`,
    },
  }
}

function overAllowance({ name, atMost, unit }: GiftAllowance): Told {
  return {
    text: {
      en: `The gift holds more than ${atMost} ${unit} of ${name.en}, so it is not relieved as a gift.`,
      zh: `礼品所含${name.zh}超过 ${atMost} ${unit}，不得按礼品免税。`,
    },
  }
}

/** The goods of which the gift holds more than is relieved. Fails for each quantity that is not stated. */
function exceededAllowances(
  items: readonly GoodsItem[],
  allowances: readonly GiftAllowance[],
): Result<readonly GiftAllowance[]> {
  const weighed = combineAll(
    allowances.map((allowance): Result<readonly GiftAllowance[]> => {
      const amounts = combineAll(
        items.flatMap((item, index) =>
          allowance.codes.some((beginning) => item.commodityCode?.startsWith(beginning) === true)
            ? [amountOf(item, index, allowance)]
            : [],
        ),
      )
      if (!amounts.ok) return amounts
      if (amounts.value.length === 0) return success([])
      const sum = addDecimals(...amounts.value)
      return success(compareDecimals(sum, allowance.atMost) > 0 ? [allowance] : [])
    }),
  )
  return weighed.ok ? success(weighed.value.flat()) : weighed
}

function amountOf(
  item: GoodsItem,
  index: number,
  { unit, name }: GiftAllowance,
): Result<DecimalText> {
  const { supplementaryQuantity: counted } = item
  const inUnit = counted?.unit === unit ? counted.amount : item.quantities?.[unit]
  const amount = unit === 'KGM' ? item.netWeightKg : inUnit
  if (amount !== undefined) return success(amount)
  const fact = unit === 'KGM' ? ['netWeightKg'] : ['quantities', unit]
  return failure({
    code: 'fact-missing',
    path: jsonPointer('goodsItems', index, ...fact),
    message: `Of ${name.en} a gift may hold only so much, and item ${item.itemNumber} does not state how much there is (${unit}).`,
    mend: 'State it for all pieces of the item.',
    zh: {
      message: `礼品所含${name.zh}有数量限制，而第${item.itemNumber}项未填写数量（${unit}）。`,
      mend: '请按该项全部货物填写。',
    },
  })
}

const notLoaded: Failure = {
  code: 'not-covered',
  path: '/gift',
  message: 'No relief for gifts is loaded for that day.',
  mend: 'Load the relief that was in force, or state the order without it.',
  zh: {
    message: '没有载入当日的礼品免税规定。',
    mend: '请载入当日有效的规定，或不按礼品填写订单。',
  },
}

/** Duty and VAT of small quantities are relieved, the excise never is; no lane here declares that. */
const bearsExcise: Failure = {
  code: 'not-covered',
  path: '/gift',
  message:
    'Gifts of alcohol and tobacco bear excise at any value, while duty and VAT are relieved up to certain quantities; that is not covered.',
  mend: 'Clear this gift outside this program, or send the other goods without it.',
  zh: {
    message: '酒类和烟草礼品不论价值均征消费税，而关税和增值税在一定数量内免征；目前尚不支持。',
    mend: '请在本系统之外办理此礼品的清关，或将其剔除后寄送其余货物。',
  },
}
