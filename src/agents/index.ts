export { readBuyersBill } from './bill/read-buyers-bill.ts'
export { billLineKinds, importChargesBases, type BuyersBill } from './bill/buyers-bill.ts'
export { orderLifeCycle, type OrderEvent, type OrderState } from './order-life-cycle.ts'
export {
  importPurchaseList,
  listImportedLists,
  readImportedList,
  type ImportedList,
} from './purchase-list/import-purchase-list.ts'
export type { ListFinding } from './purchase-list/list-finding.ts'
export { purchaseListColumns } from './purchase-list/purchase-list-columns.ts'
export { PURCHASE_LIST_BYTES_MAX, readPurchaseList } from './purchase-list/read-purchase-list.ts'
export { findingsTable, purchaseListTemplate } from './purchase-list/write-table.ts'
export { addToShipment, openShipment, removeFromShipment } from './shipments/fill-shipment.ts'
export { listShipments, readShipment, type Shipment } from './shipments/shipment.ts'
export { splitOpenShipment, type SplitShipment } from './shipments/split-open-shipment.ts'
export { keepGoodsPhoto, readGoodsPhoto } from './warehouse/goods-photo.ts'
export {
  listReceipts,
  readReceipt,
  receiveGoods,
  type RecordedReceipt,
  type WarehouseReceipt,
} from './warehouse/receive-goods.ts'
