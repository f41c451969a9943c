import { type ElementNode, structureTable } from '../structure/structure-table.ts'
import { fragments } from './structure/fragments.ts'
import { goodsItemTable } from './structure/goods-item-table.ts'
import { goodsShipmentTable } from './structure/goods-shipment-table.ts'
import { headerTable } from './structure/header-table.ts'

const withGoodsItem = new Map(fragments).set('goodsItem', structureTable(goodsItemTable, fragments))
const withGoodsShipment = new Map(fragments).set(
  'goodsShipment',
  structureTable(goodsShipmentTable, withGoodsItem),
)

/**
 * The structure of a CDS declaration: every element, its order, occurrences and format, and the
 * field of our model that holds it. Reading, writing, the structure check and the resolution of
 * pointers all follow this one table.
 */
export const declarationStructure: ElementNode & {
  readonly content: { readonly kind: 'group'; readonly children: readonly ElementNode[] }
} = {
  element: 'Declaration',
  wcoId: '42A',
  minimum: 1,
  maximum: 1,
  field: 'declaration',
  content: { kind: 'group', children: structureTable(headerTable, withGoodsShipment) },
}
