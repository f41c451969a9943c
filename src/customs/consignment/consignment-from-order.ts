import type { DecimalText } from '../money/decimal.ts'
import { multiply } from '../money/money.ts'
import type { Order, OrderLine } from '../order/order.ts'
import type { Consignment, ConsignmentParties, GoodsItem } from './consignment.ts'

/** The consignment of an order that travels alone. Nothing is added that the order did not state. */
export function consignmentFromOrder(order: Order): Consignment {
  const { reference, orderedOn, channel, shipFrom, deliverTo, incoterm, dutiesBilledTo } = order
  return {
    ...{ reference, orderedOn, channel, shipFrom, deliverTo, incoterm, dutiesBilledTo },
    orderReferences: [reference],
    parties: partiesOf(order),
    goodsItems: order.lines.map((line, index) => goodsItemOf(line, reference, index + 1)),
    currency: currencyOf(order),
    transport: order.transport,
    ...(order.exit && { exit: order.exit }),
    ...(order.freight && { freight: order.freight }),
    ...(order.insurance && { insurance: order.insurance }),
    ...(order.saleVat && { saleVat: order.saleVat }),
    ...(order.internalMarket && { internalMarket: order.internalMarket }),
    ...(order.packages && { packages: order.packages }),
    ...(order.authorityToAct && { authorityToAct: order.authorityToAct }),
    ...(order.commercialInvoice && { commercialInvoice: order.commercialInvoice }),
    ...(order.relatedParties && { relatedParties: true }),
    ...(order.gift && { gift: true }),
    ...(order.returnedGoods && { returnedGoods: order.returnedGoods }),
    ...(order.simplifiedDeclaration && { simplifiedDeclaration: true }),
    ...(order.purchasingAgent?.fee && { agentFee: order.purchasingAgent.fee }),
  }
}

/**
 * A line of the order as a goods item. The price of the line is multiplied out exactly and never
 * rounded.
 */
function goodsItemOf(line: OrderLine, orderReference: string, itemNumber: number): GoodsItem {
  const linePrice = multiply(line.unitPrice, String(line.quantity) as DecimalText)
  return { ...line, itemNumber, orderReference, linePrice }
}

/**
 * The roles before customs that follow from the roles in the trade. The shop from which an agent
 * bought in its own name has no part in the sale to the buyer, so it is none of the parties.
 */
function partiesOf(order: Order): ConsignmentParties {
  const { buyer, marketplace, purchasingAgent } = order
  const agent = purchasingAgent?.party
  const seller = purchasingAgent?.capacity === 'resells' ? purchasingAgent.party : order.seller
  return {
    seller,
    buyer,
    ...(marketplace && { marketplace }),
    ...(purchasingAgent && {
      purchasingAgent: { party: purchasingAgent.party, capacity: purchasingAgent.capacity },
    }),
    consignor: agent ?? seller,
    exporter: seller,
    consignee: { ...buyer, address: order.deliverTo },
  }
}

/** The currency of the first line, which an order that was read has in common with all others. */
function currencyOf(order: Order): string {
  const [firstLine] = order.lines
  if (firstLine === undefined) throw new Error('an order has at least one line')
  return firstLine.unitPrice.currency
}
