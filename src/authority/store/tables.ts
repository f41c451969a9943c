import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Assessment } from '../assessment/assessment.ts'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import type { LodgedRequest } from '../message/read-requests.ts'
import type { RiskRule } from '../risk/risk-rule.ts'
import type { RuleOutcome } from '../risk/evaluate.ts'

/** The tables of the authority's database, as `../migrations` creates them. */
export interface AuthorityTables {
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

export interface TraderApplicationTable {
  id: string
  client_id: string
  name: string
  token_sha256: string
  callback_url: string | null
  callback_token: string | null
  created_at: Time
}

/** Whether the money is there: `insufficient` after a 14, `reminded` after a 15. */
export type PaymentState = 'none' | 'awaiting-cash' | 'insufficient' | 'reminded' | 'settled'

export interface LodgementTable {
  id: string
  application_id: string
  declarant_eori: string | null
  lrn: string | null
  mrn: string
  ducr: string | null
  conversation_id: string
  type_code: string | null
  declared: Json<LodgedDeclaration>
  corrected: JSONColumnType<LodgedDeclaration | null, string | null>
  version: Generated<number>
  state: LodgementState
  received_at: Time
  registered_at: OptionalTime
  arrived_at: OptionalTime
  accepted_at: OptionalTime
  released_at: OptionalTime
  ended_at: OptionalTime
  final_tax_version: Generated<number>
  payment_state: ColumnType<PaymentState, PaymentState | undefined, PaymentState>
  payment_state_since: OptionalTime
  due_at: OptionalTime
}

export type MessageKind = 'declaration' | 'arrival' | 'cancellation' | 'file-upload'

export interface MessageTable {
  id: string
  application_id: string
  conversation_id: string
  kind: MessageKind
  lrn: string | null
  mrn: string | null
  lodgement_id: string | null
  request: JSONColumnType<LodgedRequest | null, string | null, string | null>
  body: Buffer
  sha256: string
  received_at: Time
  due_at: OptionalTime
  outcome: string | null
}

export interface AssessmentTable {
  lodgement_id: string
  version: number
  assessed_gbp: string
  payable_gbp: string
  data: Json<Assessment>
  created_at: Time
}

export interface RiskRuleTable {
  id: string
  data: Json<RiskRule>
  position: number
  enabled: boolean
  changed_at: Time
  changed_by: string
}

export interface RiskEvaluationTable {
  lodgement_id: string
  version: number
  outcomes: Json<readonly RuleOutcome[]>
  at: Time
}

export type ControlKind = 'inspection' | 'documents' | 'question' | 'review'

export interface ControlTable {
  id: string
  lodgement_id: string
  kind: ControlKind
  state: 'open' | 'closed'
  blocks_release: boolean
  reason: string
  detail: Json<object>
  limit_at: OptionalTime
  opened_at: Time
  opened_by: string
  closed_at: OptionalTime
  closed_by: string | null
  outcome: JSONColumnType<object | null, string | null, string | null>
}

export interface FileUploadTable {
  reference: string
  application_id: string
  lodgement_id: string
  conversation_id: string
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

export interface ChargeTable {
  id: string
  lodgement_id: string
  method: string
  account_number: string | null
  amount_gbp: string
  reference: string
  at: Time
}

/** `none`: the application only pulls. `taken`: pulled before it could be pushed. */
export type PushState = 'none' | 'due' | 'delivered' | 'taken' | 'given-up'

export interface NotificationTable {
  id: string
  sequence: Generated<string>
  application_id: string
  lodgement_id: string | null
  conversation_id: string
  function_code: string
  body: string
  issued_at: Time
  push_state: PushState
  push_due_at: OptionalTime
  push_attempts: Generated<number>
  push_error: string | null
  delivered_at: OptionalTime
  pulled_at: OptionalTime
}

export interface DossierEntryTable {
  id: Generated<string>
  lodgement_id: string
  at: Time
  actor: string
  what: string
  detail: Json<object>
}

export interface SettingTable {
  name: string
  value: ColumnType<unknown, string, string>
  changed_at: Time
  changed_by: string
}

export interface CertificateOfOriginTable {
  number: string
  application: Json<object>
  issued_on: string
  scan: Buffer
  sha256: string
  issued_at: Time
}
