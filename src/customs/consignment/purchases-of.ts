import { apportion } from '../money/apportion.ts'
import { decimal, type DecimalText, isZero } from '../money/decimal.ts'
import { type Money, sum } from '../money/money.ts'
import type { Consignment, GoodsItem } from './consignment.ts'
import { sameFact } from './same-fact.ts'

/**
 * The purchases in a consignment: the goods that one seller sold under one invoice, each as a
 * consignment of its own that keeps the numbers of its goods items. A consignment of one purchase
 * is its only one.
 *
 * Carriage and insurance, which were paid for the whole, are shared over the purchases by price, as
 * the customs value shares them over the items, so that the shares add up to what was paid.
 */
export function purchasesOf(consignment: Consignment): readonly Consignment[] {
  const groups = itemsByPurchase(consignment.goodsItems)
  if (groups.length === 1) return [consignment]
  const weights = weightsOf(groups.map((items) => priceOf(items, consignment).amount))
  const share = (cost: Money | undefined) => cost && apportion(cost, weights)
  const [freights, insurances] = [share(consignment.freight), share(consignment.insurance)]
  return groups.map((items, index) =>
    purchase(consignment, items, {
      ...(freights && { freight: freights[index]! }),
      ...(insurances && { insurance: insurances[index]! }),
    }),
  )
}

type Items = readonly [GoodsItem, ...GoodsItem[]]

/** Goods of one seller that came under two invoices are two purchases. */
function itemsByPurchase(items: readonly GoodsItem[]): readonly Items[] {
  const groups: [GoodsItem, ...GoodsItem[]][] = []
  for (const item of items) {
    const group = groups.find(
      ([known]) => sameFact(known.seller, item.seller) && sameFact(known.invoice, item.invoice),
    )
    if (group === undefined) groups.push([item])
    else group.push(item)
  }
  return groups
}

/**
 * Goods without any price are no sale and are never declared. They are shared over alike, so that
 * what else is wrong with them is found and said beside the missing prices.
 */
function weightsOf(prices: readonly DecimalText[]): readonly DecimalText[] {
  return prices.every(isZero) ? prices.map(() => decimal('1')) : prices
}

function priceOf(items: readonly GoodsItem[], { currency }: Consignment): Money {
  const prices = items.map((item) => item.linePrice)
  return sum(prices, currency)
}

function purchase(
  consignment: Consignment,
  items: Items,
  costs: Pick<Consignment, 'freight' | 'insurance'>,
): Consignment {
  const { saleVat: _, ...shared } = consignment
  const { seller = consignment.parties.seller, invoice = consignment.commercialInvoice } = items[0]
  return {
    ...shared,
    ...costs,
    parties: { ...consignment.parties, ...(seller && { seller }) },
    ...(invoice && { commercialInvoice: invoice }),
    orderReferences: [...new Set(items.map((item) => item.orderReference))],
    goodsItems: items,
  }
}
