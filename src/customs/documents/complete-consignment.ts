import type { Consignment, GoodsItem } from '../consignment/consignment.ts'
import { combine, combineAll, type Result, success } from '../result.ts'
import { type DocumentNames, documentNames, type NameLists } from './document-names.ts'
import { withFacts, type WithFacts } from './with-facts.ts'

/** A goods item with every fact that a line of the papers states. */
export type CompleteGoodsItem = WithFacts<
  GoodsItem,
  'commodityCode' | 'origin' | 'netWeightKg' | 'grossWeightKg'
>

/** A consignment with every fact that its papers state, and the names of its codes. */
export type CompleteConsignment = WithFacts<
  Omit<Consignment, 'goodsItems'>,
  'commercialInvoice' | 'freight' | 'insurance' | 'packages'
> & {
  readonly goodsItems: readonly CompleteGoodsItem[]
  readonly names: DocumentNames
}

/** Zero freight is a fact, silence is none: the customs value depends on the difference. */
const factsOfConsignment = {
  commercialInvoice: "number and date of the seller's invoice",
  freight: 'what is charged for carriage, be it "0"',
  insurance: 'what is charged for insurance, be it "0"',
  packages: 'number and kind of the packages',
}

/**
 * Both weights, because the net weight is what duty is charged on and the gross what is carried.
 */
const factsOfGoodsItem = {
  commodityCode: 'the commodity code of the item',
  origin: 'the country of origin of the item',
  netWeightKg: 'the net weight of the item',
  grossWeightKg: 'the gross weight of the item',
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
  const items = consignment.goodsItems.map((item, index) =>
    withFacts(item, factsOfGoodsItem, `/goodsItems/${index}`),
  )
  const facts = combine({
    consignment: withFacts(consignment, factsOfConsignment, ''),
    goodsItems: combineAll(items),
  })
  if (!facts.ok) return facts
  const { consignment: complete, goodsItems } = facts.value
  const names = documentNames(complete, lists)
  return names.ok ? success({ ...complete, goodsItems, names: names.value }) : names
}
