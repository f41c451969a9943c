import { jsonPointer } from '../json-pointer.ts'
import { addDecimals, type DecimalText } from '../money/decimal.ts'
import { type Failure, resultOf, type Result, success } from '../result.ts'
import type { GoodsItem } from './consignment.ts'
import type { GoodsReceipt } from './goods-receipt.ts'

/**
 * Puts the weights measured at the warehouse in the place of stated ones. Where goods went through
 * a warehouse at all, every piece must have been received: pieces that did not arrive do not travel,
 * and a declaration of them would be false.
 *
 * @param items with `itemNumber` still the line number within the order
 * @param receipts absent where the goods did not pass through a warehouse
 */
export function weighGoods(
  items: readonly GoodsItem[],
  receipts: readonly GoodsReceipt[] | undefined,
): Result<readonly GoodsItem[]> {
  if (receipts === undefined) return success(items)
  const receiptsOf = (item: GoodsItem) => receipts.filter((receipt) => belongsTo(receipt, item))
  const failures = [
    ...receipts.flatMap((receipt, index) => strangeReceipt(receipt, index, items)),
    ...items.flatMap((item) => incompleteItem(item, receiptsOf(item))),
  ]
  return resultOf(failures, () => items.map((item) => weighed(item, receiptsOf(item))))
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
    },
  ]
}

/**
 * Too many pieces are as wrong as too few: the declaration would state another quantity than
 * travels.
 */
function incompleteItem(item: GoodsItem, receipts: readonly GoodsReceipt[]): readonly Failure[] {
  const received = receipts.reduce((sum, receipt) => sum + receipt.quantity, 0)
  if (received === item.quantity) return []
  return [
    {
      code: 'goods-not-received',
      path: jsonPointer('orders', item.orderReference, 'lines', item.itemNumber - 1, 'quantity'),
      message: `Line ${item.itemNumber} of ${item.orderReference} orders ${item.quantity} pieces, ${received} were received.`,
      mend: 'Wait for the missing pieces, correct the count, or change the order to what travels.',
    },
  ]
}

/** The item with the sums of what was measured in the place of what the order stated. */
function weighed(item: GoodsItem, receipts: readonly GoodsReceipt[]): GoodsItem {
  const netWeights = receipts.flatMap(({ netWeightKg }): readonly DecimalText[] =>
    netWeightKg === undefined ? [] : [netWeightKg],
  )
  return {
    ...item,
    grossWeightKg: addDecimals(...receipts.map((receipt) => receipt.grossWeightKg)),
    // A net weight counts as measured only where every receipt of the item states one.
    ...(netWeights.length === receipts.length && { netWeightKg: addDecimals(...netWeights) }),
  }
}
