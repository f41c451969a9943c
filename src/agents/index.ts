export { readBuyersBill } from './bill/read-buyers-bill.ts'
export { billLineKinds, billLineStandings } from './bill/bill-line.ts'
export type { BuyersBill } from './bill/buyers-bill.ts'
export { importChargesBases } from './bill/import-charges.ts'
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
export { erasePhotographs, keepGoodsPhoto, readGoodsPhoto } from './warehouse/goods-photo.ts'
export type { ReceiptDifference } from './warehouse/compare-receipt.ts'
export { receiveGoods, type RecordedReceipt } from './warehouse/receive-goods.ts'
export {
  listSetApartGoods,
  setApartKinds,
  setApartOutcomes,
  setApartStates,
  settleSetApartGoods,
  type SetApartGoods,
} from './warehouse/set-apart-goods.ts'
export { settleShortage, warehouseChoices } from './warehouse/settle-shortage.ts'
export { listReceipts, readReceipt, type WarehouseReceipt } from './warehouse/warehouse-receipt.ts'
