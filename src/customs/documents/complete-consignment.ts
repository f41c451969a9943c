import type { Consignment, ConsignmentParties, GoodsItem } from '../consignment/consignment.ts'
import { purchasesOf } from '../consignment/purchases-of.ts'
import { zero } from '../money/money.ts'
import { deliveryCostTerms } from '../valuation/delivery-cost-terms.ts'
import { combine, combineAll, type Result, success } from '../result.ts'
import { type DocumentNames, documentNames, type NameLists } from './document-names.ts'
import { withFacts, type WithFacts } from './with-facts.ts'

/** A goods item with every fact that a line of the papers states. */
export type CompleteGoodsItem = WithFacts<
  GoodsItem,
  'commodityCode' | 'origin' | 'netWeightKg' | 'grossWeightKg'
>

/**
 * A consignment, or one purchase in it, with every fact that its papers state, and the names of its
 * codes: goods of one seller on one invoice.
 */
export type CompleteConsignment = WithFacts<
  Omit<Consignment, 'goodsItems' | 'parties'>,
  'commercialInvoice' | 'freight' | 'insurance' | 'packages'
> & {
  readonly parties: WithFacts<ConsignmentParties, 'seller'>
  readonly goodsItems: readonly CompleteGoodsItem[]
  /** Goods items of the whole consignment, of which those of a purchase are a part. */
  readonly goodsItemsOfWhole: number
  readonly names: DocumentNames
}

/**
 * Zero freight is a fact, silence is none: the customs value depends on the difference. Only where
 * the delivery term puts a cost into the prices, silence says that nothing is paid beside them.
 */
const factsOfConsignment = {
  commercialInvoice: { en: "number and date of the seller's invoice", zh: '卖方发票号码和日期' },
  freight: { en: 'what is charged for carriage, be it "0"', zh: '运费（没有的填 "0"）' },
  insurance: { en: 'what is charged for insurance, be it "0"', zh: '保险费（没有的填 "0"）' },
  packages: { en: 'number and kind of the packages', zh: '包装件数和种类' },
}

/**
 * Both weights, because the net weight is what duty is charged on and the gross what is carried.
 */
const factsOfGoodsItem = {
  commodityCode: { en: 'the commodity code of the item', zh: '该项的商品编码' },
  origin: { en: 'the country of origin of the item', zh: '该项的原产国' },
  netWeightKg: { en: 'the net weight of the item', zh: '该项的净重' },
  grossWeightKg: { en: 'the gross weight of the item', zh: '该项的毛重' },
}

/**
 * Finds out whether the papers of a consignment can be made out. Fails with `fact-missing` once for
 * each absent fact, its path a JSON Pointer into the consignment; then as {@link documentNames}
 * does.
 */
export function completeConsignment(
  consignment: Consignment,
  lists: NameLists,
): Result<CompleteConsignment> {
  const items = consignment.goodsItems.map((item) =>
    withFacts(item, factsOfGoodsItem, `/goodsItems/${item.itemNumber - 1}`),
  )
  const facts = combine({
    consignment: withFacts(withCostsInPrice(consignment), factsOfConsignment, ''),
    parties: withFacts(
      consignment.parties,
      { seller: { en: 'who sold the goods', zh: '卖方' } },
      '/parties',
    ),
    goodsItems: combineAll(items),
  })
  if (!facts.ok) return facts
  const { consignment: complete, parties, goodsItems } = facts.value
  const names = documentNames(complete, lists)
  if (!names.ok) return names
  const goodsItemsOfWhole = goodsItems.length
  return success({ ...complete, parties, goodsItems, goodsItemsOfWhole, names: names.value })
}

/** The consignment with nothing beside the prices for each cost that its delivery term puts into them. */
function withCostsInPrice(consignment: Consignment): Consignment {
  const { currency, incoterm, freight, insurance } = consignment
  const terms = deliveryCostTerms[incoterm.code]
  return {
    ...consignment,
    ...(freight === undefined && terms.carriage === 'in-price' && { freight: zero(currency) }),
    ...(insurance === undefined && terms.insurance === 'in-price' && { insurance: zero(currency) }),
  }
}

/**
 * The purchases in a consignment as {@link purchasesOf} tells them apart, each complete for its own
 * papers. Fails as {@link completeConsignment} does, for all of them at once.
 */
export function completePurchases(
  consignment: Consignment,
  lists: NameLists,
): Result<readonly CompleteConsignment[]> {
  const goodsItemsOfWhole = consignment.goodsItems.length
  const purchases = combineAll(
    purchasesOf(consignment).map((purchase) => completeConsignment(purchase, lists)),
  )
  if (!purchases.ok) return purchases
  return success(purchases.value.map((purchase) => ({ ...purchase, goodsItemsOfWhole })))
}
