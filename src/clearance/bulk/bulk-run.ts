import type { Immutable } from '../../customs/immutable.ts'
import { failure, type Failure, type Result, success } from '../../customs/result.ts'
import { newId } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { pseudonymise } from '../personal/personal-fields.ts'
import { readPersonalFieldsOfOrders, withPersonalFields } from '../personal/personal-record.ts'
import { bulkStepQueue } from '../queues.ts'
import type { ChangeContext } from '../store/record-events.ts'

/** What can be done with many cases at once. */
export const bulkActions = ['prepare', 'declare', 'stop', 'reopen'] as const

/** What is asked for all cases alike, with what the action itself needs. */
export type BulkInput =
  | { readonly action: 'prepare' }
  | { readonly action: 'declare'; readonly additionalType: 'A' | 'D' }
  | { readonly action: 'stop'; readonly reason: string }
  | { readonly action: 'reopen'; readonly reason: string }

/** So many cases go at a time, so that a person can still look through what became of them. */
export const BULK_CASES_MAX = 200

/**
 * Asks for something to be done with many cases, in the caller's transaction: a job for each, so that
 * each case has a transaction and an outcome of its own, and all of it goes on whether or not the
 * caller waits. Fails with `not-found` for cases that the tenant does not have, and then asks for none.
 */
export async function startBulkRun(
  transaction: TenantTransaction,
  input: BulkInput,
  caseIds: readonly string[],
  { tenantId, actor, cause, now }: ChangeContext,
): Promise<Result<string>> {
  const orderIds = await ordersOf(transaction, caseIds)
  if (!orderIds.ok) return orderIds
  const personal = await readPersonalFieldsOfOrders(transaction, orderIds.value)
  const runId = newId('run')
  await transaction
    .insertInto('bulk_run')
    .values({
      ...{ id: runId, tenant_id: tenantId, action: input.action },
      // References stand for the names in what somebody has written, as in the record of a case.
      input: JSON.stringify(pseudonymise(input, personal)),
      actor: JSON.stringify(actor),
      cause: JSON.stringify(cause),
      created_at: now,
    })
    .execute()
  const rows = caseIds.map((case_id, position) => ({
    ...{ tenant_id: tenantId, run_id: runId, case_id, position },
    state: 'waiting' as const,
  }))
  await transaction.insertInto('bulk_run_case').values(rows).execute()
  for (const caseId of caseIds) {
    await enqueue(transaction, bulkStepQueue, { tenantId, runId, caseId })
  }
  return success(runId)
}

async function ordersOf(
  transaction: TenantTransaction,
  caseIds: readonly string[],
): Promise<Result<readonly string[]>> {
  const rows = await transaction
    .selectFrom('clearance_case')
    .select(['id', 'snapshot'])
    .where('id', 'in', caseIds)
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  const [first, ...others] = caseIds.flatMap((caseId, index) =>
    known.has(caseId) ? [] : [noCaseAt(caseId, index)],
  )
  if (first !== undefined) return failure(first, ...others)
  return success(rows.flatMap(({ snapshot }) => (snapshot as CaseState).orderIds))
}

function noCaseAt(caseId: string, index: number): Failure {
  return {
    code: 'not-found',
    path: `/caseIds/${index}`,
    message: `There is no case ${caseId}.`,
    mend: 'Take the ids from the list of cases.',
    zh: { message: `没有清关案 ${caseId}。`, mend: '请从清关案列表中取编号。' },
  }
}

/** What became of one case. */
export interface BulkOutcome {
  readonly caseId: string
  readonly reference: string
  readonly outcome: 'waiting' | 'done' | 'failed'
  readonly failures: readonly Failure[]
}

/** A run as far as it has come. */
export interface BulkRun {
  readonly id: string
  readonly input: Immutable<BulkInput>
  readonly createdAt: Date
  /** In the order in which the cases were named. */
  readonly cases: readonly BulkOutcome[]
}

/** How far a run has come, names in their places; nothing where the tenant has none of that id. */
export async function readBulkRun(
  transaction: TenantTransaction,
  runId: string,
): Promise<BulkRun | undefined> {
  const run = await transaction
    .selectFrom('bulk_run')
    .select(['id', 'input', 'created_at'])
    .where('id', '=', runId)
    .executeTakeFirst()
  if (run === undefined) return undefined
  const cases = await transaction
    .selectFrom('bulk_run_case')
    .innerJoin('clearance_case', 'clearance_case.id', 'case_id')
    .select(['case_id', 'reference', 'bulk_run_case.state', 'failures'])
    .where('run_id', '=', runId)
    .orderBy('position')
    .execute()
  return {
    id: run.id,
    input: run.input as BulkInput,
    createdAt: run.created_at,
    cases: (await withPersonalFields(transaction, cases)).map(
      ({ case_id, reference, state, failures }) => ({
        ...{ caseId: case_id, reference, outcome: state },
        failures: failures as Failure[],
      }),
    ),
  }
}
