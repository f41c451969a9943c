import { sql } from 'kysely'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import { inCamelCase } from './camel-case.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** One line of the officers' queue. */
export interface QueueLine {
  readonly id: string
  readonly mrn: string
  readonly lrn: string | null
  readonly state: LodgementState
  readonly version: number
  readonly declarant: string | null
  readonly exporter: string | null
  readonly itemCount: number
  readonly receivedAt: Date
  readonly assessedGbp: string | null
  readonly payableGbp: string | null
  readonly paymentState: string
  /** Kinds of the open controls, such as `inspection`. */
  readonly openControls: readonly string[]
}

/** Which lines of the queue are wanted; what is absent does not narrow it. */
export interface QueueFilter {
  readonly state?: LodgementState
  /** Only lodgements with an open control of this kind. */
  readonly openControl?: string
  /** A whole MRN, LRN, DUCR or declarant's EORI; there is no search by a part. */
  readonly search?: string
  /** Id of the last line seen; the list runs from the newest to the oldest. */
  readonly after?: string
  readonly limit: number
}

/**
 * Reads the officers' queue from the newest lodgement to the oldest. The amounts are those of the
 * present version and absent before acceptance.
 */
export async function listQueue(
  transaction: AuthorityTransaction,
  filter: QueueFilter,
): Promise<readonly QueueLine[]> {
  const state = filter.state ?? null
  const openControl = filter.openControl ?? null
  const search = filter.search ?? null
  const after = filter.after ?? null
  const { rows } = await sql<QueueLine>`
    select lodgement.id, mrn, lrn, state, lodgement.version, declarant_eori as declarant,
           declared #>> '{exporter,name}' as exporter,
           jsonb_array_length(declared -> 'items') as "itemCount",
           received_at as "receivedAt", payment_state as "paymentState",
           assessment.assessed_gbp as "assessedGbp", assessment.payable_gbp as "payableGbp",
           array(
             select kind from control
             where control.lodgement_id = lodgement.id and control.state = 'open'
             order by opened_at
           ) as "openControls"
    from lodgement
    left join assessment on assessment.lodgement_id = lodgement.id
      and assessment.version = lodgement.version
    where (${state}::text is null or state = ${state}::text)
      and (${after}::text is null or lodgement.id < ${after}::text)
      and (${search}::text is null or ${search}::text in (mrn, lrn, ducr, declarant_eori))
      and (${openControl}::text is null or exists (
        select from control
        where control.lodgement_id = lodgement.id and control.state = 'open'
          and control.kind = ${openControl}::text
      ))
    order by lodgement.id desc
    limit ${filter.limit}`.execute(transaction)
  return rows
}

/** Everything that the office keeps about one lodgement, for an officer to read. */
export async function readDossier(
  transaction: AuthorityTransaction,
  mrn: string,
): Promise<object | undefined> {
  const lodgement = await transaction
    .selectFrom('lodgement')
    .selectAll()
    .where('mrn', '=', mrn)
    .executeTakeFirst()
  if (lodgement === undefined) return undefined
  const ofLodgement = lodgement.id
  const part = async (table: DossierTable, order: string): Promise<readonly object[]> => {
    const rows = await transaction
      .selectFrom(table)
      .selectAll()
      .where('lodgement_id', '=', ofLodgement)
      .orderBy(sql.ref(order))
      .execute()
    return rows.map(inCamelCase)
  }
  const files = await transaction
    .selectFrom('file_upload')
    .select(['reference', 'sequence', 'document_type as documentType', 'file_name as fileName'])
    .select(['media_type as mediaType', 'size_bytes as sizeBytes', 'sha256'])
    .select('received_at as receivedAt')
    .where('lodgement_id', '=', ofLodgement)
    .orderBy('sequence')
    .execute()
  const notifications = await transaction
    .selectFrom('notification')
    .select(['id', 'function_code as functionCode', 'issued_at as issuedAt'])
    .select(['push_state as pushState', 'delivered_at as deliveredAt', 'pulled_at as pulledAt'])
    .where('lodgement_id', '=', ofLodgement)
    .orderBy('sequence')
    .execute()
  const { declared, corrected, ...register } = lodgement
  return {
    register: inCamelCase(register),
    declaration: corrected ?? declared,
    declared,
    assessments: await part('assessment', 'version'),
    risk: await part('risk_evaluation', 'version'),
    controls: await part('control', 'opened_at'),
    charges: await part('charge', 'at'),
    history: await part('dossier_entry', 'id'),
    files,
    notifications,
  }
}

type DossierTable = 'assessment' | 'risk_evaluation' | 'control' | 'charge' | 'dossier_entry'

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
