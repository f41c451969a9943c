import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment, GoodsItem } from '../consignment/consignment.ts'
import { jsonPointer } from '../json-pointer.ts'
import { apportion } from '../money/apportion.ts'
import { inMinorUnits, isPositive, type Money, sum, zero } from '../money/money.ts'
import {
  checked,
  combine,
  combineAll,
  failure,
  type Failure,
  type Result,
  success,
} from '../result.ts'
import {
  type Converted,
  convert,
  type ExchangeRates,
  type RateUsed,
} from '../tariff/exchange-rates.ts'
import { missingDeliveryCosts } from './missing-delivery-costs.ts'

/** Price, shares of delivery costs and customs value of one goods item in the authority's currency. */
export interface ValuedItem {
  readonly price: Money
  readonly freight: Money
  readonly insurance: Money
  readonly customsValue: Money
}

/** The items in the order of the consignment, and the rate at which all of them were converted. */
export interface ValuedGoods {
  readonly items: readonly ValuedItem[]
  readonly rate?: RateUsed
}

/**
 * Values goods by the transaction value (method 1): the price paid, with carriage and insurance up
 * to the border. What the delivery term leaves beside the price has to be stated; what is stated is
 * added and shared over the items by value, to the penny. Each price is converted by itself, as the
 * authority converts the price of each item it reads.
 *
 * Fails with `fact-missing` for delivery costs that are not stated, `not-covered` for goods without a
 * price, and `exchange-rate-missing`.
 *
 * @law Taxation (Cross-border Trade) Act 2018, section 16; S.I. 2018/1248, regulation 111(1)(c) and (d)
 */
export function valueGoods(
  consignment: Consignment,
  on: LocalDate,
  exchangeRates: ExchangeRates,
): Result<ValuedGoods> {
  const { goodsItems, freight, insurance, currency } = consignment
  const facts = combine({
    relation: checked(consignment.relatedParties === true ? [relatedParties] : []),
    deliveryCosts: checked(missingDeliveryCosts(consignment)),
    prices: combineAll(
      goodsItems.map((item, index) =>
        convertedPrice(item, exchangeRates, {
          on,
          path: jsonPointer('goodsItems', index, 'unitPrice'),
        }),
      ),
    ),
    freight: convert(exchangeRates, freight ?? zero(currency), { on, path: '/freight' }),
    insurance: convert(exchangeRates, insurance ?? zero(currency), { on, path: '/insurance' }),
  })
  return facts.ok ? success(valued(facts.value)) : facts
}

/** Goods given free have no transaction value, and the other methods of valuation are not offered. */
function convertedPrice(
  item: GoodsItem,
  exchangeRates: ExchangeRates,
  at: { readonly on: LocalDate; readonly path: string },
): Result<Converted> {
  const price = convert(exchangeRates, item.linePrice, at)
  if (!price.ok || isPositive(price.value.money)) return price
  return failure({
    code: 'not-covered',
    path: at.path,
    message: `Item ${item.itemNumber} (${item.description}) has no price, so it has no transaction value.`,
    mend: 'State what was paid for these goods; goods given free cannot be valued here.',
    zh: {
      message: `第${item.itemNumber}项（${item.description}）没有价格，因此没有成交价格。`,
      mend: '请填写这些货物实际支付的价格；此处无法为赠品估价。',
    },
  })
}

/**
 * Shares the delivery costs out and adds them to the prices; every amount is in whole pennies
 * already.
 */
function valued(converted: {
  readonly prices: readonly Converted[]
  readonly freight: Converted
  readonly insurance: Converted
}): ValuedGoods {
  const weights = converted.prices.map(({ money }) => money.amount)
  const freights = apportion(converted.freight.money, weights)
  const insurances = apportion(converted.insurance.money, weights)
  const items = converted.prices.map(({ money: price }, index) => {
    const [freight, insurance] = [freights[index]!, insurances[index]!]
    return {
      price,
      freight,
      insurance,
      customsValue: inMinorUnits(sum([price, freight, insurance], price.currency)),
    }
  })
  const rate = converted.freight.rate
  return { items, ...(rate && { rate }) }
}

/** Between related parties the price counts only where it is shown not to be influenced. */
const relatedParties: Failure = {
  code: 'not-covered',
  path: '/relatedParties',
  message:
    'Buyer and seller are related, so the price counts only where the relation has not influenced it.',
  mend: 'Have a broker value these goods; the test of influence is not worked out here.',
  law: 'S.I. 2018/1248, Taxation (Cross-border Trade) Act 2018, section 16',
  zh: {
    message: '买卖双方有特殊关系，仅当该关系未影响价格时价格才可采用。',
    mend: '请由报关行为这些货物估价；此处不审查该关系的影响。',
  },
}
