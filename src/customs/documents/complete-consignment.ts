import type { Consignment, GoodsItem } from '../consignment/consignment.ts'
import { type Result, success } from '../result.ts'
import { allOf } from './all-of.ts'
import { withFacts, type WithFacts } from './with-facts.ts'

export type CompleteGoodsItem = WithFacts<
  GoodsItem,
  'commodityCode' | 'origin' | 'netWeightKg' | 'grossWeightKg'
>

/** A consignment with every fact that its papers state. */
export type CompleteConsignment = WithFacts<
  Omit<Consignment, 'goodsItems'>,
  'commercialInvoice' | 'freight' | 'insurance' | 'packages'
> & { readonly goodsItems: readonly CompleteGoodsItem[] }

const factsOfConsignment = {
  commercialInvoice: "number and date of the seller's invoice",
  freight: 'what is charged for carriage, be it "0"',
  insurance: 'what is charged for insurance, be it "0"',
  packages: 'number and kind of the packages',
}

const factsOfGoodsItem = {
  commodityCode: 'the commodity code of the item',
  origin: 'the country of origin of the item',
  netWeightKg: 'the net weight of the item',
  grossWeightKg: 'the gross weight of the item',
}

/**
 * Finds out whether the papers of a consignment can be made out. Fails with `fact-missing`, once for
 * each absent fact, its path a JSON Pointer into the consignment.
 */
export function completeConsignment(consignment: Consignment): Result<CompleteConsignment> {
  const whole = withFacts(consignment, factsOfConsignment, '')
  const items = consignment.goodsItems.map((item, index) =>
    withFacts(item, factsOfGoodsItem, `/goodsItems/${index}`),
  )
  const facts = allOf([whole, allOf(items)])
  if (!facts.ok) return facts
  const [complete, goodsItems] = facts.value
  return success({ ...complete, goodsItems })
}
