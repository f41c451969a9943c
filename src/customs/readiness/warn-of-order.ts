import { jsonPointer } from '../json-pointer.ts'
import { isPositive } from '../money/money.ts'
import type { Order } from '../order/order.ts'
import {
  type DeliveryCosts,
  deliveryCosts,
  missingDeliveryCosts,
} from '../quote/missing-delivery-costs.ts'
import type { Failure } from '../result.ts'
import { checkDescription, describeGoods } from './check-description.ts'
import type { VagueDescriptions } from './vague-descriptions.ts'

/**
 * What of an order that can be taken will stand in the way of its declaration, while it is still easy
 * to mend: costs that do not fit the delivery term, and descriptions that customs will not take. Each
 * failure names its place in the order.
 */
export function warnOfOrder(
  order: Order,
  { vagueDescriptions }: { readonly vagueDescriptions: VagueDescriptions },
): readonly Failure[] {
  return [
    ...warnOfDeliveryCosts(order),
    ...order.lines.flatMap(({ description }, index): readonly Failure[] => {
      const fault = checkDescription(description, vagueDescriptions)
      if (fault === undefined) return []
      return [
        {
          code: 'description-vague',
          path: jsonPointer('lines', index, 'description'),
          message: fault.message.en,
          mend: describeGoods.en,
          zh: { message: fault.message.zh, mend: describeGoods.zh },
        },
      ]
    }),
  ]
}

/**
 * Costs that do not fit the delivery term of an order: those that the term leaves beside the price
 * and that are not stated, and those that it puts into the price and that are stated once more.
 */
export function warnOfDeliveryCosts(
  order: DeliveryCosts & Pick<Order, 'channel'>,
): readonly Failure[] {
  const missing = missingDeliveryCosts(order)
  return [
    ...(order.channel === 'purchasing-agent' ? missing.map(orForTheShipment) : missing),
    ...costsStatedTwice(order),
  ]
}

/** An agent pays the carrier for many orders at once, and need not know the share of each yet. */
function orForTheShipment(failure: Failure): Failure {
  return {
    ...failure,
    mend: `${failure.mend ?? ''} It can also be stated for the whole shipment.`,
    ...(failure.zh && {
      zh: { ...failure.zh, mend: `${failure.zh.mend ?? ''}也可在集运批次中统一填写。` },
    }),
  }
}

/** Under these terms the authority refuses what is stated beside the price as counted twice. */
const termsWithBoth: readonly string[] = ['CIF', 'CIP']

function costsStatedTwice(order: DeliveryCosts): readonly Failure[] {
  const { code } = order.incoterm
  if (!termsWithBoth.includes(code)) return []
  return deliveryCosts.flatMap(({ name, words }): readonly Failure[] => {
    const stated = order[name]
    if (stated === undefined || !isPositive(stated)) return []
    return [
      {
        code: 'documents-disagree',
        path: jsonPointer(name),
        message: `Under ${code} the prices contain ${words.en} already, and the order states it once more.`,
        mend: `Leave ${name} out or state "0"; where it is paid beside the prices, the term is another one, such as FCA.`,
        zh: {
          message: `按 ${code} 价格已含${words.zh}，而订单又另行填写。`,
          mend: `请留空或填 0；如在价格之外另付，则应使用其他贸易术语，如 FCA。`,
        },
      },
    ]
  })
}
