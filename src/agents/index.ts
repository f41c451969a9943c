export { readBuyersBill, type BuyersCase } from './bill/read-buyers-bill.ts'
export { listBuyers, readBuyer, readOrderIdsOfBuyer, type Buyer } from './buyers/buyer.ts'
export { billLineKinds, billLineStandings } from './bill/bill-line.ts'
export type { BuyersBill } from './bill/buyers-bill.ts'
export { importChargesBases } from './bill/import-charges.ts'
export { changeListDraft, type ListDraftChange } from './list-drafts/change-list-draft.ts'
export { mappingBases } from './list-drafts/draft-column.ts'
export { eraseListDrafts } from './list-drafts/erase-list-drafts.ts'
export {
  discardListDraft,
  draftRowStates,
  listListDrafts,
  readDraftRows,
  readListDraft,
  readSamples,
  type ListDraft,
  type ListDraftRow,
} from './list-drafts/list-draft.ts'
export { missingColumnsOf } from './list-drafts/check-draft.ts'
export { cellsToFill } from './list-drafts/mend-cells.ts'
export { openListDraft } from './list-drafts/open-list-draft.ts'
export { DRAFT_BYTES_MAX, DRAFT_ROWS_MAX } from './list-drafts/read-draft-file.ts'
export { readAllRows } from './list-drafts/store-draft-rows.ts'
export { sweepListDrafts } from './list-drafts/sweep-list-drafts.ts'
export { takeOrders } from './list-drafts/take-orders.ts'
export { encodings } from './purchase-list/decode-purchase-list.ts'
export {
  importPurchaseList,
  listImportedLists,
  readImportedList,
  type ImportedList,
} from './purchase-list/import-purchase-list.ts'
export type { ListFinding } from './purchase-list/list-finding.ts'
export { listComposition } from './purchase-list/list-composition.ts'
export { listFormatOf, purchaseListFormat } from './purchase-list/list-format.ts'
export { purchaseListColumns, type CellForm } from './purchase-list/purchase-list-columns.ts'
export { PURCHASE_LIST_BYTES_MAX, readPurchaseList } from './purchase-list/read-purchase-list.ts'
export { findingsTable, listTemplate, purchaseListTemplate } from './purchase-list/write-table.ts'
export {
  giveUpShipment,
  moveToNewShipment,
  moveToShipment,
  restateShipment,
} from './shipments/change-shipment.ts'
export { changeOrderTerms } from './shipments/change-order-terms.ts'
export { addToShipment, openShipment, removeFromShipment } from './shipments/fill-shipment.ts'
export { previewShipment, type PlannedParcel } from './shipments/preview-shipment.ts'
export {
  contentsOf,
  listShipments,
  readShipment,
  type SeenShipment,
  type Shipment,
} from './shipments/shipment.ts'
export { splitOpenShipment, type SplitShipment } from './shipments/split-open-shipment.ts'
export { divideOrder } from './warehouse/divide-order.ts'
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
export { countWaitingWork } from './warehouse/waiting-work.ts'
export { listStock, type StockOrder } from './warehouse/warehouse-stock.ts'
