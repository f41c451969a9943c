import { Type, type Static } from 'typebox'
import type { Consignment, GoodsItem } from '../../customs/consignment/consignment.ts'
import type { Immutable } from '../../customs/immutable.ts'
import { jsonPointer } from '../../customs/json-pointer.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import { multiply } from '../../customs/money/money.ts'
import { checkCoins } from '../../customs/order/check-amounts.ts'
import { orderLineSchema } from '../../customs/order/order.ts'
import { type Failure, type Result, resultOf } from '../../customs/result.ts'
import {
  applyMending,
  goodsDataMendingSchema,
  mendableOfItem,
  otherCurrency,
} from './mend-goods-data.ts'

const { quantity, unitPrice } = orderLineSchema.properties
const { goodsItems: _mended, ...ofTheWhole } = goodsDataMendingSchema.properties

/**
 * Goods data as they should have been declared; what is absent stays. Beside what can be mended before
 * the declaration it takes the number and the price of the pieces: other goods may have come than were
 * ordered, or the invoice may say otherwise.
 */
export const amendedGoodsSchema = Type.Object(
  {
    ...ofTheWhole,
    goodsItems: Type.Optional(
      Type.Array(
        Type.Object(
          {
            ...mendableOfItem,
            quantity: Type.Optional(quantity),
            unitPrice: Type.Optional(unitPrice),
          },
          { additionalProperties: false },
        ),
        { maxItems: 99 },
      ),
    ),
  },
  {
    title: 'AmendedGoods',
    description: 'the goods data as they should have been declared',
    additionalProperties: false,
    minProperties: 1,
  },
)

/** The type of {@link amendedGoodsSchema}. */
export type AmendedGoods = Immutable<Static<typeof amendedGoodsSchema>>

/** The consignment as it should have been declared. Fails as {@link applyMending}. */
export function applyAmendment(
  consignment: Consignment,
  { goodsItems = [], ...whole }: AmendedGoods,
): Result<Consignment> {
  const mended = applyMending(consignment, {
    ...whole,
    goodsItems: goodsItems.map(({ quantity: _quantity, unitPrice: _unitPrice, ...facts }) => facts),
  })
  if (!mended.ok) return mended
  const amended = mended.value.goodsItems.map((item) => {
    const index = goodsItems.findIndex(({ itemNumber }) => itemNumber === item.itemNumber)
    const facts = goodsItems[index]
    return facts === undefined ? { item, faults: [] } : amendedItem(item, facts, index)
  })
  return resultOf(
    amended.flatMap(({ faults }) => faults),
    () => ({ ...mended.value, goodsItems: amended.map(({ item }) => item) }),
  )
}

type ItemAmendment = NonNullable<AmendedGoods['goodsItems']>[number]

/** The price of the item is multiplied out anew, in the currency of the others. */
function amendedItem(
  item: GoodsItem,
  facts: ItemAmendment,
  index: number,
): { readonly item: GoodsItem; readonly faults: readonly Failure[] } {
  const pieces = facts.quantity ?? item.quantity
  const price = facts.unitPrice ?? item.unitPrice
  const path = jsonPointer('goodsItems', index, 'unitPrice')
  const faults =
    price.currency === item.unitPrice.currency
      ? checkCoins({ path, value: price, times: pieces })
      : [otherCurrency(path, price.currency, item.unitPrice.currency)]
  const linePrice = multiply(price, String(pieces) as DecimalText)
  return { item: { ...item, quantity: pieces, unitPrice: price, linePrice }, faults }
}
