import { jsonPointer } from '../json-pointer.ts'
import { addDecimals, type DecimalText, toBig } from '../money/decimal.ts'
import { minorUnitDecimals, multiply } from '../money/money.ts'
import { type Failure, resultOf, type Result, success } from '../result.ts'
import type { GoodsItem } from './consignment.ts'
import type { GoodsReceipt } from './goods-receipt.ts'

/**
 * Puts what was counted and weighed at the warehouse in the place of what was ordered. Where goods
 * went through a warehouse at all, only pieces that were received travel, and a declaration of others
 * would be false: an item follows its received quantity, and one of which nothing came is left out.
 *
 * Refused are receipts of more than was ordered, and orders of which nothing came.
 *
 * @param items with `itemNumber` still the line number within the order
 * @param receipts absent where the goods did not pass through a warehouse
 */
export function weighGoods(
  items: readonly GoodsItem[],
  receipts: readonly GoodsReceipt[] | undefined,
): Result<readonly GoodsItem[]> {
  if (receipts === undefined) return success(items)
  const came = items.map((item) => ({
    item,
    receipts: receipts.filter((receipt) => belongsTo(receipt, item)),
  }))
  const failures = [
    ...receipts.flatMap((receipt, index) => strangeReceipt(receipt, index, items)),
    ...emptyOrders(came),
    ...came.flatMap(impossibleQuantity),
  ]
  return resultOf(failures, () =>
    came.filter((goods) => goods.receipts.length > 0).map((goods) => weighed(goods)),
  )
}

/** A goods item with what was received of it. */
interface CameGoods {
  readonly item: GoodsItem
  readonly receipts: readonly GoodsReceipt[]
}

/** Whether pieces were received for this item; an item is still numbered as its order line here. */
function belongsTo(receipt: GoodsReceipt, item: GoodsItem): boolean {
  return receipt.orderReference === item.orderReference && receipt.lineNumber === item.itemNumber
}

/** A receipt that fits no item was written for other goods, or with a wrong number. */
function strangeReceipt(
  receipt: GoodsReceipt,
  index: number,
  items: readonly GoodsItem[],
): readonly Failure[] {
  if (items.some((item) => belongsTo(receipt, item))) return []
  return [
    {
      code: 'not-found',
      path: jsonPointer('receipts', index),
      message: `Goods were received for line ${receipt.lineNumber} of ${receipt.orderReference}, which is not in this shipment.`,
      mend: 'Correct the order reference or the line number of the receipt.',
      zh: {
        message: `已为订单 ${receipt.orderReference} 第${receipt.lineNumber}行入库，但该行不在此集运批次中。`,
        mend: '请更正入库记录的订单号或行号。',
      },
    },
  ]
}

/** An order of which nothing came would be declared as goods that nobody has. */
function emptyOrders(came: readonly CameGoods[]): readonly Failure[] {
  const references = new Set(came.map(({ item }) => item.orderReference))
  const received = new Set(
    came.flatMap(({ item, receipts }) => (receipts.length > 0 ? [item.orderReference] : [])),
  )
  const empty = [...references].filter((reference) => !received.has(reference))
  return empty.map((reference) => ({
    code: 'goods-not-received',
    path: jsonPointer('orders', reference),
    message: `Nothing of order ${reference} was received.`,
    mend: 'Take the order out of the shipment until its goods have come.',
    zh: {
      message: `订单 ${reference} 没有任何货物入库。`,
      mend: '请先将该订单移出集运批次，待货物到齐后再加入。',
    },
  }))
}

/** Pieces received of an item, over all receipts. */
function receivedPieces({ receipts }: CameGoods): number {
  return receipts.reduce((sum, receipt) => sum + receipt.quantity, 0)
}

/** More than was ordered has no price; a part of it may come to a price that no coin can pay. */
function impossibleQuantity(goods: CameGoods): readonly Failure[] {
  const { item } = goods
  const received = receivedPieces(goods)
  const at = (name: string) =>
    jsonPointer('orders', item.orderReference, 'lines', item.itemNumber - 1, name)
  if (received > item.quantity) {
    return [
      {
        code: 'goods-surplus',
        path: at('quantity'),
        message: `Line ${item.itemNumber} of ${item.orderReference} orders ${item.quantity} pieces, ${received} were received.`,
        mend: 'Keep the surplus apart; it was not bought and cannot be declared with the rest.',
        zh: {
          message: `订单 ${item.orderReference} 第${item.itemNumber}行订购${item.quantity}件，实收${received}件。`,
          mend: '请将多出的货物单独存放；它们并未购买，不能与其余货物一并申报。',
        },
      },
    ]
  }
  const { amount, currency } = priceOf(item, received)
  const decimals = minorUnitDecimals(currency)
  if (toBig(amount).round(decimals, 0).eq(toBig(amount))) return []
  return [
    {
      code: 'invalid-input',
      path: at('unitPrice'),
      message: `${received} pieces come to ${amount} ${currency}, which cannot be paid.`,
      mend: 'Wait for the rest, or have the seller state the price of what came.',
      zh: {
        message: `${received}件合计${amount} ${currency}，该金额无法支付。`,
        mend: '请等待其余货物到货，或由卖方给出已到货物的价格。',
      },
    },
  ]
}

function priceOf({ unitPrice }: GoodsItem, pieces: number) {
  return multiply(unitPrice, String(pieces) as DecimalText)
}

/** The item with what was counted and measured in the place of what the order stated. */
function weighed(goods: CameGoods): GoodsItem {
  const quantity = receivedPieces(goods)
  const { netWeightKg: _, ...item } =
    quantity === goods.item.quantity ? goods.item : withoutAmounts(goods.item)
  const netWeightKg = netWeightKgOf(goods)
  return {
    ...item,
    quantity,
    linePrice: priceOf(item, quantity),
    ...(netWeightKg !== undefined && { netWeightKg }),
    grossWeightKg: addDecimals(...goods.receipts.map((receipt) => receipt.grossWeightKg)),
  }
}

/**
 * A net weight counts as measured only where every receipt of the item states one. The stated one is
 * that of all pieces, so of a part of them it is a fact that is missing.
 */
function netWeightKgOf(goods: CameGoods): DecimalText | undefined {
  const measured = goods.receipts.flatMap(({ netWeightKg }) => netWeightKg ?? [])
  if (measured.length === goods.receipts.length) return addDecimals(...measured)
  return receivedPieces(goods) === goods.item.quantity ? goods.item.netWeightKg : undefined
}

/** Amounts in other units are those of all pieces, so of a part of them they are facts that are missing. */
function withoutAmounts(ordered: GoodsItem): GoodsItem {
  const { supplementaryQuantity: _, quantities: __, ...item } = ordered
  return item
}
