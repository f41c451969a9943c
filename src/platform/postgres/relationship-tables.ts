import type { ColumnType } from 'kysely'

import type { Json, OptionalTime, Time } from './columns.ts'

/** How businesses stand with authorities. */
export interface RelationshipTables {
  readonly authority_contact: AuthorityContactTable
  readonly standing_evidence: StandingEvidenceTable
}

/** Whom a business can turn to at an authority, as it has written it down. */
export interface AuthorityContactTable {
  id: string
  tenant_id: string
  authority: string
  topic: string
  /** `AuthorityContactFacts`. */
  facts: Json
  version: number
  changed_by: Json
  changed_at: Time
}

/** What shows that a criterion of a trusted trader is met; never changed, only withdrawn. */
export interface StandingEvidenceTable {
  id: string
  tenant_id: string
  authority: string
  scheme: string
  criterion: string
  kind: 'document' | 'judgement'
  document: string | null
  attachment_id: string | null
  verdict: 'met' | 'not-met' | null
  reason: string | null
  issued_on: OptionalDay
  expires_on: OptionalDay
  actor: Json
  cause: Json
  at: Time
  withdrawn_at: OptionalTime
  withdrawn_by: ColumnType<object | null, string | null | undefined, string | null>
}

/** A day, as text both ways; the connection gives days so. */
type OptionalDay = ColumnType<string | null, string | null | undefined, never>
