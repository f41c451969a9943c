import type {
  ColumnType,
  Generated,
  Insertable,
  JSONColumnType,
  Selectable,
  Updateable,
} from 'kysely'

/**
 * The tables of the application's database, as the migrations in `migrations/` create them.
 * `jsonb` columns take and give plain values; times come back as `Date`.
 */
export interface Schema {
  readonly tenant: TenantTable
  readonly api_key: ApiKeyTable
  readonly audit_entry: AuditEntryTable
  readonly idempotency_record: IdempotencyRecordTable
  readonly customer_order: CustomerOrderTable
  readonly order_event: OrderEventTable
  readonly personal_record: PersonalRecordTable
  readonly clearance_case: ClearanceCaseTable
  readonly case_order: CaseOrderTable
  readonly case_event: CaseEventTable
  readonly case_fact: CaseFactTable
  readonly attachment: AttachmentTable
  readonly ledger_entry: LedgerEntryTable
  readonly exchange_message: ExchangeMessageTable
  readonly exchange_notification: ExchangeNotificationTable
  readonly stray_notification: StrayNotificationTable
  readonly channel_pace: ChannelPaceTable
  readonly tracking_link: TrackingLinkTable
  readonly webhook_endpoint: WebhookEndpointTable
  readonly delivery: DeliveryTable
  readonly purchase_list: PurchaseListTable
  readonly warehouse_receipt: WarehouseReceiptTable
  readonly set_apart_goods: SetApartGoodsTable
  readonly shipment: ShipmentTable
  readonly shipment_order: ShipmentOrderTable
}

/** JSON that goes in as text and comes out parsed. */
export type Json = JSONColumnType<object>
type Time = ColumnType<Date, Date | string, Date | string>
type OptionalTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export interface TenantTable {
  id: string
  name: string
  kind: 'purchasing-agent' | 'e-commerce-platform'
  profile: Json
  declare_when_ready: Generated<boolean>
  version: Generated<number>
  created_at: Time
}

export interface ApiKeyTable {
  id: string
  tenant_id: string
  name: string
  role: 'owner' | 'operator' | 'broker' | 'viewer'
  key_sha256: string
  key_hint: string
  created_at: Time
  expires_at: OptionalTime
  revoked_at: OptionalTime
}

export interface AuditEntryTable {
  id: Generated<string>
  tenant_id: string
  actor: Json
  action: string
  subject: string
  detail: Json
  at: Time
}

export interface IdempotencyRecordTable {
  tenant_id: string
  key: string
  request_sha256: string
  status: number | null
  response: JSONColumnType<object | null, string | null, string | null>
  created_at: Time
}

export interface CustomerOrderTable {
  id: string
  tenant_id: string
  reference: string
  channel: string
  state: 'received' | 'partly-received' | 'in-warehouse' | 'consigned' | 'sent-back' | 'cancelled'
  buyer_key: string
  data: Json
  created_at: Time
}

export interface OrderEventTable {
  id: Generated<string>
  tenant_id: string
  order_id: string
  type: string
  state: string
  reason: string | null
  actor: Json
  cause: Json
  at: Time
}

export interface PersonalRecordTable {
  id: string
  tenant_id: string
  fields: Json
  created_at: Time
  erased_at: OptionalTime
}

export interface ClearanceCaseTable {
  id: string
  tenant_id: string
  reference: string
  state: string
  lane: string | null
  destination: string
  value_amount: string | null
  value_currency: string | null
  waiting_for: string | null
  waiting_since: OptionalTime
  version: number
  snapshot: Json
  opened_at: Time
  updated_at: Time
}

export interface CaseOrderTable {
  tenant_id: string
  case_id: string
  order_id: string
}

export interface CaseEventTable {
  tenant_id: string
  case_id: string
  sequence: number
  type: string
  schema_version: number
  at: Time
  actor: Json
  cause: Json
  data: Json
}

export interface CaseFactTable {
  id: string
  tenant_id: string
  case_id: string
  kind: string
  sha256: string
  data: Json
  created_at: Time
}

export interface AttachmentTable {
  id: string
  tenant_id: string
  case_id: string | null
  kind: string
  file_name: string
  media_type: string
  size_bytes: number
  sha256: string
  content: Buffer
  created_at: Time
  erased_at: OptionalTime
}

export interface LedgerEntryTable {
  id: Generated<string>
  tenant_id: string
  case_id: string
  posting_id: string
  account: string
  amount: string
  currency: string
  memo: string
  event_sequence: number
  at: Time
}

export interface ExchangeMessageTable {
  id: string
  tenant_id: string
  case_id: string
  channel: string
  kind: 'declaration' | 'arrival' | 'cancellation' | 'document'
  lrn: string
  ducr: string
  subject: string
  body: Buffer
  sha256: string
  state: 'due' | 'sending' | 'unknown' | 'sent' | 'refused' | 'dead'
  attempts: Generated<number>
  due_at: Time
  conversation_id: string | null
  last_error: string | null
  created_at: Time
  sent_at: OptionalTime
  erased_at: OptionalTime
}

export interface ExchangeNotificationTable {
  id: string
  tenant_id: string
  case_id: string
  message_id: string
  channel: string
  notification_id: string
  function_code: string
  body: Buffer
  sha256: string
  parsed: Json
  received_at: Time
  erased_at: OptionalTime
}

export interface StrayNotificationTable {
  id: string
  channel: string
  conversation_id: string | null
  sha256: string
  body: Buffer
  why: string
  received_at: Time
  erased_at: OptionalTime
}

export interface ChannelPaceTable {
  channel: string
  next_at: Time
}

export interface TrackingLinkTable {
  id: string
  tenant_id: string
  case_id: string
  token_sha256: string
  created_at: Time
  revoked_at: OptionalTime
}

export interface WebhookEndpointTable {
  id: string
  tenant_id: string
  url: string
  sealed_secret: string
  event_types: Json
  created_at: Time
  disabled_at: OptionalTime
}

export interface DeliveryTable {
  id: string
  tenant_id: string
  case_id: string | null
  kind: 'webhook' | 'email'
  endpoint_id: string | null
  payload: Json
  state: 'due' | 'delivered' | 'dead'
  attempts: Generated<number>
  due_at: Time
  last_error: string | null
  created_at: Time
  delivered_at: OptionalTime
}

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

export interface WarehouseReceiptTable {
  id: string
  tenant_id: string
  order_id: string
  received_at: Time
  lines: Json
  packages: Json
  photo_ids: Json
  received_by: Json
  differences: Json
}

export interface SetApartGoodsTable {
  id: string
  tenant_id: string
  receipt_id: string
  order_id: string
  kind: 'surplus' | 'damaged' | 'wrong-goods'
  line_number: number | null
  quantity: number
  description: string
  state: 'kept-apart' | 'sent-back' | 'disposed-of'
  settled_reason: string | null
  settled_by: ColumnType<object | null, string | null | undefined, string | null>
  settled_at: OptionalTime
}

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

export interface ShipmentOrderTable {
  tenant_id: string
  shipment_id: string
  order_id: string
}

export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>
export type NewRow<Table extends keyof Schema> = Insertable<Schema[Table]>
export type RowChange<Table extends keyof Schema> = Updateable<Schema[Table]>
