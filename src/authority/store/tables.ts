import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Assessment } from '../assessment/assessment.ts'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import type { LodgedRequest } from '../message/read-requests.ts'
import type { RiskRule } from '../risk/risk-rule.ts'
import type { RiskFacts } from '../risk/risk-facts.ts'
import type { RuleOutcome } from '../risk/evaluate.ts'
import type { CorrespondenceTables } from './correspondence-tables.ts'
import type { DeskTables } from './desk-tables.ts'
import type { KeptGoodsTables } from './kept-goods-tables.ts'
import type { PenaltyTables } from './penalty-tables.ts'
import type { PermissionTables } from './permission-tables.ts'
import type { SecurityTables } from './security-tables.ts'

/** The tables of the authority's database, as `../migrations` creates them. */
export interface AuthorityTables
  extends
    DeskTables,
    PermissionTables,
    CorrespondenceTables,
    PenaltyTables,
    KeptGoodsTables,
    SecurityTables {
  readonly trader_application: TraderApplicationTable
  readonly lodgement: LodgementTable
  readonly message: MessageTable
  readonly assessment: AssessmentTable
  readonly risk_rule: RiskRuleTable
  readonly risk_evaluation: RiskEvaluationTable
  readonly control: ControlTable
  readonly file_upload: FileUploadTable
  readonly deferment_account: DefermentAccountTable
  readonly charge: ChargeTable
  readonly notification: NotificationTable
  readonly dossier_entry: DossierEntryTable
  readonly setting: SettingTable
  readonly certificate_of_origin: CertificateOfOriginTable
}

type Json<T extends object> = JSONColumnType<T>
type Time = ColumnType<Date, string, string>
type OptionalTime = ColumnType<Date | null, string | null | undefined, string | null>

/**
 * A trader's software. Its token is kept as a digest only; the token for its callback has to be
 * kept as it is, because the office sends it.
 */
export interface TraderApplicationTable {
  id: string
  client_id: string
  name: string
  token_sha256: string
  callback_url: string | null
  callback_token: string | null
  client_secret_sha256: string | null
  /** Where browsers may be sent back to that have permitted something. */
  redirect_urls: ColumnType<readonly string[], string | undefined, string>
  created_at: Time
}

/**
 * Whether the money is there: `insufficient` after a 14, `reminded` after a 15. A demand in cash after the
 * release is `overdue` once the office has reminded of it and `referred` once others recover it.
 */
export type PaymentState =
  'none' | 'awaiting-cash' | 'overdue' | 'referred' | 'insufficient' | 'reminded' | 'settled'

/**
 * The register, one row for each LRN of a declarant. The database makes that pair unique, which is
 * what keeps a repeated submission from becoming a second entry.
 */
export interface LodgementTable {
  id: string
  application_id: string
  declarant_eori: string | null
  lrn: string | null
  mrn: string
  ducr: string | null
  conversation_id: string
  type_code: string | null
  /** As read from the message; it is never changed. */
  declared: Json<LodgedDeclaration>
  /** As officers hold it to be; absent while they have changed nothing. */
  corrected: JSONColumnType<LodgedDeclaration | null, string | null>
  /** Starts at 1; each re-assessment raises it. */
  version: Generated<number>
  state: LodgementState
  received_at: Time
  registered_at: OptionalTime
  arrived_at: OptionalTime
  accepted_at: OptionalTime
  released_at: OptionalTime
  ended_at: OptionalTime
  /** The version whose final tax notification (13 with 4) has gone out, 0 before the first. */
  final_tax_version: Generated<number>
  payment_state: ColumnType<PaymentState, PaymentState | undefined, PaymentState>
  payment_state_since: OptionalTime
  /** When the clerks look at it next; absent while it waits for somebody. */
  due_at: OptionalTime
  /** From 0 to 100, as `../risk/risk-score.ts` adds it up; absent before acceptance. */
  has_finding: ColumnType<boolean, boolean | undefined, boolean>
  risk_score: ColumnType<number | null, number | null | undefined, number | null>
}

/** What a kept message is; the kind decides who answers it. */
export type MessageKind = 'declaration' | 'arrival' | 'cancellation' | 'amendment' | 'movement'

/**
 * Every message that was taken with 202, with its exact bytes, so that a dispute about what was
 * sent can be settled.
 */
export interface MessageTable {
  id: string
  application_id: string
  conversation_id: string
  kind: MessageKind
  lrn: string | null
  mrn: string | null
  /** The lodgement that the message has become; absent for requests and for a repeated LRN. */
  lodgement_id: string | null
  /** A request as read; absent for declarations, which are kept with their lodgement. */
  request: JSONColumnType<LodgedRequest | null, string | null, string | null>
  body: Buffer
  sha256: string
  received_at: Time
  /**
   * When it is to be answered by itself; absent once it is, and for what has become a lodgement.
   */
  due_at: OptionalTime
  /** How it ended, in words. */
  outcome: string | null
}

/**
 * One assessment for each version of a lodgement; earlier ones stay, for re-assessments are
 * disputed.
 */
export interface AssessmentTable {
  lodgement_id: string
  version: number
  assessed_gbp: string
  payable_gbp: string
  /** The whole assessment; the two amounts are drawn from it for lists. */
  data: Json<Assessment>
  created_at: Time
}

/**
 * The rules that hold now. `data` is the rule; position and state stand beside it for the query.
 */
export interface RiskRuleTable {
  id: string
  data: Json<RiskRule>
  position: number
  enabled: boolean
  changed_at: Time
  changed_by: string
}

/**
 * What every rule said at acceptance, misses as well: that a rule did not hit has to be shown too.
 */
export interface RiskEvaluationTable {
  lodgement_id: string
  version: number
  outcomes: Json<readonly RuleOutcome[]>
  /** What the rules were asked about; absent in the office's first days. */
  facts: JSONColumnType<RiskFacts | null, string | null | undefined, string | null>
  at: Time
}

/**
 * Why an entry is held: an examination of the goods, a request for papers, a question to the
 * trader, or a look by an officer of which the trader is not told.
 */
export type ControlKind = 'inspection' | 'documents' | 'question' | 'review'

/** What holds a lodgement up, open or closed; a closed control stays for the dossier. */
export interface ControlTable {
  id: string
  lodgement_id: string
  kind: ControlKind
  state: 'open' | 'closed'
  /** False once an officer has let the goods go while the control stays open. */
  blocks_release: boolean
  reason: string
  detail: Json<object>
  /** Last moment for the trader's answer; absent where nothing is asked of the trader. */
  limit_at: OptionalTime
  opened_at: Time
  opened_by: string
  closed_at: OptionalTime
  closed_by: string | null
  outcome: JSONColumnType<object | null, string | null, string | null>
}

/**
 * A place that was given out for one file, and the file once it has come; until then all that
 * describes the file is absent.
 */
export interface FileUploadTable {
  /** Names the place in its address and is the only key to it. */
  reference: string
  application_id: string
  lodgement_id: string
  conversation_id: string
  /** The file's number in the group that was asked for. */
  sequence: number
  document_type: string
  expires_at: Time
  received_at: OptionalTime
  file_name: string | null
  media_type: string | null
  size_bytes: number | null
  sha256: string | null
  content: Buffer | null
}

/**
 * The deferment accounts, in pounds; rows are locked in the order of their numbers while they are
 * charged.
 */
export interface DefermentAccountTable {
  number: string
  holder_eori: string
  name: string
  limit_gbp: string
  owed_gbp: ColumnType<string, string | undefined, string>
  state: ColumnType<
    'active' | 'suspended',
    'active' | 'suspended' | undefined,
    'active' | 'suspended'
  >
  opened_at: Time
}

/** The cash book: charges, payments and repayments, the last negative. It is only added to. */
export interface ChargeTable {
  id: string
  lodgement_id: string
  /** Data element 4/8: `E` deferment, `A` cash; `R` and `M` the same as security. */
  method: string
  account_number: string | null
  amount_gbp: string
  /** The thread of the claim on which it was given back. */
  claim: string | null
  reference: string
  at: Time
}

/** `none`: the application only pulls. `taken`: pulled before it could be pushed. */
export type PushState = 'none' | 'due' | 'delivered' | 'taken' | 'given-up'

/**
 * What traders were told. A notification is stored in the transaction of what it tells of and
 * pushed after it.
 */
export interface NotificationTable {
  id: string
  /** Order of issue, which the pull interface keeps; the id is random. */
  sequence: Generated<string>
  application_id: string
  /** Absent where a request or a repeated LRN is answered. */
  lodgement_id: string | null
  conversation_id: string
  function_code: string
  body: string
  issued_at: Time
  push_state: PushState
  /** When it is pushed next, or until when a sender has claimed it. */
  push_due_at: OptionalTime
  push_since: OptionalTime
  push_attempts: Generated<number>
  push_error: string | null
  delivered_at: OptionalTime
  pulled_at: OptionalTime
}

/**
 * The dossier: what the office, its officers and the trader did, in order. The database refuses
 * every change of a row.
 */
export interface DossierEntryTable {
  id: Generated<string>
  lodgement_id: string
  at: Time
  actor: string
  what: string
  detail: Json<object>
}

/** Settings that somebody has set, one row each; what is missing has its first value. */
export interface SettingTable {
  name: string
  value: ColumnType<unknown, string, string>
  changed_at: Time
  changed_by: string
}

/**
 * The chamber's certificates with the paper as it was handed out. The chamber shares the database
 * with the office and nothing else.
 */
export interface CertificateOfOriginTable {
  number: string
  application: Json<object>
  issued_on: string
  scan: Buffer
  sha256: string
  issued_at: Time
}
