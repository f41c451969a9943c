import { jsonPointer } from '../../customs/json-pointer.ts'
import { isZero } from '../../customs/money/decimal.ts'
import type { Money } from '../../customs/money/money.ts'
import { checkCoins } from '../../customs/order/check-amounts.ts'
import type { Order } from '../../customs/order/order.ts'
import type { Failure } from '../../customs/result.ts'

/** What is paid for a shipment as a whole and divided over its buyers. */
export const shipmentCostNames = ['freight', 'insurance'] as const

/** What the costs are called in Chinese. */
const costZh = { freight: '运费', insurance: '保险费' } as const

/** One of {@link shipmentCostNames}; an order may state it under the same name. */
export type ShipmentCostName = (typeof shipmentCostNames)[number]

/** What carriage and insurance of the whole shipment cost; absent where the orders state it. */
export type ShipmentCosts = { readonly [Name in ShipmentCostName]?: Money }

/** What an order says that the costs of its shipment can contradict. */
export type OrderCosts = Pick<Order, 'reference' | 'lines' | ShipmentCostName>

/** Costs that cannot be divided to the smallest coin, because they are finer than one. */
export function costsFinerThanCoins(costs: ShipmentCosts): readonly Failure[] {
  return shipmentCostNames.flatMap((name) => {
    const value = costs[name]
    return value === undefined ? [] : checkCoins({ path: jsonPointer(name), value, times: 1 })
  })
}

/**
 * Costs of the whole that an order states as well, which would count them twice, or that are in
 * another currency than its prices.
 */
export function contradictedCosts(
  costs: ShipmentCosts,
  orders: readonly OrderCosts[],
): readonly Failure[] {
  return shipmentCostNames.flatMap((name) => {
    const whole = costs[name]
    return whole === undefined
      ? []
      : orders.flatMap((order) => contradictedCost(name, whole, order))
  })
}

function contradictedCost(
  name: ShipmentCostName,
  whole: Money,
  order: OrderCosts,
): readonly Failure[] {
  const own = order[name]
  const currency = order.lines[0]?.unitPrice.currency
  const path = jsonPointer('orders', order.reference, name)
  return [
    ...(own === undefined || isZero(own.amount) ? [] : [statedTwice(path, name, order)]),
    ...(currency === whole.currency ? [] : [otherCurrency(path, whole, currency ?? '')]),
  ]
}

function statedTwice(path: string, name: ShipmentCostName, { reference }: OrderCosts): Failure {
  return {
    code: 'documents-disagree',
    path,
    message: `Order ${reference} states its own ${name}, and the shipment states it for all.`,
    mend:
      `State the ${name} once, for the shipment or for each of its orders; where the shipment is open ` +
      'already, take the orders out and open another shipment.',
    zh: {
      message: `订单 ${reference} 自行填写了${costZh[name]}，而集运批次又为全部订单填写。`,
      mend: `${costZh[name]}只能填写一次：由集运批次统一填写，或由各订单分别填写；集运批次已建立的，请移出订单并另建批次。`,
    },
  }
}

function otherCurrency(path: string, whole: Money, currency: string): Failure {
  return {
    code: 'currency-mismatch',
    path,
    message: `The shipment's costs are in ${whole.currency}, the order is priced in ${currency}.`,
    mend:
      'Ship orders of one currency together and state the costs in it; where the shipment is open ' +
      'already, take the orders out and open another shipment.',
    zh: {
      message: `集运批次的费用币种为 ${whole.currency}，而订单的币种为 ${currency}。`,
      mend: '请将同一币种的订单集运，并以该币种填写费用；集运批次已建立的，请移出订单并另建批次。',
    },
  }
}
