import { sum, type Money } from '../money/money.ts'
import type { Order } from '../order/order.ts'
import type { Party } from '../order/party.ts'
import { checked, combine, type Failure, failure, type Result, success } from '../result.ts'
import { consignmentFromOrder } from './consignment-from-order.ts'
import type { Consignment, ConsignmentParties, GoodsItem } from './consignment.ts'
import { differencesBetween } from './differences-between.ts'
import type { GoodsReceipt } from './goods-receipt.ts'
import { sameFact } from './same-fact.ts'
import { weighGoods } from './weigh-goods.ts'

/** What is known of a shipment as a whole, beside the orders that travel in it. */
export interface ShipmentFacts {
  /** Becomes the reference of the consignment. */
  readonly reference: string
  /** Stated for the shipment, these take the place of what the orders said. */
  readonly transport?: Consignment['transport']
  readonly packages?: NonNullable<Consignment['packages']>
  readonly commercialInvoice?: NonNullable<Consignment['commercialInvoice']>
}

/**
 * Joins orders of one buyer that travel together into one consignment: goods items are numbered
 * anew, freight, insurance, agent's fee and VAT charged at sale are added up, and what was counted
 * and weighed at the agent's warehouse takes the place of what was stated.
 *
 * The orders may come from several sellers where a purchasing agent puts their goods together: each
 * goods item then keeps its seller and its invoice, because the price that was paid to that seller
 * is its transaction value. Orders that do not share buyer, route and terms are refused with every
 * difference named.
 *
 * @param receipts of these orders only; absent where the goods did not pass through a warehouse
 */
export function joinOrders(
  orders: readonly Order[],
  receipts: readonly GoodsReceipt[] | undefined,
  shipment: ShipmentFacts,
): Result<Consignment> {
  const parts = orders.map(consignmentFromOrder)
  const [first, ...others] = parts
  if (first === undefined) return failure(nothingToJoin)
  const goods = combine({
    joinable: checked(others.flatMap((other) => differencesBetween(first, other, shipment))),
    items: weighGoods(
      withOwnFacts([first, ...others], shipment).flatMap((part) => part.goodsItems),
      receipts,
    ),
  })
  return goods.ok ? success(joined([first, ...others], goods.value.items, shipment)) : goods
}

/** Without an order there are no parties and no route to make a consignment of. */
const nothingToJoin: Failure = {
  code: 'fact-missing',
  path: '/orders',
  message: 'There is no order to join.',
  mend: 'Name at least one order.',
  zh: { message: '没有可合并的订单。', mend: '请至少指定一个订单。' },
}

/** The single orders as consignments of their own, of which there is at least one. */
type Parts = readonly [Consignment, ...Consignment[]]

function haveOneSeller([first, ...others]: Parts): boolean {
  return others.every((part) => sameFact(part.parties.seller, first.parties.seller))
}

function haveOneInvoice([first, ...others]: Parts): boolean {
  return others.every((part) => sameFact(part.commercialInvoice, first.commercialInvoice))
}

/** Writes on each goods item what will not hold for the consignment as a whole. */
function withOwnFacts(parts: Parts, shipment: ShipmentFacts): readonly Consignment[] {
  const isSellerShared = haveOneSeller(parts)
  const isInvoiceShared = haveOneInvoice(parts) || shipment.commercialInvoice !== undefined
  return parts.map((part) => {
    const { seller } = part.parties
    const invoice = part.commercialInvoice
    return {
      ...part,
      goodsItems: part.goodsItems.map((item) => ({
        ...item,
        ...(!isSellerShared && seller && { seller }),
        ...(!isInvoiceShared && invoice && { invoice }),
      })),
    }
  })
}

/**
 * The consignment of parts that were found to fit together. Shared facts are those of the first
 * part.
 */
function joined(parts: Parts, items: readonly GoodsItem[], shipment: ShipmentFacts): Consignment {
  const { freight, insurance, agentFee, saleVat, packages, commercialInvoice, ...shared } = parts[0]
  const totals = {
    freight: total(parts, (part) => part.freight),
    insurance: total(parts, (part) => part.insurance),
    agentFee: total(parts, (part) => part.agentFee),
    saleVat: total(parts, (part) => part.saleVat?.amount),
  }
  return {
    ...shared,
    parties: joinedParties(parts),
    ...(haveOneInvoice(parts) && commercialInvoice && { commercialInvoice }),
    // Goods that are joined are packed anew, so the packages of one order hold only for it alone.
    ...(parts.length === 1 && packages && { packages }),
    ...shipment,
    orderReferences: parts.map((part) => part.reference),
    orderedOn: parts.map((part) => part.orderedOn).reduce((a, b) => (a > b ? a : b)),
    goodsItems: items.map((item, index) => ({ ...item, itemNumber: index + 1 })),
    ...(parts.some((part) => part.relatedParties) && { relatedParties: true }),
    ...(freight && totals.freight && { freight: totals.freight }),
    ...(insurance && totals.insurance && { insurance: totals.insurance }),
    ...(agentFee && totals.agentFee && { agentFee: totals.agentFee }),
    ...(saleVat && totals.saleVat && { saleVat: { ...saleVat, amount: totals.saleVat } }),
  }
}

/**
 * Goods of several sellers have no one last seller before the import. Where more than two parties
 * have a part in it, the one who consigns the goods is declared as exporter, which is the agent who
 * put them together; the sellers are declared on the goods items, where CDS takes them.
 *
 * @law HMRC, CDS Volume 3, group 3: Parties, DE 3/1; appendix 21A, DE 3/24 (header and item level)
 */
function joinedParties(parts: Parts): ConsignmentParties {
  const { parties } = parts[0]
  if (haveOneSeller(parts)) return parties
  const { seller: _, ...shared } = parties
  const exporter: Party = parties.consignor
  return { ...shared, exporter }
}

/** The sum over all parts, or nothing where a part did not state the fact. */
function total(
  parts: Parts,
  amountOf: (part: Consignment) => Money | undefined,
): Money | undefined {
  const amounts = parts.flatMap((part) => amountOf(part) ?? [])
  const [first] = amounts
  return first !== undefined && amounts.length === parts.length
    ? sum(amounts, first.currency)
    : undefined
}
