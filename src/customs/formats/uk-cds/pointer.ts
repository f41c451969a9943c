/**
 * A pointer of CDS resolved to our terms. The steps as received are kept, because a pointer may
 * name a place that no table knows.
 */
export interface CdsPointer {
  /** Class ids with positions and the tag, as received: `42A.67A.68A.1.23A/137`. */
  readonly text: string
  /** Element path in the message: `Declaration/GoodsShipment/GovernmentAgencyGoodsItem[1]/...`. */
  readonly elementPath?: string
  /** JSON Pointer into our {@link Declaration}: `/goodsShipment/goodsItems/0/commodity/description`. */
  readonly fieldPath?: string
  /** Goods item number from 1 that it leads through, where it does. */
  readonly goodsItemNumber?: number
}
