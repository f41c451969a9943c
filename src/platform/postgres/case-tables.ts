import type { Generated, GeneratedAlways } from 'kysely'

import type { Json, OptionalTime, Time } from './columns.ts'

/** A case, its record and its books. */
export interface CaseTables {
  readonly clearance_case: ClearanceCaseTable
  readonly case_order: CaseOrderTable
  readonly case_event: CaseEventTable
  readonly case_fact: CaseFactTable
  readonly attachment: AttachmentTable
  readonly ledger_entry: LedgerEntryTable
  readonly tracking_link: TrackingLinkTable
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
  /** The next day on which something is to be said of a supplementary declaration that is owed. */
  supplementary_attention_on: string | null
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

/** A link for the shopper, kept by the hash of its token; whoever has the token may look. */
export interface TrackingLinkTable {
  id: string
  tenant_id: string
  case_id: string
  token_sha256: string
  created_at: Time
  revoked_at: OptionalTime
}
