import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { RiskRule } from '../risk/risk-rule.ts'

type Time = ColumnType<Date, string, string>
type OptionalTime = ColumnType<Date | null, string | null | undefined, string | null>

/** The tables of the officers' desk, as `../migrations/0002-desk.sql` and later ones create them. */
export interface DeskTables {
  readonly officer: OfficerTable
  readonly sign_in_link: SignInLinkTable
  readonly officer_session: OfficerSessionTable
  readonly passkey: PasskeyTable
  readonly passkey_challenge: PasskeyChallengeTable
  readonly inspection_photo: InspectionPhotoTable
  readonly risk_rule_set: RiskRuleSetTable
  readonly risk_trial: RiskTrialTable
  readonly officer_answer: OfficerAnswerTable
  readonly account_change: AccountChangeTable
}

/** `head` invites officers and sets the office; every other act is open to both. */
export type OfficerRole = 'head' | 'officer'

/** Who may sign in at the desk. */
export interface OfficerTable {
  id: string
  /** As it stands in the dossier; no two officers share one. */
  name: string
  role: OfficerRole
  created_at: Time
  created_by: string
  /** From then on nobody signs in as this officer; absent while access is open. */
  access_closed_at: OptionalTime
  /** The head who has closed it; absent where software has. */
  access_closed_by: string | null
  last_signed_in_at: OptionalTime
}

/** A link that signs its officer in once; only the digest of its secret is kept. */
export interface SignInLinkTable {
  token_sha256: string
  officer_id: string
  made_at: Time
  made_by: string
  expires_at: Time
  used_at: OptionalTime
}

/** A sitting of an officer at the desk; only the digest of the cookie's secret is kept. */
export interface OfficerSessionTable {
  id: string
  token_sha256: string
  officer_id: string
  opened_at: Time
  expires_at: Time
  ended_at: OptionalTime
}

/** A passkey by the credential's own id, as base64url. */
export interface PasskeyTable {
  id: string
  officer_id: string
  name: string
  public_key: Buffer
  /** How often the authenticator says it has signed; text, since it is a `bigint`. */
  counter: ColumnType<string, number, number>
  transports: JSONColumnType<readonly string[]>
  created_at: Time
  last_used_at: OptionalTime
}

/** What a passkey has to sign; gone with the answer. */
export interface PasskeyChallengeTable {
  challenge: string
  /** The session that adds a passkey; absent where a passkey signs in. */
  session_id: string | null
  expires_at: Time
}

/** What an inspection has seen of one item. */
export interface InspectionPhotoTable {
  id: string
  lodgement_id: string
  control_id: string
  item_sequence: number
  media_type: string
  size_bytes: number
  sha256: string
  content: Buffer
  taken_at: Time
  taken_by: string
}

/** A set of risk rules that is or was in force; rows are only added. */
export interface RiskRuleSetTable {
  number: Generated<number>
  rules: JSONColumnType<readonly RiskRule[]>
  changed_at: Time
  changed_by: string
  reason: string | null
  /** Whether it was tried on past lodgements before it was switched on. */
  tried: boolean
  /** The earlier set that this one goes back to. */
  restores: number | null
}

/** A set of rules, by its digest, that a session has tried. */
export interface RiskTrialTable {
  session_id: string
  rules_sha256: string
  tried_at: Time
}

/** What was answered under an Idempotency-Key, for a day. */
export interface OfficerAnswerTable {
  /** The officer's id, or `software`. */
  asked_by: string
  key: string
  request_sha256: string
  answer: JSONColumnType<object>
  answered_at: Time
}

/** What people did to a deferment account; rows are only added. */
export interface AccountChangeTable {
  id: Generated<string>
  account_number: string
  at: Time
  actor: string
  what: 'opened' | 'paid-in' | 'set'
  /** Pounds: what was paid in, or the limit from then on. */
  amount_gbp: string
  state: 'active' | 'suspended' | null
}
