import type {
  ColumnType,
  Generated,
  GeneratedAlways,
  Insertable,
  JSONColumnType,
  Selectable,
  Updateable,
} from 'kysely'

import type { CaseListTables } from './case-list-tables.ts'
import type { Json, OptionalTime, Time } from './columns.ts'
import type { ListDraftRowTable, ListDraftTable, ListMappingTable } from './list-draft-tables.ts'

export type { Json } from './columns.ts'

/**
 * The tables of the application's database, as the migrations in `migrations/` create them.
 * `jsonb` columns take and give plain values; times come back as `Date`.
 */
export interface Schema extends CaseListTables {
  readonly tenant: TenantTable
  readonly api_key: ApiKeyTable
  readonly person: PersonTable
  readonly sign_in_link: SignInLinkTable
  readonly passkey: PasskeyTable
  readonly person_session: PersonSessionTable
  readonly passkey_challenge: PasskeyChallengeTable
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
  readonly list_draft: ListDraftTable
  readonly list_draft_row: ListDraftRowTable
  readonly list_mapping: ListMappingTable
  readonly order_part: OrderPartTable
}

/** The only table whose policy goes by `id` itself rather than by `tenant_id`. */
export interface TenantTable {
  id: string
  name: string
  kind: 'purchasing-agent' | 'e-commerce-platform'
  /** `TraderProfile`. */
  profile: Json
  declare_when_ready: Generated<boolean>
  version: Generated<number>
  created_at: Time
}

/** A key by the hash of its secret; 256 random bits need no slow hash. */
export interface ApiKeyTable {
  id: string
  tenant_id: string
  name: string
  role: 'owner' | 'operator' | 'broker' | 'viewer'
  key_sha256: string
  /** The first characters of the secret, by which people tell keys apart. */
  key_hint: string
  created_at: Time
  expires_at: OptionalTime
  revoked_at: OptionalTime
}

/** Who signs in. Invited until `joined_at` is set; name and e-mail are in the personal record. */
export interface PersonTable {
  id: string
  tenant_id: string
  personal_record_id: string
  role: 'owner' | 'operator' | 'broker' | 'viewer'
  version: Generated<number>
  created_at: Time
  joined_at: OptionalTime
  disabled_at: OptionalTime
  erased_at: OptionalTime
}

/** A link that lets a person in once, by the hash of its secret. */
export interface SignInLinkTable {
  id: string
  tenant_id: string
  person_id: string
  secret_sha256: string
  created_at: Time
  expires_at: Time
  used_at: OptionalTime
}

/** The public half of a passkey; the other half never leaves the person's device. */
export interface PasskeyTable {
  id: string
  tenant_id: string
  person_id: string
  /** As the authenticator names it, base64url. */
  credential_id: string
  public_key: Buffer
  /** How often the authenticator says it was used; 0 for those that do not count. */
  use_count: ColumnType<string, number, number>
  transports: Json
  name: string
  created_at: Time
  last_used_at: OptionalTime
}

/** Where a person is signed in, by the hash of the cookie's secret. */
export interface PersonSessionTable {
  id: string
  tenant_id: string
  person_id: string
  secret_sha256: string
  signed_in_with: 'link' | 'passkey'
  /** Browser and system in a few words; null where the browser did not say. */
  device: string | null
  created_at: Time
  last_seen_at: Time
  ended_at: OptionalTime
}

/** What a passkey has to sign, hashed together with what it is for; it belongs to no tenant. */
export interface PasskeyChallengeTable {
  challenge_sha256: string
  expires_at: Time
}

/** Who changed what can be entered or read; insert-only by grant. */
export interface AuditEntryTable {
  id: Generated<string>
  tenant_id: string
  actor: Json
  action: string
  subject: string
  detail: Json
  at: Time
}

/** The answer to a change, for its repetition, stored in the transaction of the change. */
export interface IdempotencyRecordTable {
  tenant_id: string
  key: string
  /** Hash of method, address and content: the same key with another request is refused. */
  request_sha256: string
  status: number | null
  response: JSONColumnType<object | null, string | null, string | null>
  created_at: Time
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
  actor: Json
  cause: Json
  at: Time
}

/** Personal values apart from the record that refers to them, so that they can be erased. */
export interface PersonalRecordTable {
  id: string
  tenant_id: string
  /** Value by reference. */
  fields: Json
  created_at: Time
  erased_at: OptionalTime
}

/**
 * The present state of a case, which can be built anew from its events; the columns serve lists.
 */
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
  /** References of the declaration in force. */
  lrn: string | null
  mrn: string | null
  /** Currency and amount in fixed width, by which values are sorted and compared; empty without one. */
  value_key: GeneratedAlways<string>
  /** What was quoted as due at import and what the authority has assessed, in `due_currency`. */
  due_currency: string | null
  due_quoted: string | null
  due_assessed: string | null
  assessed_at: OptionalTime
  released_at: OptionalTime
  /** Number of the transaction of the last change. */
  changed_in: Generated<string>
  /** Sequence of the last event that is folded in. */
  version: number
  /** `CaseState`. */
  snapshot: Json
  opened_at: Time
  updated_at: Time
}

/** Which orders a case clears; an order is in one case at most. */
export interface CaseOrderTable {
  tenant_id: string
  case_id: string
  order_id: string
}

/** The record of a case: insert-only by grant, `sequence` from 1 without gaps. */
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

/** Large facts that events refer to by id and hash; insert-only by grant. */
export interface CaseFactTable {
  id: string
  tenant_id: string
  case_id: string
  kind: string
  sha256: string
  data: Json
  created_at: Time
}

/** Uploaded papers and warehouse photographs. An erasure empties the bytes and keeps the hash. */
export interface AttachmentTable {
  id: string
  tenant_id: string
  /** Null for photographs, which are taken before there is a case. */
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

/** One side of a posting; a trigger refuses a commit in which a posting does not balance. */
export interface LedgerEntryTable {
  id: Generated<string>
  tenant_id: string
  case_id: string
  posting_id: string
  account: string
  /** Debit positive, credit negative, as decimal text. */
  amount: string
  currency: string
  memo: string
  event_sequence: number
  at: Time
}

/** The outbox: the exact bytes are committed before anything is sent, and never change. */
export interface ExchangeMessageTable {
  id: string
  tenant_id: string
  case_id: string
  channel: string
  kind: 'declaration' | 'arrival' | 'cancellation' | 'document'
  lrn: string
  ducr: string
  /** What it is about: reference of the case, or the MRN once there is one. */
  subject: string
  body: Buffer
  sha256: string
  state: 'due' | 'sending' | 'unknown' | 'sent' | 'refused' | 'dead'
  attempts: Generated<number>
  /** Next attempt; while `sending`, the end of the lease of the worker that sends. */
  due_at: Time
  conversation_id: string | null
  last_error: string | null
  created_at: Time
  sent_at: OptionalTime
  erased_at: OptionalTime
}

/** What an authority said, committed before it is acknowledged; repeats add nothing. */
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
  /** `Notification`. */
  parsed: Json
  received_at: Time
  erased_at: OptionalTime
}

/** Messages that nobody here waits for or that cannot be read; they belong to no tenant. */
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

/** When the next message may go out on a channel: one pace for all nodes. */
export interface ChannelPaceTable {
  channel: string
  next_at: Time
}

/** A link for the shopper, kept by the hash of its token; whoever has the token may look. */
export interface TrackingLinkTable {
  id: string
  tenant_id: string
  case_id: string
  token_sha256: string
  created_at: Time
  revoked_at: OptionalTime
}

/** Where a tenant wants to be told of milestones. */
export interface WebhookEndpointTable {
  id: string
  tenant_id: string
  url: string
  /** The signing secret, encrypted with the row's id: moved to another row it stays shut. */
  sealed_secret: string
  event_types: Json
  created_at: Time
  disabled_at: OptionalTime
}

/** The outbox of webhooks and mails. `dead` has failed for good and waits for a person. */
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

/** An order that holds a part of the goods of another one; insert-only by grant. */
export interface OrderPartTable {
  tenant_id: string
  order_id: string
  part_of: string
}

/** A row as a query gives it: times are `Date`, JSON is parsed. */
export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>

/** What an insert takes: generated columns may be left out, JSON goes in as text. */
export type NewRow<Table extends keyof Schema> = Insertable<Schema[Table]>

/** What an update takes, every column optional. */
export type RowChange<Table extends keyof Schema> = Updateable<Schema[Table]>
