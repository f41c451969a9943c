import type { GoodsItem } from '../../customs/consignment/consignment.ts'
import { failure, type Failure, type Result, success } from '../../customs/result.ts'

const needed = {
  commodityCode: { en: 'commodity code', zh: '商品编码' },
  origin: { en: 'country of origin', zh: '原产国' },
  netWeightKg: { en: 'net weight', zh: '净重' },
  grossWeightKg: { en: 'gross weight', zh: '毛重' },
} as const

type NeededFact = keyof typeof needed

/** What every goods item is declared with. */
export type ItemToDeclare = Required<Pick<GoodsItem, NeededFact>>

/** The facts that any declaration of an item needs. Fails for each absent one, named by its place. */
export function itemToDeclare(item: GoodsItem, index: number): Result<ItemToDeclare> {
  const { commodityCode, origin, netWeightKg, grossWeightKg } = item
  if (
    commodityCode === undefined ||
    origin === undefined ||
    netWeightKg === undefined ||
    grossWeightKg === undefined
  ) {
    return failure(...absentFacts(item, index))
  }
  return success({ commodityCode, origin, netWeightKg, grossWeightKg })
}

function absentFacts(item: GoodsItem, index: number): readonly [Failure, ...Failure[]] {
  const absent = (Object.keys(needed) as NeededFact[])
    .filter((name) => item[name] === undefined)
    .map((name): Failure => ({
      code: 'fact-missing',
      path: `/goodsItems/${index}/${name}`,
      message: `The declaration needs the ${needed[name].en} of item ${item.itemNumber}.`,
      mend: 'Mend the goods data of the case with this fact.',
      zh: {
        message: `报关单需要第${item.itemNumber}项的${needed[name].zh}。`,
        mend: '请在本案的货物资料中补充此项。',
      },
    }))
  return absent as [Failure, ...Failure[]]
}
