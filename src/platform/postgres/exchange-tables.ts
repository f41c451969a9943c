import type { Generated } from 'kysely'

import type { Json, OptionalTime, Time } from './columns.ts'

/** What goes to authorities and tenants, and what comes back. */
export interface ExchangeTables {
  readonly exchange_message: ExchangeMessageTable
  readonly exchange_notification: ExchangeNotificationTable
  readonly message_decision: MessageDecisionTable
  readonly stray_notification: StrayNotificationTable
  readonly exchange_attempt: ExchangeAttemptTable
  readonly channel_pace: ChannelPaceTable
  readonly channel_state: ChannelStateTable
  readonly channel_share: ChannelShareTable
  readonly webhook_endpoint: WebhookEndpointTable
  readonly delivery: DeliveryTable
}

/** The outbox: the exact bytes are committed before anything is sent, and never change. */
export interface ExchangeMessageTable {
  id: string
  tenant_id: string
  /** Absent of a letter that is about no case. */
  case_id: string | null
  channel: string
  kind:
    | 'declaration'
    | 'supplementary'
    | 'arrival'
    | 'cancellation'
    | 'amendment'
    | 'document'
    | 'letter'
  lrn: string
  ducr: string
  /** What it is about: reference of the case, or the MRN once there is one. */
  subject: string
  body: Buffer
  sha256: string
  /** `set-aside` is a dead one that a person has decided not to send any more. */
  state: 'due' | 'sending' | 'unknown' | 'sent' | 'refused' | 'dead' | 'set-aside'
  attempts: Generated<number>
  /** Next attempt; while `sending`, the end of the lease of the worker that sends. */
  due_at: Time
  /** The latest attempt: while `sending`, the one that holds the lease. */
  attempt_id: string | null
  conversation_id: string | null
  last_error: string | null
  /** What alone can help it: it waits for that and is not given up. */
  waits_for: 'connection' | null
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

/** What a person has decided about a message that could not be delivered; insert-only by grant. */
export interface MessageDecisionTable {
  id: string
  tenant_id: string
  message_id: string
  decision: 'replayed' | 'set-aside'
  reason: string | null
  /** `Actor`. */
  actor: Json
  /** `MessageBefore`. */
  before: Json
  decided_at: Time
}

/**
 * Messages that nobody here waits for or that cannot be read; they belong to no tenant. A tenant sees
 * those that answer a message of its own, which row-level security finds out.
 */
export interface StrayNotificationTable {
  id: string
  channel: string
  conversation_id: string | null
  /** The references that it names, absent where it cannot be read. */
  lrn: string | null
  mrn: string | null
  sha256: string
  body: Buffer
  why: string
  received_at: Time
  erased_at: OptionalTime
  /** What became of it, by whom, when and why; absent while it waits for a person. */
  outcome: 'assigned' | 'set-aside' | null
  settled_at: OptionalTime
  /** `Actor`. */
  settled_by: Json | null
  settled_why: string | null
  /** The case that it was stored for once it was found to belong there. */
  case_id: string | null
}

/** When the next message may go out on a channel: one pace for all nodes. */
export interface ChannelPaceTable {
  channel: string
  next_at: Time
  /** In requests; where the turn of the tenant began that was served last. PostgreSQL's `bigint`. */
  virtual_time: Generated<string>
}

/** One attempt to bring a message to an authority; without an end it is under way. */
export interface ExchangeAttemptTable {
  id: string
  tenant_id: string
  message_id: string
  channel: string
  /** Which process made it. */
  node: string
  started_at: Time
  ended_at: OptionalTime
  /** Of its requests alone, without the waiting for a turn. */
  latency_ms: number | null
  /** `known`: the authority had the message already. `abandoned`: its sender did not come back. */
  outcome: 'delivered' | 'known' | 'refused' | 'not-sent' | 'unknown' | 'abandoned' | null
  /** Status of the last answer, where there was one. */
  http_status: number | null
  why: string | null
}

/** How a channel does, for all tenants together: its circuit breaker and what it told last. */
export interface ChannelStateTable {
  channel: string
  state: 'closed' | 'open' | 'half-open'
  /** In a row. */
  failures: Generated<number>
  /** In a row; the pauses grow by it. */
  openings: Generated<number>
  opened_at: OptionalTime
  retry_at: OptionalTime
  last_error: string | null
  last_error_at: OptionalTime
  last_success_at: OptionalTime
}

/** What a tenant has had of a channel, for turns to be shared fairly. */
export interface ChannelShareTable {
  channel: string
  tenant_id: string
  /** In requests, on the scale of the channel's virtual time. PostgreSQL's `bigint`. */
  finish: string
  served_at: Time
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
