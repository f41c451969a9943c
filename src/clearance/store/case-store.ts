import type { TenantTransaction } from '../../platform/postgres/index.ts'
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

/** The same, and no other transaction can change the case until this one ends. */
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
  return rows.map(
    (row) =>
      ({
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
      }) as CaseEvent,
  )
}
