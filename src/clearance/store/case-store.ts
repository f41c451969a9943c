import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { CaseEvent, CaseEventType } from '../events/case-event.ts'
import { upcast } from '../events/upcasters.ts'
import { instantOf } from '../../platform/clock.ts'

/** The state of a case as last recorded. */
export async function readCase(
  transaction: TenantTransaction,
  caseId: string,
): Promise<CaseState | undefined> {
  const row = await transaction
    .selectFrom('clearance_case')
    .select('snapshot')
    .where('id', '=', caseId)
    .executeTakeFirst()
  return row?.snapshot as CaseState | undefined
}

/** The states of some cases as last recorded, the newest case first; what is not there is left out. */
export async function readCases(
  transaction: TenantTransaction,
  caseIds: readonly string[],
): Promise<readonly { readonly caseId: string; readonly state: CaseState }[]> {
  if (caseIds.length === 0) return []
  const rows = await transaction
    .selectFrom('clearance_case')
    .select(['id', 'snapshot'])
    .where('id', 'in', caseIds)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, snapshot }) => ({ caseId: id, state: snapshot as CaseState }))
}

/** The state of a case as last recorded, and no other transaction can change the case until this one ends. */
export async function lockCase(
  transaction: TenantTransaction,
  caseId: string,
): Promise<CaseState | undefined> {
  const row = await transaction
    .selectFrom('clearance_case')
    .select('snapshot')
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirst()
  return row?.snapshot as CaseState | undefined
}

/** The record of a case from an event on, lifted to the present shapes. */
export async function readEvents(
  transaction: TenantTransaction,
  caseId: string,
  afterSequence = 0,
): Promise<readonly CaseEvent[]> {
  const rows = await transaction
    .selectFrom('case_event')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('sequence', '>', afterSequence)
    .orderBy('sequence')
    .execute()
  return rows.map(caseEventOf)
}

/** Events of one kind in the records of some cases, in the order of each record. */
export async function readEventsOf(
  transaction: TenantTransaction,
  caseIds: readonly string[],
  type: CaseEventType,
): Promise<readonly CaseEvent[]> {
  if (caseIds.length === 0) return []
  const rows = await transaction
    .selectFrom('case_event')
    .selectAll()
    .where('case_id', 'in', caseIds)
    .where('type', '=', type)
    .orderBy('case_id')
    .orderBy('sequence')
    .execute()
  return rows.map(caseEventOf)
}

function caseEventOf(row: Row<'case_event'>): CaseEvent {
  return {
    type: row.type,
    data: upcast(
      row.type as CaseEventType,
      row.data as Record<string, unknown>,
      row.schema_version,
    ),
    caseId: row.case_id,
    sequence: row.sequence,
    schemaVersion: row.schema_version,
    at: instantOf(row.at),
    actor: row.actor,
    cause: row.cause,
  } as CaseEvent
}
