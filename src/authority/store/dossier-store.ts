import { sql, type Selectable } from 'kysely'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import { possibleActs, type OfficerAct } from '../officers/possible-acts.ts'
import { DEMANDED } from '../processing/demand.ts'
import { riskLevel, type RiskLevel } from '../risk/risk-score.ts'
import { inCamelCase, type InCamelCase } from './camel-case.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'
import type { KeptGoodsTable } from './kept-goods-tables.ts'
import type { PenaltyTable } from './penalty-tables.ts'
import type { SecurityTable } from './security-tables.ts'
import { listPhotos, type InspectionPhoto } from './photo-store.ts'
import type {
  AssessmentTable,
  ChargeTable,
  ControlTable,
  DefermentAccountTable,
  DossierEntryTable,
  LodgementTable,
  RiskEvaluationTable,
} from './tables.ts'

type Row<Table> = InCamelCase<Selectable<Table>>

/** Everything that the office keeps about one lodgement, for an officer to read. */
export interface Dossier {
  readonly register: Omit<Row<LodgementTable>, 'declared' | 'corrected'>
  /** As it stands: as declared, or as officers hold it to be. */
  readonly declaration: LodgedDeclaration
  readonly declared: LodgedDeclaration
  /** Absent while officers have changed nothing. */
  readonly corrected: LodgedDeclaration | null
  readonly assessments: readonly Row<AssessmentTable>[]
  readonly risk: readonly Row<RiskEvaluationTable>[]
  readonly riskLevel: RiskLevel
  readonly controls: readonly Row<ControlTable>[]
  readonly photos: readonly InspectionPhoto[]
  readonly charges: readonly Row<ChargeTable>[]
  readonly securities: readonly Row<SecurityTable>[]
  readonly penalties: readonly Row<PenaltyTable>[]
  readonly keptGoods: readonly Row<KeptGoodsTable>[]
  /** The deferment accounts that the declaration names, as far as the office has them. */
  readonly accounts: readonly Row<DefermentAccountTable>[]
  readonly history: readonly Row<DossierEntryTable>[]
  readonly files: readonly DossierFile[]
  readonly messages: readonly DossierMessage[]
  readonly notifications: readonly DossierNotification[]
  /** What else came from the same declarant or exporter before. */
  readonly earlier: readonly EarlierLodgement[]
  /** What an officer can do now. */
  readonly possibleActs: readonly OfficerAct[]
}

/** A place for a paper of the trader, with the paper once it has come. */
export interface DossierFile {
  readonly reference: string
  readonly sequence: number
  readonly documentType: string
  readonly fileName: string | null
  readonly mediaType: string | null
  readonly sizeBytes: number | null
  readonly sha256: string | null
  readonly receivedAt: Date | null
}

/** A message of the trader; its bytes are read by its id. */
export interface DossierMessage {
  readonly id: string
  readonly kind: string
  readonly lrn: string | null
  readonly sha256: string
  readonly sizeBytes: number
  readonly receivedAt: Date
  readonly outcome: string | null
}

/** What the trader was told; its text is read by its id. */
export interface DossierNotification {
  readonly id: string
  readonly functionCode: string
  readonly issuedAt: Date
  readonly pushState: string
  readonly deliveredAt: Date | null
  readonly pulledAt: Date | null
}

/** A lodgement by the same people, as a hint of how their goods have fared. */
export interface EarlierLodgement {
  readonly mrn: string
  readonly state: LodgementState
  readonly version: number
  readonly receivedAt: Instant
  readonly riskScore: number | null
  readonly assessedGbp: string | null
  readonly sameExporter: boolean
}

/** Reads the dossier of an MRN; absent where the office has no such lodgement. */
export async function readDossier(
  transaction: AuthorityTransaction,
  mrn: string,
): Promise<Dossier | undefined> {
  const lodgement = await transaction
    .selectFrom('lodgement')
    .selectAll()
    .where('mrn', '=', mrn)
    .executeTakeFirst()
  if (lodgement === undefined) return undefined
  const { declared, corrected, ...register } = lodgement
  const { id, state } = lodgement
  const declaration = corrected ?? declared
  const controls = await partOf(transaction, { table: 'control', order: 'opened_at', id })
  const penalties = await partOf(transaction, { table: 'penalty', order: 'number', id })
  const keptGoods = await partOf(transaction, { table: 'kept_goods', order: 'number', id })
  const securities = await partOf(transaction, { table: 'security', order: 'version', id })
  return {
    register: inCamelCase(register),
    declaration,
    declared,
    corrected,
    assessments: await partOf(transaction, { table: 'assessment', order: 'version', id }),
    risk: await partOf(transaction, { table: 'risk_evaluation', order: 'version', id }),
    riskLevel: riskLevel(lodgement.risk_score ?? 0),
    controls,
    photos: await listPhotos(transaction, id),
    charges: await partOf(transaction, { table: 'charge', order: 'at', id }),
    accounts: await accountsNamed(transaction, declaration.defermentAccounts),
    history: await partOf(transaction, { table: 'dossier_entry', order: 'id', id }),
    files: await filesOf(transaction, id),
    messages: await messagesOf(transaction, { id, mrn }),
    notifications: await notificationsOf(transaction, id),
    earlier: await earlierLodgements(transaction, lodgement),
    securities,
    penalties,
    keptGoods,
    possibleActs: possibleActs(state, {
      open: controls.filter((control) => control.state === 'open').map(({ kind }) => kind),
      isSecured: securities.some((security) => security.state === 'held'),
      penalties: penalties.map((penalty) => penalty.state),
      isDemanded: DEMANDED.includes(lodgement.payment_state),
      kept: keptGoods.map((kept) => kept.state),
    }),
  }
}

interface DossierTables {
  readonly assessment: AssessmentTable
  readonly risk_evaluation: RiskEvaluationTable
  readonly control: ControlTable
  readonly charge: ChargeTable
  readonly dossier_entry: DossierEntryTable
  readonly security: SecurityTable
  readonly penalty: PenaltyTable
  readonly kept_goods: KeptGoodsTable
}

async function partOf<Table extends keyof DossierTables>(
  transaction: AuthorityTransaction,
  { table, order, id }: { readonly table: Table; readonly order: string; readonly id: string },
): Promise<readonly Row<DossierTables[Table]>[]> {
  const { rows } = await sql<Selectable<DossierTables[Table]>>`
    select * from ${sql.table(table)} where lodgement_id = ${id}
    order by ${sql.ref(order)}`.execute(transaction)
  return rows.map((row) => inCamelCase(row))
}

async function filesOf(
  transaction: AuthorityTransaction,
  lodgementId: string,
): Promise<readonly DossierFile[]> {
  return transaction
    .selectFrom('file_upload')
    .select(['reference', 'sequence', 'document_type as documentType', 'file_name as fileName'])
    .select(['media_type as mediaType', 'size_bytes as sizeBytes', 'sha256'])
    .select('received_at as receivedAt')
    .where('lodgement_id', '=', lodgementId)
    .orderBy('sequence')
    .execute()
}

/** What became this lodgement, and every request that speaks of it. */
async function messagesOf(
  transaction: AuthorityTransaction,
  { id, mrn }: { readonly id: string; readonly mrn: string },
): Promise<readonly DossierMessage[]> {
  return transaction
    .selectFrom('message')
    .select(['id', 'kind', 'lrn', 'sha256', 'received_at as receivedAt', 'outcome'])
    .select(sql<number>`octet_length(body)`.as('sizeBytes'))
    .where((where) => where.or([where('lodgement_id', '=', id), where('mrn', '=', mrn)]))
    .orderBy('received_at')
    .execute()
}

async function notificationsOf(
  transaction: AuthorityTransaction,
  lodgementId: string,
): Promise<readonly DossierNotification[]> {
  return transaction
    .selectFrom('notification')
    .select(['id', 'function_code as functionCode', 'issued_at as issuedAt'])
    .select(['push_state as pushState', 'delivered_at as deliveredAt', 'pulled_at as pulledAt'])
    .where('lodgement_id', '=', lodgementId)
    .orderBy('sequence')
    .execute()
}

async function accountsNamed(
  transaction: AuthorityTransaction,
  numbers: readonly string[],
): Promise<readonly Row<DefermentAccountTable>[]> {
  if (numbers.length === 0) return []
  const rows = await transaction
    .selectFrom('deferment_account')
    .selectAll()
    .where('number', 'in', [...new Set(numbers)])
    .orderBy('number')
    .execute()
  return rows.map(inCamelCase)
}

const EARLIER_SHOWN = 20

async function earlierLodgements(
  transaction: AuthorityTransaction,
  { id, declarant_eori: declarant, declared }: Selectable<LodgementTable>,
): Promise<readonly EarlierLodgement[]> {
  const exporter = declared.exporter.name ?? null
  const { rows } = await sql<Omit<EarlierLodgement, 'receivedAt'> & { receivedAt: Date }>`
    select mrn, state, lodgement.version, received_at as "receivedAt", risk_score as "riskScore",
           assessed_gbp as "assessedGbp",
           coalesce(declared #>> '{exporter,name}' = ${exporter}, false) as "sameExporter"
    from lodgement
    left join assessment on assessment.lodgement_id = lodgement.id
      and assessment.version = lodgement.version
    where lodgement.id < ${id}
      and (declarant_eori = ${declarant} or declared #>> '{exporter,name}' = ${exporter})
    order by lodgement.id desc
    limit ${EARLIER_SHOWN}`.execute(transaction)
  return rows.map((row) => ({ ...row, receivedAt: instantOf(row.receivedAt) }))
}

/** How often each LRN stands in the register, and what was made of every message under it. */
export async function readRegister(
  transaction: AuthorityTransaction,
  lrn: string | undefined,
): Promise<readonly object[]> {
  const wanted = lrn ?? null
  const { rows } = await sql<object>`
    select lodgement.lrn, lodgement.declarant_eori as declarant, count(*)::integer as lodgements,
           array_agg(mrn order by mrn) as mrns,
           array_agg(state order by mrn) as states,
           (select count(*)::integer from message
            where message.kind = 'declaration' and message.lrn = lodgement.lrn) as messages
    from lodgement
    where ${wanted}::text is null or lodgement.lrn = ${wanted}::text
    group by lodgement.lrn, lodgement.declarant_eori
    order by lodgement.lrn
    limit 10000`.execute(transaction)
  return rows
}
