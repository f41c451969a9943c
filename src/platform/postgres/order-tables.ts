import type { ColumnType, Generated } from 'kysely'

import type { Json, OptionalTime, Time } from './columns.ts'

/** Orders, and what a purchasing agent does with their goods before there is a case. */
export interface OrderTables {
  readonly customer_order: CustomerOrderTable
  readonly order_event: OrderEventTable
  readonly order_search_term: OrderSearchTermTable
  readonly order_part: OrderPartTable
  readonly purchase_list: PurchaseListTable
  readonly warehouse_receipt: WarehouseReceiptTable
  readonly set_apart_goods: SetApartGoodsTable
  readonly shipment: ShipmentTable
  readonly shipment_order: ShipmentOrderTable
}

/** What a shop, marketplace or agent has handed in. `(tenant_id, reference)` is unique. */
export interface CustomerOrderTable {
  id: string
  tenant_id: string
  reference: string
  channel: string
  state:
    | 'received'
    | 'partly-received'
    | 'in-warehouse'
    | 'consigned'
    | 'sent-back'
    | 'cancelled'
    | 'divided'
  /** Hash of buyer and address: the same for all orders of one buyer at one address. */
  buyer_key: string
  /** `Order`, with references in the place of personal values. */
  data: Json
  created_at: Time
}

/** The history of an order, one row an event; insert-only by grant. */
export interface OrderEventTable {
  id: Generated<string>
  tenant_id: string
  order_id: string
  type: string
  state: string
  reason: string | null
  /** What the event says besides, with references in the place of personal values. */
  details: Json | null
  actor: Json
  cause: Json
  at: Time
}

/** The words by which an order is found; those of private persons are removed by an erasure. */
export interface OrderSearchTermTable {
  tenant_id: string
  order_id: string
  about: 'reference' | 'buyer' | 'seller'
  term: string
  is_personal: boolean
}

/** An order that holds a part of the goods of another one; insert-only by grant. */
export interface OrderPartTable {
  tenant_id: string
  order_id: string
  part_of: string
}

/** An imported list by its hash, with what became of each row; the file itself is not kept. */
export interface PurchaseListTable {
  id: string
  tenant_id: string
  name: string
  sha256: string
  findings: Json
  rows_total: number
  rows_accepted: number
  created_at: Time
}

/** What was counted and weighed when goods of an order came; an order may have several. */
export interface WarehouseReceiptTable {
  id: string
  tenant_id: string
  order_id: string
  received_at: Time
  lines: Json
  packages: Json
  photo_ids: Json
  received_by: Json
  /** What came otherwise than ordered. */
  differences: Json
}

/** Pieces that came and are not sent on. Their number never changes, only their fate. */
export interface SetApartGoodsTable {
  id: string
  tenant_id: string
  receipt_id: string
  order_id: string
  kind: 'surplus' | 'late' | 'damaged' | 'wrong-goods'
  line_number: number | null
  quantity: number
  description: string
  state: 'kept-apart' | 'sent-back' | 'disposed-of'
  settled_reason: string | null
  settled_by: ColumnType<object | null, string | null | undefined, string | null>
  settled_at: OptionalTime
}

/** Orders of several buyers that travel together; `split` once each consignment has its case. */
export interface ShipmentTable {
  id: string
  tenant_id: string
  reference: string
  state: 'open' | 'split'
  transport: Json
  freight: Json
  insurance: Json
  created_at: Time
}

/** Which orders a shipment holds; an order is in one shipment at most. */
export interface ShipmentOrderTable {
  tenant_id: string
  shipment_id: string
  order_id: string
}
