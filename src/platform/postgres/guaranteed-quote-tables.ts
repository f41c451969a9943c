import type { Json, Time } from './columns.ts'

/** Quotes that a business stands by, and what became of them. */
export interface GuaranteedQuoteTables {
  readonly guaranteed_quote: GuaranteedQuoteTable
  readonly guaranteed_quote_entry: GuaranteedQuoteEntryTable
}

/** A quote with all that it was made from; never changed. */
export interface GuaranteedQuoteTable {
  id: string
  tenant_id: string
  /** The day whose law and rates it was made from. */
  quoted_for: string
  /** `QuoteRequest`, `LandedCost` and `QuoteSnapshot` as JSON, their fields in the order of their making. */
  sale: string
  quote: string
  quote_sha256: string
  snapshot: string
  actor: Json
  cause: Json
  made_at: Time
  expires_at: Time
}

/** Pieces that came back, or bills that came in, with what that comes to. */
export interface GuaranteedQuoteEntryTable {
  id: string
  tenant_id: string
  quote_id: string
  kind: 'amendment' | 'reconciliation'
  /** What was handed in, as the kind has it. */
  stated: Json
  /** What was worked out from it. */
  outcome: Json
  actor: Json
  cause: Json
  at: Time
}
