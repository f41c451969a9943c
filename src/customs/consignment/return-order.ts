import type { Order, OrderLine } from '../order/order.ts'
import type { Address, Party } from '../order/party.ts'
import { type Failure, failure, type Result, success } from '../result.ts'
import type { Consignment, GoodsItem } from './consignment.ts'
import { sameFact } from './same-fact.ts'

/** Pieces of one goods item that go back. */
export interface PiecesBack {
  readonly itemNumber: number
  readonly quantity: number
}

/** How goods go back, which nothing of their import tells. */
export type WayBack = Pick<
  Order,
  | 'reference'
  | 'orderedOn'
  | 'incoterm'
  | 'transport'
  | 'freight'
  | 'insurance'
  | 'packages'
  | 'authorityToAct'
  | 'commercialInvoice'
> & {
  readonly exit?: Omit<NonNullable<Order['exit']>, 'returnOf'>
  /** Absent where they go back to where they came from. */
  readonly deliverTo?: Address
}

/** What goes back of a consignment that came in, by whom, and why. */
export interface GoodsToReturn {
  /** Whoever imported them exports them. */
  readonly exporter: Party
  readonly importMrn: string
  readonly reason: NonNullable<NonNullable<Order['exit']>['returnOf']>['reason']
  readonly goods: readonly PiecesBack[]
  readonly way: WayBack
}

/**
 * The order by which imported goods go back to whoever sold them: the parties turned round, the goods as
 * they came in, the import named. Weights and quantities of an item are kept where all of its pieces go;
 * of a part of them they are facts that have to be stated anew, as are the packages and the papers.
 *
 * Goods of several sellers fail with `conflict`: each seller gets its own back.
 */
export function returnOrder(consignment: Consignment, back: GoodsToReturn): Result<Order> {
  const { exporter, importMrn, reason, goods, way } = back
  const items = goods.map((pieces) => ({ pieces, item: itemOf(consignment, pieces) }))
  const [seller, ...others] = items.map(({ item }) => item.seller ?? consignment.parties.seller)
  if (seller === undefined || others.some((other) => !sameFact(other, seller))) {
    return failure(severalSellers)
  }
  const { exit, deliverTo, ...stated } = way
  return success({
    ...stated,
    channel: 'shop',
    seller: exporter,
    buyer: seller,
    shipFrom: consignment.deliverTo,
    deliverTo: deliverTo ?? whereFrom(consignment, seller),
    lines: items.map(({ item, pieces }) => lineBack(item, pieces.quantity)),
    dutiesBilledTo: way.incoterm.code === 'DDP' ? 'seller' : 'buyer',
    exit: { ...exit, returnOf: { importMrn, reason } },
  })
}

/** The goods item that is meant; whether it is there was asked before. */
function itemOf({ goodsItems }: Consignment, { itemNumber }: PiecesBack): GoodsItem {
  const item = goodsItems.find((one) => one.itemNumber === itemNumber)
  if (item === undefined) throw new RangeError(`there is no goods item ${itemNumber}`)
  return item
}

/** A purchasing agent has only sent the goods on; they go back to whoever sold them. */
function whereFrom({ shipFrom, parties }: Consignment, seller: Party): Address {
  return parties.purchasingAgent === undefined ? shipFrom : seller.address
}

/** Digits of a commodity code that all countries share, and those of the tariff by which goods leave. */
const SHARED_DIGITS = 6
const EXPORT_DIGITS = 8

/** Classes of excise, which leave under procedures of their own; other codes choose rates of the import. */
const EXCISE = /^X\d{3}$/

function lineBack(item: GoodsItem, quantity: number): OrderLine {
  const { sku, description, origin, unitPrice, commodityCode = '' } = item
  const { netWeightKg, grossWeightKg, supplementaryQuantity, quantities } = item
  const isWhole = quantity === item.quantity
  const excise = item.additionalCodes?.filter((code) => EXCISE.test(code)) ?? []
  return {
    ...{ description, quantity, unitPrice },
    ...(sku !== undefined && { sku }),
    ...(origin !== undefined && { origin }),
    ...(commodityCode.length >= EXPORT_DIGITS && {
      commodityCode: commodityCode.slice(0, SHARED_DIGITS),
      exportCommodityCode: commodityCode.slice(0, EXPORT_DIGITS),
    }),
    ...(isWhole && netWeightKg !== undefined && { netWeightKg }),
    ...(isWhole && grossWeightKg !== undefined && { grossWeightKg }),
    ...(isWhole && supplementaryQuantity && { supplementaryQuantity }),
    ...(isWhole && quantities && { quantities }),
    ...(excise.length > 0 && { additionalCodes: excise }),
  }
}

const severalSellers: Failure = {
  code: 'conflict',
  path: '/goodsItems',
  message: 'The goods were sold by several sellers.',
  mend: 'Send the goods of each seller back by themselves.',
  zh: { message: '这些货物由多个卖方售出。', mend: '请按卖方分别退运。' },
}
